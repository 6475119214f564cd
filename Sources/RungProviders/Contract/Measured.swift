package import RungSource
package import RungSpec

/// A stream beside the facts of one provider: what the common rules judge.
package struct Measured: Sendable {
  package var stream: Stream
  package var facts: Facts
  /// The key of the target: where to point when the provider needs something that the spec does not say.
  package var target: Place

  package var renditions: [Located<Rendition>] { stream.ladder?.renditions ?? [] }

  /// What the encoder sends, video and audio together, as far as it is known; nil when it is not.
  package var sentBitrate: Located<Bitrate>? {
    if stream.encoding.value == .passthrough {
      guard let ladder = stream.ladder, let total = ladder.totalBitrate else { return nil }
      let only = ladder.renditions.count == 1 ? ladder.renditions.first?.value.bitrate?.place : nil
      return Located(total, at: only ?? ladder.place)
    }
    guard let video = stream.spec.ingest?.value.video?.value.bitrate else { return nil }
    let audio = stream.spec.ingest?.value.audio?.value.bitrate?.value.bitsPerSecond ?? 0
    let (sum, overflow) = video.value.bitsPerSecond.addingReportingOverflow(audio)
    return overflow ? nil : Located(Bitrate(bitsPerSecond: sum), at: video.place)
  }
}

/// A stream beside one provider's facts, its options, and what was decided from both: what the provider's rules judge.
package struct Fit<P: Provider>: Sendable {
  package var measured: Measured
  package var options: P.Options
  package var decision: P.Decision

  package var stream: Stream { measured.stream }
  package var spec: Spec { measured.stream.spec }
  package var ladder: Ladder? { measured.stream.ladder }
  package var facts: Facts { measured.facts }

  /// Whether the spec has the key, readable or not: a value that failed to read is no reason to say that none is there.
  package func isWritten(_ section: String, _ key: String) -> Bool { stream.document[section]?[key] != nil }
}
