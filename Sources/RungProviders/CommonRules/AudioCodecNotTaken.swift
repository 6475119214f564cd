internal import RungSource
internal import RungSpec

extension CommonRules {
  static let audioCodecNotTaken = Rule<Measured>(
    "audio-codec-not-taken", family: nil, severity: .error,
    summary: "the audio codec of a rendition is not supported by the provider",
    why: "The request is rejected, or viewers whose players do not support the codec get no audio.",
    bad: [
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: high, audio: {codec: ⟦opus⟧}}
        """,
        mended: """
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: high, audio: {codec: aac}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: high, audio: {codec: aac}}
        """)
    ]
  ) { measured, report in
    let limit = measured.facts.audioCodecs
    guard let allowed = limit.value else { return }
    for codec in measured.sound(\.codec) where !allowed.contains(codec.value) {
      // AAC plays wherever a stream plays at all.
      let near = allowed.contains(.aac) ? AudioCodec.aac : allowed.first
      report.flag(
        codec.place,
        "audio codec `\(codec.value.rawValue)` is not supported by \(measured.facts.party); allowed: \(oneOf(allowed.map(\.rawValue)))",
        notes: measured.facts.notes(on: limit, measured.facts.codecAdvice), help: near.map { Help.set(.audioCodec, $0.rawValue, at: codec.place.span) },
        citation: limit.citation)
    }
  }
}
