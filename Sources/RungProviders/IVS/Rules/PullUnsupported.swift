internal import RungSource
internal import RungSpec

extension IVS {
  static let pullUnsupported = Rule<Fit<IVS>>(
    "pull-unsupported", family: id, severity: .error,
    summary: "pull is set, which Amazon IVS does not support",
    why: "A channel has an endpoint to push to, and no field for a source.",
    citation: Source.reference("Channel.ingestEndpoint: used when you set up streaming software"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        ingest:
          mode: pull
          source: {url: ⟦"srt://origin.example.com:9000"⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        ingest:
          protocols: [rtmps]
        """)
    ]
  ) { fit, report in
    guard let mode = fit.stream.ingestMode, mode.value == .pull else { return }
    report.name(mode.place)
    report.flag(
      fit.spec.ingest?.value.source?.value.url?.place ?? mode.place, "pulling a source is not supported by Amazon IVS; the encoder must push",
      help: fit.spec.targets?.value.dropFirst().isEmpty ?? true
        ? "set \(.ingest, "{mode: push}")" : "set \(.ivs("overrides"), "{ingest: {mode: push}}") under this target")
  }
}
