internal import RungSource
internal import RungSpec

extension CommonRules {
  static let audioBitrateOutOfRange = Rule<Measured>(
    "audio-bitrate-out-of-range", family: nil, severity: .error,
    summary: "the audio bitrate of a rendition is outside the range that the provider allows",
    why: "The provider rejects the whole request, video included.",
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
        "audio bitrate is \(bitrate.value.prose); \(measured.facts.party) allows \(range.lowerBound.prose) to \(range.upperBound.prose)",
        notes: measured.facts.notes(on: limit), help: .set(.audioBitrate, near.text, at: bitrate.place.span), citation: limit.citation)
    }
  }
}
