internal import RungSource
internal import RungSpec

extension MKIO {
  static let encodingSettingOnPassthrough = Rule<Fit<MKIO>>(
    "encoding-setting-on-passthrough", family: id, severity: .warning,
    summary: "an encoder setting on a live event that does not encode",
    why: "Passthrough forwards what comes in, so presets and image fitting have no effect.",
    citation: MKIO.Source.reference("LiveEventEncoding: encoding only"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughBasic
            stretch_mode: ⟦AutoFit⟧
        encoding: passthrough
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: Standard
            stretch_mode: AutoFit
        """)
    ]
  ) { fit, report in
    guard !fit.decision.isGuess, fit.decision.type.value.mode == .passthrough else { return }
    let settings: [(Located<String>?, SpecKey)] = [(fit.options.presetName, .mkio("preset_name")), (fit.options.stretchMode, .mkio("stretch_mode"))]
    for case (let setting?, let key) in settings {
      report.flag(
        setting.place, "\(key) requires an encoding type; \(fit.facts.party) does not encode",
        notes: [fit.facts.because].compactMap { $0 }, help: ["remove \(key)", "set \(fit.setting(.standard))"])
    }
  }
}
