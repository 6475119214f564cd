internal import RungSource
internal import RungSpec

extension IVS {
  static let regionUnknown = Rule<Fit<IVS>>(
    "region-unknown", family: id, severity: .warning,
    summary: "a region that Amazon IVS does not list",
    why: "The API answers in the regions of its endpoints only.",
    citation: Source.endpoints("IVS low-latency streaming endpoints"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            region: ⟦eu-west-2⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            region: eu-west-1
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs: {}
        """)
    ]
  ) { fit, report in
    guard let region = fit.options.region, !region.value.contains("${env:"), let known = IVS.regions.value, !known.contains(region.value) else { return }
    report.flag(region.place, "`\(region.value)` is not a known region of Amazon IVS; known: \(known.joined(separator: ", "))")
  }
}
