internal import RungSource
internal import RungSpec

extension IVS {
  static let channelNameMalformed = Rule<Fit<IVS>>(
    "channel-name-malformed", family: id, severity: .error,
    summary: "a name with characters that a name of Amazon IVS cannot have",
    why: "Names have up to 128 letters, digits, hyphens and underscores.",
    citation: Source.reference("ChannelName: [a-zA-Z0-9-_]*"),
    // The fields of bodies are checked as they are read.
    scope: .specs,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            channel: ⟦"news at ten"⟧
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            channel: ⟦""⟧
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            recording: {name: ⟦"a b"⟧}
        recording:
          destinations: [{url: "s3://archive"}]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            channel: news-at_10
        """),
      Example("""
        rung: 1
        name: News at ten
        targets: [ivs]
        """)
    ]
  ) { fit, report in
    for name in [fit.options.channel, fit.options.recording?.value.name].compactMap({ $0 }) {
      guard !name.value.contains("${env:"), name.value.isEmpty || !IVSTextForm.name.isFitting(name.value) else { continue }
      if name.value.isEmpty {
        report.flag(name.place, "the name is empty; expected \(IVSTextForm.name.says)", help: "remove it")
        continue
      }
      report.flag(name.place, "`\(name.value)` is not a name of Amazon IVS; expected \(IVSTextForm.name.says)")
    }
  }
}
