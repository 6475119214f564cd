internal import RungSource
internal import RungSpec

extension MKIO {
  static let presetOfOtherType = Rule<Fit<MKIO>>(
    "preset-of-other-type", family: id, severity: .error,
    summary: "the preset belongs to the other encoding type",
    why: "Each of the two presets works with its own type only; a request with the other one is rejected.",
    citation: MKIO.Source.ams("live event types comparison, presetName"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: Standard
            preset_name: ⟦Default1080p⟧
        """,
        mended: """
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: Standard
            preset_name: Default720p
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: Standard
            preset_name: Default720p
        """)
    ]
  ) { fit, report in
    let type = fit.decision.type.value
    // A body that lacks the type has a finding for that.
    guard !fit.decision.isGuess, fit.options.encodingType != nil || report.bodyReading == nil else { return }
    guard let name = fit.options.presetName, let own = MKIOProduct.of(type).preset, name.value != own.name,
      let other = MKIOProduct.all.first(where: { $0.preset?.name == name.value })
    else { return }
    report.flag(
      name.place, "`\(name.value)` is the preset of \(other.type.rawValue); \(type.rawValue) requires `\(own.name)`",
      notes: [fit.facts.because].compactMap { $0 },
      help: .set(.mkio("preset_name"), own.name, at: name.place.span, or: "set \(.mkio("encoding_type"), other.type.rawValue)"))
  }
}
