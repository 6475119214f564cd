internal import RungSource
internal import RungSpec

extension MediaLive {
  static let streamNamesNotOfClass = Rule<Fit<MediaLive>>(
    "stream-names-not-of-class", family: id, severity: .error,
    summary: "more or fewer stream names than the channel has pipelines",
    why: "An RTMP input has a stream name for each pipeline: one of SINGLE_PIPELINE, two of STANDARD.",
    citation: Source.medialive("CreateInput.Destinations; Input.InputClass: STANDARD expects two sources"),
    scope: .wholeStreams,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          medialive:
            channel_class: STANDARD
            stream_names: ⟦[live/primary]⟧
        ingest: {protocols: [rtmp], allow: [203.0.113.0/24]}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          medialive:
            channel_class: STANDARD
            stream_names: [live/primary, live/backup]
        ingest: {protocols: [rtmp], allow: [203.0.113.0/24]}
        """)
    ]
  ) { fit, report in
    guard let names = fit.options.streamNames, fit.decision.input?.value == .rtmpPush, names.value.count != fit.decision.pipelines else { return }
    report.flag(
      names.place, "\(.medialive("stream_names")) has \(names.value.count) \(names.value.count == 1 ? "name" : "names"); \(fit.decision.channelClass.value) requires \(fit.decision.pipelines)",
      help: fit.decision.pipelines == 1 ? "keep the first" : "add that of the second pipeline")
  }
}
