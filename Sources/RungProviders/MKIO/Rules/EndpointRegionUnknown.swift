internal import RungSource
internal import RungSpec

extension MKIO {
  static let endpointRegionUnknown = Rule<Fit<MKIO>>(
    "endpoint-region-unknown", family: id, severity: .warning,
    summary: "a region that MK.IO does not list",
    why: "The endpoint's location must be the project's own region, and a project is in one of those that MK.IO lists.",
    citation: MKIO.regions.citation,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            endpoint: {location: ⟦westeurop⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            endpoint: {location: westeurope}
        """)
    ]
  ) { fit, report in
    guard let known = MKIO.regions.value, let region = fit.options.endpoint?.value.location, !known.contains(region.value) else { return }
    let near = Similarity.nearest(to: region.value, among: known)
    report.flag(
      region.place, "`\(region.value)` is not a region that MK.IO lists", notes: near.candidates.isEmpty ? [MessageNote("MK.IO lists \(oneOf(known))")] : [],
      help: near.help ?? "use the region of the project",
      fix: near.only.map { .replace(region.place.span, with: $0, .unsafe) })
  }
}
