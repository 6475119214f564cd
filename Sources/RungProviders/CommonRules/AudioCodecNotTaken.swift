internal import RungSource
internal import RungSpec

extension CommonRules {
  static let audioCodecNotTaken = Rule<Measured>(
    "audio-codec-not-taken", family: nil, severity: .error,
    summary: "a rendition has an audio codec that the provider does not take",
    why: "The request is refused, or the sound is missing for the viewers whose players do not know the codec.",
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
        "the audio codec is `\(codec.value.rawValue)`; \(measured.facts.party) takes \(oneOf(allowed.map(\.rawValue)))",
        notes: measured.facts.notes(on: limit),
        help: near.map { "write `codec: \($0.rawValue)`" },
        fix: near.map { .replace(codec.place.span, with: $0.rawValue, .unsafe) }, citation: limit.citation)
    }
  }
}
