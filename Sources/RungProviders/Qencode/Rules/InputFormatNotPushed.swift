internal import RungSource
internal import RungSpec

extension Qencode {
  static let inputFormatNotPushed = Rule<Fit<Qencode>>(
    "input-format-not-pushed", family: id, severity: .warning,
    summary: "the input format is not one that the encoder pushes",
    why: "`input_format` prepares the stream for one protocol. It is a hint: the URL that the encoder uses wins, and the stream then is another than was prepared.",
    citation: Source.reference("input_format: system dynamically changes it depending on the server URL type"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            input_format: ⟦srt⟧
        ingest:
          protocols: [rtmp]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            input_format: srt
        ingest:
          protocols: [rtmp, srt]
        """)
    ]
  ) { fit, report in
    guard let format = fit.options.inputFormat, let protocols = fit.spec.ingest?.value.protocols, !protocols.value.isEmpty,
      !protocols.value.contains(where: { Qencode.inputFormat(of: $0.value) == format.value })
    else { return }
    report.flag(
      format.place, "`input_format` is `\(format.value.rawValue)`; the encoder pushes \(oneOf(protocols.value.map(\.value.rawValue)))",
      notes: [MessageNote("`ingest.protocols` stands here", at: protocols.place.span)], help: "leave `input_format` away: it follows `ingest.protocols`")
  }
}
