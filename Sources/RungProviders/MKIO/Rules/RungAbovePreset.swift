internal import RungSource
internal import RungSpec

extension MKIO {
  static let rungAbovePreset = Rule<Fit<MKIO>>(
    "rung-above-preset", family: id, severity: .error,
    summary: "the ladder has a resolution that the encoding type does not produce",
    why: "Viewers would get less than the ladder says: Standard produces up to 720p, Premium1080p up to 1080p.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: Standard
        ladder:
          renditions:
            - {name: 1080p, resolution: ⟦1920x1080⟧, fps: 30, bitrate: 5M}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: Premium1080p
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, bitrate: 5M}
        """)
    ]
  ) { fit, report in
    let product = MKIOProduct.of(fit.decision.type.value)
    guard let preset = product.preset, let most = product.topHeight, let ladder = fit.ladder,
      fit.options.presetName.map({ $0.value == preset.name }) ?? true
    else { return }
    for resolution in ladder.renditions.compactMap(\.value.resolution) where resolution.value.height > most {
      report.flag(
        resolution.place, "resolution \(resolution.value.text) is not produced with \(.mkio("encoding_type"), product.type.rawValue); its maximum is \(most)p",
        notes: [fit.facts.because].compactMap { $0 },
        help: product.type == .standard ? "set \(.mkio("encoding_type"), "Premium1080p")" : "set \(.encoding, "passthrough") and push the ladder",
        citation: preset.citation)
    }
  }
}
