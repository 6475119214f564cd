internal import RungSource
internal import RungSpec

extension MKIO {
  static let presetUnpublished = Rule<Fit<MKIO>>(
    "preset-unpublished", family: id, severity: .warning,
    summary: "a preset that MK.IO does not publish",
    why: "Other presets exist only where MK.IO's support has set them up for the account; elsewhere the request is rejected.",
    citation: MKIO.Source.reference("LiveEventEncoding.presetName, contact support"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: Standard
            preset_name: ⟦Acme720p⟧
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
    guard let name = fit.options.presetName, fit.decision.type.value.mode == .transcode else { return }
    let known = MKIOProduct.all.compactMap { $0.preset?.name }
    guard !known.contains(name.value) else { return }
    let near = Similarity.nearest(to: name.value, among: known)
    report.flag(
      name.place, "`\(name.value)` is not a published preset; MK.IO publishes \(oneOf(known))",
      help: near.help ?? "use it only if MK.IO's support has set it up for the account")
  }
}
