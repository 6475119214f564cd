internal import RungSource
internal import RungSpec

extension Qencode {
  static let outputFormatAnnouncedOnly = Rule<Fit<Qencode>>(
    "output-format-announced-only", family: id, severity: .warning,
    summary: "the output format is one that Qencode only announces",
    why: "The reference calls LL-HLS, CMAF and DASH coming soon. An example of 2021 sends `cmaf` all the same, so the request may be taken; what comes out of it nobody says.",
    citation: Source.reference("output_format: LL-HLS, CMAF and DASH coming soon"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            output_format: ⟦cmaf⟧
        """,
        mended: """
        rung: 1
        name: news
        targets:
          qencode:
            output_format: hls
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            output_format: hls
        """)
    ]
  ) { fit, report in
    guard let format = fit.options.outputFormat, format.value != .hls else { return }
    report.flag(
      format.place, "`output_format` is `\(format.value.rawValue)`; Qencode delivers `hls`, and announces the others as coming soon",
      notes: format.value == .cmaf ? [MessageNote("the reference's example of an update sends `cmaf`, and the answer repeats it")] : [],
      help: "write `output_format: hls`, or ask Qencode whether the account has it",
      fix: .replace(format.place.span, with: QencodeOutputFormat.hls.rawValue, .unsafe))
  }
}
