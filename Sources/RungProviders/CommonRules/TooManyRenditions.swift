internal import RungSource
internal import RungSpec

extension CommonRules {
  static let tooManyRenditions = Rule<Measured>(
    "too-many-renditions", family: nil, severity: .error,
    summary: "the ladder has more renditions than the provider allows",
    why: "The provider rejects the whole request, not just the extra renditions.",
    bad: [
      Example("""
        rung: 1
        name: news
        media: audio
        targets: [tenbyte]
        ladder:
          defaults: {audio: {codec: aac, channels: 2, sample_rate: 48 kHz}}
          renditions:
            - {name: a, audio: {bitrate: 256k}}
            - {name: b, audio: {bitrate: 128k}}
            - {name: c, audio: {bitrate: 96k}}
            - ⟦{name: d, audio: {bitrate: 64k}}⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        media: audio
        targets: [tenbyte]
        ladder:
          defaults: {audio: {codec: aac, channels: 2, sample_rate: 48 kHz}}
          renditions:
            - {name: a, audio: {bitrate: 256k}}
            - {name: b, audio: {bitrate: 128k}}
            - {name: c, audio: {bitrate: 64k}}
        """)
    ]
  ) { measured, report in
    guard let ladder = measured.stream.ladder else { return }
    let limit = ladder.media == .video ? measured.facts.videoRenditions : measured.facts.audioRenditions
    guard let most = limit.value?.upperBound, ladder.renditions.count > most else { return }
    report.flag(
      ladder.renditions[most].place,
      "the ladder has \(ladder.renditions.count) \(ladder.media.rawValue) \(term: .renditions); \(measured.facts.party) allows at most \(most)",
      notes: measured.facts.notes(on: limit),
      help: [
        "remove \(ladder.renditions.count - most)", "name them in \(path: .ladderDrop) under this target's \(.targetOverrides) to keep them elsewhere",
      ],
      citation: limit.citation)
  }
}
