internal import RungSource
internal import RungSpec

extension MKIO {
  static let encodingTypeMismatch = Rule<Fit<MKIO>>(
    "encoding-type-mismatch", family: id, severity: .error,
    summary: "`encoding` and `encoding_type` contradict each other",
    why: "One says that MK.IO encodes the ladder, the other that the encoder does. The request carries the type.",
    citation: MKIO.Source.guide("encodingType decides whether MK.IO forwards or transcodes"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: ⟦PassthroughBasic⟧
        encoding: transcode
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughBasic
        encoding: passthrough
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughBasic
        """)
    ]
  ) { fit, report in
    guard let stated = fit.options.encodingType, let type = stated.value.type, let encoding = fit.spec.encoding,
      encoding.value != type.mode
    else { return }
    report.flag(
      stated.place,
      "\(type.rawValue) \(type.mode == .passthrough ? "forwards what the encoder sends" : "transcodes"); it contradicts \(.encoding, encoding.value.rawValue)",
      notes: [MessageNote("\(.encoding) is set here", at: encoding.place.span)],
      help: ["set \(.mkio("encoding_type"), "auto")", "set \(.mkio("overrides"), "{encoding: \(type.mode.rawValue)}") under this target"])
  }
}
