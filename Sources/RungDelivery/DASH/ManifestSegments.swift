package import RungSource
package import RungSpec

/// What a manifest says about the segments of a representation, its own and inherited.
///
/// Segments stay as they are written, in runs, until ``list(limit:)`` counts them out: an `S` of a few bytes may stand for 2³¹.
package struct ManifestSegments: Sendable {
  package enum Kind: Sendable, Hashable {
    /// `SegmentTemplate`.
    case template
    /// `SegmentList`.
    case list
    /// `SegmentBase`: segments are in the index of the file.
    case base
  }

  /// An `S` of a `SegmentTimeline`.
  package struct Run: Sendable, Hashable {
    package let place: SourcePlace
    /// In ticks; nil where the run before ends.
    package let time: Int64?
    /// Of each segment, in ticks.
    package let duration: Int64
    /// How many more there are; negative: up to the next run, or the end of the period.
    package let repeats: Int64
  }

  package let kind: Kind
  /// The start tag of the innermost element.
  package let place: SourcePlace
  /// Ticks per second, 1 without the attribute.
  package let timescale: Located<Int64>?
  /// 1 without the attribute.
  package let startNumber: Located<Int64>?
  /// In ticks, 0 without the attribute: what of the media is at the start of the period.
  package let presentationTimeOffset: Located<Int64>?
  /// Of the last segment; nil where it is not stated.
  package let endNumber: Located<Int64>?
  /// `duration` of each segment, in ticks; nil where it is not stated.
  package let duration: Located<Int64>?
  /// Nil without a `SegmentTimeline`. The array is the one of the element that has it, however many representations inherit it.
  package let timeline: Located<[Run]>?
  /// The template of a segment's URL.
  package let media: Located<String>?
  /// The template, or the URL, of the initialization segment.
  package let initialization: Located<String>?
  /// Bytes of the index, as it is written.
  package let indexRange: Located<String>?
  /// The URLs of a `SegmentList`; one that is not stated is the file itself, of which the segment is a part.
  package let urls: [Located<String?>]
  /// Of the period; nil where it is not known.
  package let periodDuration: Seconds?
  /// From the manifest's to the representation's.
  package let bases: [Located<String>]
  package let representationID: String?
  package let bandwidth: Bitrate?

  /// `duration` in seconds.
  package var segmentDuration: Located<Seconds>? {
    duration.flatMap { ticks in seconds(ticks.value).map { Located(Seconds($0), at: ticks.place) } }
  }

  /// The URL of the initialization segment, relative to the manifest's; nil where there is none, or where the template is not one.
  package var initializationURL: String? {
    guard let initialization else { return nil }
    guard kind == .template else { return ManifestURL.resolved(initialization.value, bases) }
    return MediaTemplate.expanded(initialization.value, id: representationID, bandwidth: bandwidth, number: nil, time: nil)
      .map { ManifestURL.resolved($0, bases) }
  }

  /// The URL of a segment, relative to the manifest's; nil where none is stated, or where the template is not one.
  package func url(of segment: ManifestSegment) -> String? {
    if kind == .list {
      let index = segment.number - (startNumber?.value ?? 1)
      guard urls.indices.contains(Int(clamping: index)) else { return nil }
      return ManifestURL.resolved(urls[Int(index)].value ?? "", bases)
    }
    return media.flatMap { MediaTemplate.expanded($0.value, id: representationID, bandwidth: bandwidth, number: segment.number, time: segment.time) }
      .map { ManifestURL.resolved($0, bases) }
  }

  private func seconds(_ ticks: Int64) -> Rational? { timescale.flatMap { Rational(ticks, $0.value) } }

  // MARK: Counting out

  /// The segments, one by one; nil where the manifest does not tell: with a `SegmentBase`, where a value failed to read, and with a
  /// `duration` in a period without an end.
  ///
  /// - Parameter limit: how many at most.
  package func list(limit: Int = 100_000) -> ManifestSegmentList? {
    guard kind != .base, let timescale, let offset = presentationTimeOffset?.value, let number = startNumber?.value else { return nil }
    var list = Listing(timescale: timescale.value, offset: offset, number: number, limit: min(limit, kind == .list ? urls.count : .max), isOfURLs: kind == .list && urls.count <= limit)
    // The end of the period on the timeline of the media, rounded up to a whole tick.
    let end = periodDuration.flatMap { $0.value.times(Rational(Int(timescale.value)))?.roundedUp }.flatMap { Self.sum(Int64($0), offset) }
    if let timeline {
      for (index, run) in timeline.value.enumerated() where list.isRunning {
        guard let start = run.time ?? list.next else { break }
        guard run.repeats < 0 else {
          list.add(run, from: start, count: Int64.max == run.repeats ? .max : run.repeats + 1)
          continue
        }
        let isLast = index == timeline.value.count - 1
        guard let until = isLast ? end : timeline.value[index + 1].time, until > start, run.duration > 0 else {
          // One of them is certain.
          list.add(run, from: start, count: 1)
          if isLast, end == nil { list.isOpen = true }
          continue
        }
        list.add(run, from: start, count: 1 + (until - start - 1) / run.duration)
      }
    } else if let duration, duration.value > 0 {
      let run = Run(place: kind == .list ? place : media?.place ?? place, time: nil, duration: duration.value, repeats: -1)
      // By the numbers, segments begin at the start of the period.
      let most = endNumber.flatMap { Self.sum($0.value, -number) }.map { max(0, $0) }.flatMap { Self.sum($0, 1) }
      let counts = kind == .list ? [Int64(urls.count)] : [end.map { 1 + max(0, $0 - offset - 1) / duration.value }, most].compactMap { $0 }
      guard let count = counts.min() else { return nil }
      list.add(run, from: offset, count: count)
      if let periodDuration { list.shorten(to: periodDuration.value) }
    } else if kind == .list, urls.count == 1, let periodDuration {
      return ManifestSegmentList(
        segments: [ManifestSegment(number: number, time: offset, start: .zero, duration: periodDuration, place: urls[0].place)], isCut: false, isOpen: false)
    } else {
      return nil
    }
    guard var result = list.result else { return nil }
    if kind == .list { result.segments = zip(result.segments, urls).map { $0.at($1.place) } }
    return result
  }

  static func sum(_ left: Int64, _ right: Int64) -> Int64? {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : sum
  }

  private struct Listing {
    let timescale: Int64
    let offset: Int64
    var number: Int64
    let limit: Int
    /// Whether the limit is the number of URLs: what is beyond it is no segment.
    let isOfURLs: Bool
    var segments: [ManifestSegment] = []
    var next: Int64? = 0
    var isCut = false
    var isOpen = false
    /// False once a number does not fit.
    var isSound = true

    var isRunning: Bool { !isCut && isSound }

    var result: ManifestSegmentList? {
      isSound ? ManifestSegmentList(segments: segments, isCut: isCut && !isOfURLs, isOpen: isOpen) : nil
    }

    mutating func add(_ run: Run, from start: Int64, count: Int64) {
      let room = Int64(limit - segments.count)
      if count > room { isCut = true }
      guard let duration = Rational(run.duration, timescale) else { return isSound = false }
      var time = start
      for _ in 0..<min(count, room) {
        guard let ticks = ManifestSegments.sum(time, -offset), let start = Rational(ticks, timescale), let following = ManifestSegments.sum(time, run.duration),
          let nextNumber = ManifestSegments.sum(number, 1)
        else { return isSound = false }
        segments.append(ManifestSegment(number: number, time: time, start: start, duration: Seconds(duration), place: run.place))
        (time, number) = (following, nextNumber)
      }
      next = time
    }

    /// The last segment ends with the period.
    mutating func shorten(to end: Rational) {
      guard !isCut, let last = segments.last, let rest = end.minus(last.start), rest.isPositive, rest < last.duration.value else { return }
      segments[segments.count - 1] = ManifestSegment(number: last.number, time: last.time, start: last.start, duration: Seconds(rest), place: last.place)
    }
  }
}
