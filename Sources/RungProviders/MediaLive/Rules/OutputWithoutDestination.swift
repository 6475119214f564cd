internal import RungSource
internal import RungSpec

extension MediaLive {
  static let outputWithoutDestination = Rule<Fit<MediaLive>>(
    "output-without-destination", family: id, severity: .error,
    summary: "an output that needs destinations, and has not one of its own for each pipeline",
    why: "The outputs `hls` and `cmaf-ingest` go to a URL for each pipeline: one of SINGLE_PIPELINE, two of STANDARD.",
    citation: Source.medialive("OutputDestination.Settings: one destination for each redundant encoder"),
    scope: .wholeStreams,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          medialive: {output: ⟦hls⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          medialive:
            channel_class: STANDARD
            output: cmaf-ingest
            destinations: ⟦["https://a.example.com/live"]⟧
        """),
      Example("""
        rung: 1
        name: news
        targets:
          medialive:
            channel_class: STANDARD
            output: hls
            destinations: ["s3ssl://bucket/live/index", ⟦"s3ssl://bucket/live/index"⟧]
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          medialive:
            output: hls
            destinations: ["s3ssl://bucket/live/index"]
        """)
    ]
  ) { fit, report in
    guard [.hls, .cmafIngest].contains(fit.decision.output.value), let output = fit.options.output else { return }
    let needed = fit.decision.pipelines
    guard let destinations = fit.options.destinations else {
      guard !fit.isWritten("targets", id, "destinations") else { return }
      return report.flag(
        output.place, "output `\(output.value.rawValue)` requires \(needed == 1 ? "a destination" : "two destinations"); \(.medialive("destinations")) is not set",
        help: needed == 1 ? "set \(.medialive("destinations"), "[s3ssl://bucket/folder/index]")" : "set \(.medialive("destinations")) to a URL for each pipeline")
    }
    if destinations.value.count == 2, destinations.value[0].value.text == destinations.value[1].value.text {
      return report.flag(destinations.value[1].place, "both pipelines write to `\(destinations.value[1].value.text)`", help: "set another for the second")
    }
    guard !destinations.value.isEmpty, destinations.value.count != needed else { return }
    report.flag(
      destinations.place, "\(.medialive("destinations")) has \(destinations.value.count) \(destinations.value.count == 1 ? "URL" : "URLs"); \(fit.decision.channelClass.value) requires \(needed)",
      help: needed == 1 ? "keep the first" : "add that of the second pipeline")
  }
}
