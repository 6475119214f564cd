internal import RungSource
internal import RungSpec

extension CommonRules {
  static let audioBitrateOutOfRange = Rule<Measured>(
    "audio-bitrate-out-of-range", family: nil, severity: .error,
    summary: "a rendition has an audio bitrate outside of what the provider takes",
    why: "The whole request is refused for it, the video with the sound.",
    bad: [
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: high, audio: {bitrate: ⟦320k⟧}}
        """,
        mended: """
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: high, audio: {bitrate: 256k}}
        """),
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: low, audio: {bitrate: ⟦32k⟧}}
        """,
        mended: """
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: low, audio: {bitrate: 64k}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: high, audio: {bitrate: 256k}}
            - {name: low, audio: {bitrate: 64k}}
        """)
    ]
  ) { measured, report in
    let limit = measured.facts.audioBitrate
    guard let range = limit.value else { return }
    for bitrate in measured.sound(\.bitrate) where !range.contains(bitrate.value) {
      let near = bitrate.value < range.lowerBound ? range.lowerBound : range.upperBound
      report.flag(
        bitrate.place,
        "the audio bitrate is \(bitrate.value.prose); \(measured.facts.party) takes \(range.lowerBound.prose) to \(range.upperBound.prose)",
        notes: measured.facts.notes(on: limit),
        help: "write `bitrate: \(near.text)`", fix: .replace(bitrate.place.span, with: near.text, .unsafe), citation: limit.citation)
    }
  }
}
