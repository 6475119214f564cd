internal import RungSource
internal import RungSpec

extension CommonRules {
  static let audioChannelsNotTaken = Rule<Measured>(
    "audio-channels-not-taken", family: nil, severity: .error,
    summary: "a rendition has a number of audio channels that the provider does not take",
    why: "Providers take mono, stereo and at most some kinds of surround sound. Other counts are refused, never mixed down in silence.",
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
        "the sound has \(channels.value) channels; \(measured.facts.party) takes \(either(allowed.map(String.init)))",
        notes: measured.facts.notes(on: limit),
        help: near.map { "write `channels: \($0)`" }, fix: near.map { .replace(channels.place.span, with: String($0), .unsafe) },
        citation: limit.citation)
    }
  }
}
