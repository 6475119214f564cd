internal import RungSource
internal import RungSpec

extension Qencode {
  static let outputFormatAnnouncedOnly = Rule<Fit<Qencode>>(
    "output-format-announced-only", family: id, severity: .warning,
    summary: "the output format is one that Qencode has only announced",
    why: "The reference lists LL-HLS, CMAF and DASH as coming soon. An example of 2021 sends `cmaf` nevertheless, so the request may be accepted; the result is not documented.",
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
      format.place, "output format `\(format.value.rawValue)` is not supported by Qencode yet (announced as coming soon); allowed: `hls`",
      notes: format.value == .cmaf ? [MessageNote("the reference's example of an update sends `cmaf`, and the answer repeats it")] : [],
      help: .set(.qencode("output_format"), QencodeOutputFormat.hls.rawValue, at: format.place.span, or: "ask Qencode whether your account has it"))
  }
}
