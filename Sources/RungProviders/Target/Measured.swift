package import RungSource
package import RungSpec

/// A stream with the facts of one provider: the input of the common rules. A class, because it is large and shared.
package final class Measured: Sendable {
  package let stream: Stream
  package let facts: Facts
  /// The key of the target: the place of a finding about something that the provider needs and the spec does not set.
  package let target: SourcePlace
  /// What the target encodes where that is not the ladder; nil where it is.
  let encoded: [Located<Rendition>]?

  package init(stream: Stream, facts: Facts, target: SourcePlace, encoded: [Located<Rendition>]? = nil) {
    (self.stream, self.facts, self.target, self.encoded) = (stream, facts, target, encoded)
  }

  package var renditions: [Located<Rendition>] { stream.ladder?.renditions ?? [] }

  /// What the encoder sends, video and audio together, as far as it is set: the rest can only add to it.
  package var sentBitrate: (bitrate: Located<Bitrate>, isAll: Bool)? {
    let isForwarded = stream.encoding.value == .passthrough
    let ingest = stream.spec.ingest?.value
    var parts: [Located<Bitrate>?] = []
    if isForwarded {
      for rendition in renditions.map(\.value) {
        if stream.ladder?.media == .video { parts.append(rendition.bitrate) }
        if let audio = rendition.audio { parts.append(audio.value.bitrate) }
      }
    } else {
      if let video = ingest?.video { parts.append(video.value.bitrate) }
      if let audio = ingest?.audio { parts.append(audio.value.bitrate) }
    }
    let stated = parts.compactMap { $0 }
    guard let first = stated.first else { return nil }
    var sum: Int64 = 0
    for part in stated {
      let (next, overflow) = sum.addingReportingOverflow(part.value.bitsPerSecond)
      sum = overflow ? .max : next
    }
    let ladder = isForwarded && renditions.count > 1 ? stream.ladder?.place : nil
    return (Located(Bitrate(bitsPerSecond: sum), at: ladder ?? first.place), stated.count == parts.count)
  }
}
