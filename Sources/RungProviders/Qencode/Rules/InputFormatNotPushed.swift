internal import RungSource
internal import RungSpec

extension Qencode {
  static let inputFormatNotPushed = Rule<Fit<Qencode>>(
    "input-format-not-pushed", family: id, severity: .warning,
    summary: "the input format matches none of the push protocols",
    why: "`input_format` prepares the stream for one protocol. It is a hint: if the encoder uses a URL of another protocol, Qencode switches to that one.",
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
      format.place, "\(.qencode("input_format")) is `\(format.value.rawValue)`; the encoder pushes \(oneOf(protocols.value.map(\.value.rawValue)))",
      notes: [MessageNote("\(path: .ingestProtocols) is set here", at: protocols.place.span)],
      help: "remove \(.qencode("input_format")); its default is the first of \(path: .ingestProtocols)")
  }
}
