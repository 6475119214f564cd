internal import RungSource

extension SpecRules {
  static let segmentNotWholeGOPs = Rule<Stream>(
    "segment-not-whole-gops", family: "spec", severity: .warning,
    summary: "the segment duration is not a multiple of the keyframe interval",
    why: "A segment begins with a keyframe, so a packager cuts at the first one at or behind the asked length. Segments then come out longer and shorter by turns, and the playlist has to announce the longest.",
    citation: Standard.apple("7.5 and 7.6 (SHOULD): segments of one target length; 7.7 (MUST NOT): longer than the target by more than half a second"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, keyframe_interval: 2s}
          renditions:
            - {name: 720p, resolution: 1280x720}
        packaging: {hls: {segment_duration: ⟦5s⟧}}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, keyframe_interval: 2s}
          renditions:
            - {name: 720p, resolution: 1280x720}
        packaging: {hls: {segment_duration: 6s}}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, gop: 50}
        packaging: {dash: {segment_duration: ⟦6s⟧}}
        """),
      // 6 s at 29.97 fps and 60 frames are 6.006 s, as everybody has it; it is only said.
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30000/1001, gop: 60}
        packaging: {hls: {segment_duration: ⟦6s⟧}}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30000/1001, gop: 60}
        packaging: {hls: {segment_duration: 6.006s}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s}
            - {name: 480p, resolution: 854x480, fps: 25, gop: 25}
        packaging: {hls: {segment_duration: 6s}, dash: {segment_duration: 4s}}
        """)
    ]
  ) { stream, report in
    guard let packaging = stream.spec.packaging?.value, let ladder = stream.ladder, ladder.media == .video else { return }
    for (output, duration) in [("HLS", packaging.hls?.value.segmentDuration), ("DASH", packaging.dash?.value.segmentDuration)] {
      guard let duration, duration.value > Seconds(0) else { continue }
      let cuts = ladder.cuts(into: duration.value)
      guard let first = cuts.first else { continue }
      // Those that it suits already have to be suited by the other length too.
      let mends = first.mends.filter { mend in
        ladder.renditions.allSatisfy { rendition in
          rendition.value.keyframeInterval.map { mend.value.divided(by: $0.value.value)?.whole != nil } ?? true
        }
      }
      let isNTSC = cuts.allSatisfy(\.isNTSC)
      let nearest = mends.min { first.distance($0) < first.distance($1) }
      report.flag(
        duration.place,
        isNTSC
          ? "\(output) segments of \(duration.value.text) come out at \(first.lengths[0]) with a keyframe every \(first.interval.text) (\(first.whose))"
          : "\(output) segments of \(duration.value.text) hold no whole number of keyframe intervals of \(first.interval.text) (\(first.whose)): they come out at \(first.lengths.joined(separator: ", "))",
        severity: isNTSC ? .note : nil,
        notes: [Note("the keyframe interval follows from here", at: first.place.span)]
          + cuts.dropFirst().map { Note("\($0.whose), with a keyframe every \($0.interval.text): \($0.lengths.joined(separator: ", "))", at: $0.place.span) },
        help: mends.isEmpty
          ? "write a segment duration that is a multiple of every keyframe interval"
          : "write \(mends.map { "`segment_duration: \($0.text)`" }.joined(separator: " or "))",
        fix: nearest.flatMap { $0.isDecimal ? .replace(duration.place.span, with: $0.text, .unsafe) : nil })
    }
  }
}

extension Ladder {
  /// How segments of a length would come out, once for each keyframe interval that does not divide it.
  fileprivate func cuts(into target: Seconds) -> [SegmentCut] {
    var cuts: [SegmentCut] = []
    var seen: Set<Seconds> = []
    for index in renditions.indices {
      guard let interval = renditions[index].value.keyframeInterval, interval.value > Seconds(0), !seen.contains(interval.value),
        seen.count < 16
      else { continue }
      seen.insert(interval.value)
      let sharing = renditions.indices.filter { renditions[$0].value.keyframeInterval?.value == interval.value }
      guard let cut = SegmentCut(target, every: interval.value, at: interval.place, naming(sharing)) else { continue }
      cuts.append(cut)
    }
    return cuts
  }
}

/// Segments cut at the first keyframe at or behind each multiple of the target.
private struct SegmentCut {
  let target: Seconds
  let interval: Seconds
  let place: Place
  let whose: String
  /// The first four, in words.
  let lengths: [String]

  /// Nil when all segments are of the target length, or when the numbers are beyond 64 bits.
  init?(_ target: Seconds, every interval: Seconds, at place: Place, _ whose: String) {
    guard let ratio = target.value.divided(by: interval.value), ratio.whole == nil else { return nil }
    var lengths: [String] = []
    var before = 0
    for number in 1...4 {
      guard let exact = ratio.times(Rational(number)), let keyframe = exact.roundedUp else { return nil }
      // Where keyframes are further apart than segments, each keyframe begins one.
      let next = Swift.max(keyframe, before + 1)
      guard let length = interval.value.times(Rational(next - before)) else { return nil }
      lengths.append("\(length.roundedText)s")
      before = next
    }
    self.target = target
    self.interval = interval
    self.place = place
    self.whose = whose
    self.lengths = lengths
  }

  /// The multiples of the interval on either side of the target.
  var mends: [Seconds] {
    guard let upper = target.value.divided(by: interval.value)?.roundedUp else { return [] }
    return (Swift.max(1, upper - 1)...Swift.max(1, upper)).compactMap { count in interval.value.times(Rational(count)).map { Seconds($0) } }
  }

  func distance(_ length: Seconds) -> Rational {
    let difference = length > target ? length.value.minus(target.value) : target.value.minus(length.value)
    // Of two that are as near the longer one is taken: fewer requests.
    return difference.flatMap { length > target ? $0 : $0.plus(Rational(1, 1_000_000) ?? .zero) } ?? Rational(.max)
  }

  /// True when the target differs by 1001/1000 from what comes out, as 6 s and 6.006 s do.
  var isNTSC: Bool {
    guard let out = mends.last, let factor = Rational(1001, 1000), let slow = target.value.times(factor) else { return false }
    return slow == out.value
  }
}
