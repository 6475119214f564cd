internal import RungSource
internal import RungSpec

extension IVS {
  static let typeMismatch = Rule<Fit<IVS>>(
    "type-mismatch", family: id, severity: .error,
    summary: "`encoding` and the channel type contradict each other",
    why: "BASIC forwards what the encoder sends, the ADVANCED types make renditions. STANDARD does either, by its multitrack input.",
    citation: Source.channelTypes("transcoding and transmuxing by the channel type"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            type: ⟦BASIC⟧
        encoding: transcode
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            type: ⟦ADVANCED_HD⟧
        encoding: passthrough
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            type: BASIC
        encoding: passthrough
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            type: ADVANCED_SD
        encoding: transcode
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            type: ADVANCED_SD
        """)
    ]
  ) { fit, report in
    guard let type = fit.options.type, let mode = type.value.mode, let encoding = fit.spec.encoding, encoding.value != mode else { return }
    report.flag(
      type.place,
      "\(type.value.rawValue) \(mode == .passthrough ? "forwards what the encoder sends" : "makes renditions"); it contradicts \(.encoding, encoding.value.rawValue)",
      notes: [MessageNote("\(.encoding) is set here", at: encoding.place.span)],
      help: ["remove \(.ivs("type"))", "set \(.ivs("overrides"), "{encoding: \(mode.rawValue)}") under this target"])
  }
}
