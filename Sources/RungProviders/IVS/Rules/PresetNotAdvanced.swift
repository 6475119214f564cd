internal import RungSource
internal import RungSpec

extension IVS {
  static let presetNotAdvanced = Rule<Fit<IVS>>(
    "preset-not-advanced", family: id, severity: .error,
    summary: "a transcode preset on a channel type without presets",
    why: "Only the ADVANCED types have transcode presets to choose from.",
    citation: Source.reference("CreateChannel.preset: selectable only for ADVANCED_HD and ADVANCED_SD"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            type: STANDARD
            preset: ⟦HIGHER_BANDWIDTH_DELIVERY⟧
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            preset: ⟦CONSTRAINED_BANDWIDTH_DELIVERY⟧
        encoding: passthrough
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            type: ADVANCED_SD
            preset: HIGHER_BANDWIDTH_DELIVERY
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            preset: HIGHER_BANDWIDTH_DELIVERY
        """)
    ]
  ) { fit, report in
    guard let preset = fit.options.preset, !fit.decision.isGuess, !fit.decision.type.value.isAdvanced else { return }
    report.flag(
      preset.place, "\(.ivs("preset")) requires an ADVANCED type; the channel is \(fit.facts.party)", notes: [fit.facts.because].compactMap { $0 },
      help: fit.spec.encoding?.value == .passthrough
        ? ["remove \(.ivs("preset"))"] : ["set \(.ivs("type"), "ADVANCED_HD")", "remove \(.ivs("preset"))"])
  }
}
