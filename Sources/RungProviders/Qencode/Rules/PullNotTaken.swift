internal import RungSource
internal import RungSpec

extension Qencode {
  static let pullNotTaken = Rule<Fit<Qencode>>(
    "pull-not-taken", family: id, severity: .error,
    summary: "pull is set, which Qencode does not support",
    why: "Qencode returns URLs to push to. It has no field for a source to pull.",
    citation: Source.reference("server_urls: the list of server URLs available for ingest", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          mode: pull
          source: {url: ⟦"srt://origin.example.com:9000"⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: [tenbyte, qencode]
        ingest:
          mode: pull
          source: {url: ⟦"srt://origin.example.com:9000"⟧}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          protocols: [srt]
        """),
      Example("""
        rung: 1
        name: news
        targets: {tenbyte: {}, qencode: {overrides: {ingest: {mode: push}}}}
        ingest:
          mode: pull
          source: {url: "srt://origin.example.com:9000"}
        """),
    ]
  ) { fit, report in
    guard let mode = fit.stream.ingestMode, mode.value == .pull else { return }
    report.name(mode.place)
    report.flag(
      fit.spec.ingest?.value.source?.value.url?.place ?? mode.place, "pulling a source is not supported by Qencode; the encoder must push",
      // Other targets may pull: they keep their source.
      help: fit.spec.targets?.value.dropFirst().isEmpty ?? true
        ? "set \(.ingest, "{mode: push}")"
        : "set \(.qencode("overrides"), "{ingest: {mode: push}}") under this target")
  }
}
