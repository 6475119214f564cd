internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let regionMissing = Rule<Fit<Tenbyte>>(
    "region-missing", family: id, severity: .error,
    summary: "the target has no region",
    why: "The region decides which edge the encoder sends to and sets the ingest host. Tenbyte has no default for it.",
    citation: Source.reference("region, required"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [⟦tenbyte⟧]
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ⟦tenbyte⟧: {}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          tenbyte: {region: sg-edge-04}
        """)
    ]
  ) { fit, report in
    let isSaid = fit.stream.written("targets", id)?.says("region", among: options.keys + CommonOptions.keys) ?? false
    guard fit.options.region == nil, !isSaid else { return }
    report.flag(
      fit.measured.target, "\(path: .tenbyte("region")) is not set; Tenbyte requires it",
      help: "set \(.tenbyte("region"), "sg-edge-04") under this target with the code of the edge nearest to the encoder")
  }
}
