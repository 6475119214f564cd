internal import RungSource
internal import RungSpec

extension CommonRules {
  static let audioChannelsNotTaken = Rule<Measured>(
    "audio-channels-not-taken", family: nil, severity: .error,
    summary: "the number of audio channels of a rendition is not supported by the provider",
    why: "Providers support mono, stereo and at most a few surround layouts. Other counts are rejected; the provider does not downmix them.",
    bad: [
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: high, audio: {codec: aac, channels: ⟦8⟧}}
        """,
        mended: """
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: high, audio: {codec: aac, channels: 6}}
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
            - {name: high, audio: {codec: aac, channels: 2}}
        """)
    ]
  ) { measured, report in
    let limit = measured.facts.audioChannels
    guard let allowed = limit.value else { return }
    for channels in measured.sound(\.channels) where !allowed.contains(channels.value) {
      let near = nearest(to: channels.value, among: allowed)
      report.flag(
        channels.place,
        "audio has \(channels.value) channels; \(measured.facts.party) supports \(either(allowed.map(String.init)))",
        notes: measured.facts.notes(on: limit), help: near.map { Help.set(.audioChannels, "\($0)", at: channels.place.span) },
        citation: limit.citation)
    }
  }
}
