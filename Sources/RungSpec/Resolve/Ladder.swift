package import RungSource

/// The renditions as they will be: defaults worked in, GOP known in frames and in time where either is and the frame
/// rate is.
package struct Ladder: Sendable {
  package enum Source: Sendable {
    case ladder
    /// `encoding: passthrough` without a ladder: the encoder's stream is the ladder.
    case ingest
  }

  /// A rendition that many rules look at.
  final class Box: Sendable {
    let rendition: Rendition

    init(_ rendition: Rendition) { self.rendition = rendition }

    /// Passes it without a copy. Not inlined: that would copy it for every look, with all its values.
    @inline(never) func look<Found>(_ find: (Rendition) -> Found?) -> Found? { find(rendition) }
  }

  package let media: MediaKind
  package let renditions: [Located<Rendition>]
  /// The same renditions, one by one.
  let still: [Box]
  package let source: Source
  /// The key `ladder` or `ingest`: where to point when the ladder as a whole is meant.
  package let place: SourcePlace
  /// `ladder` (or `ingest`) as in the document: tells what was not written from what did not read.
  package let written: Node?
  /// The targets that it is checked for.
  var takers = Takers.unknown
  /// The segment durations that are set, for each output, in seconds above zero.
  var askedSegments: [Seconds] = []

  package init(media: MediaKind, renditions: [Located<Rendition>], source: Source, place: SourcePlace, written: Node?) {
    self.media = media
    self.renditions = renditions
    still = renditions.map { Box($0.value) }
    self.source = source
    self.place = place
    self.written = written
  }

  /// Something of one rendition, which is not copied for it.
  package func look<Found>(at index: Int, _ find: (Rendition) -> Found?) -> Found? { still[index].look(find) }

  /// True when every rendition has a bitrate below the one before, and no larger size: most ladders. Rules that look
  /// for steps out of order have nothing to look for then.
  package var isStrictlyFalling: Bool {
    var lastBits = Int64.max
    var lastPixels = Int.max
    for index in renditions.indices {
      let rate = media == .video ? renditions[index].value.bitrate : renditions[index].value.audio?.value.bitrate
      guard let bits = rate?.value.bitsPerSecond, bits < lastBits else { return false }
      lastBits = bits
      guard media == .video else { continue }
      guard let pixels = renditions[index].value.resolution?.value.pixels, pixels <= lastPixels else { return false }
      lastPixels = pixels
    }
    return true
  }

  /// Video and audio of all renditions together; nil when a bitrate is missing or the sum is beyond 64 bits.
  package var totalBitrate: Bitrate? {
    var sum: Int64 = 0
    var overflow = false
    func add(_ bitrate: Bitrate) {
      let (total, over) = sum.addingReportingOverflow(bitrate.bitsPerSecond)
      (sum, overflow) = (total, overflow || over)
    }
    for rendition in renditions {
      if media == .video {
        guard let video = rendition.value.bitrate else { return nil }
        add(video.value)
      }
      if let audio = rendition.value.audio?.value {
        guard let bitrate = audio.bitrate else { return nil }
        add(bitrate.value)
      }
    }
    if overflow { return nil }
    return renditions.isEmpty ? nil : Bitrate(bitsPerSecond: sum)
  }
}

extension Rendition {
  /// What messages call it: "rendition `720p`".
  package var reference: Message {
    name.map { "\(term: .rendition) `\($0.value)`" } ?? resolution.map { "the \($0.value.text) \(term: .rendition)" } ?? "the \(term: .rendition)"
  }

  /// The same as specs have it: "rendition `720p`".
  package var label: String { Vocabulary.spec.text(reference) }

  /// fps × keyframe interval, in frames: a whole number or not.
  package var framesPerInterval: Rational? {
    guard let fps, let keyframeInterval else { return nil }
    return fps.value.value.times(keyframeInterval.value.value)
  }

  /// Computes the side that is left to the source, where its size is known.
  mutating func completeResolution(for source: IngestVideo?, _ report: inout Report) {
    guard resolution == nil, let side = statedSide, let source, let sent = source.resolution, let aspect = source.displayAspect,
      let size = side.value.resolved(for: aspect)
    else { return }
    resolution = report.derive(
      size, "\(side.value.text) of a source of \(source.shown?.value.text ?? sent.value.text)", from: [side.place, sent.place] + [source.sampleAspectRatio?.place].compactMap { $0 })
  }

  /// Computes one of GOP and keyframe interval from the other. What is not a whole number stays open: a rule reports it.
  mutating func completeGOP(_ report: inout Report) {
    guard let fps else { return }
    if gop == nil, let interval = keyframeInterval, let frames = framesPerInterval?.whole, frames > 0 {
      gop = report.derive(
        frames, "\(fps.value.text) fps × \(interval.value.text) = \(frames) frames", from: [interval.place, fps.place])
    } else if keyframeInterval == nil, let gop, let time = Rational(gop.value).divided(by: fps.value.value) {
      keyframeInterval = report.derive(
        Seconds(time), "\(gop.value) frames ÷ \(fps.value.text) fps", from: [gop.place, fps.place])
    }
  }
}
