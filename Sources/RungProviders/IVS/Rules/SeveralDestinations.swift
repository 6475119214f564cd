internal import RungSource
internal import RungSpec

extension IVS {
  static let severalDestinations = Rule<Fit<IVS>>(
    "several-destinations", family: id, severity: .error,
    summary: "more than one recording destination",
    why: "A recording configuration has one bucket, and a channel one recording configuration.",
    citation: Source.reference("DestinationConfiguration: one and only one type of destination configuration"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        recording:
          destinations:
            - {url: "s3://archive"}
            - ⟦{url: "s3://second"}⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        recording:
          destinations:
            - {url: "s3://archive"}
        """)
    ]
  ) { fit, report in
    for destination in fit.spec.recording?.value.destinations?.value.dropFirst() ?? [] {
      report.flag(destination.place, "a channel records into one bucket; this is another", help: "remove it")
    }
  }
}
