internal import RungSource
internal import RungSpec

extension MediaLive {
  static let streamNamesNotOfClass = Rule<Fit<MediaLive>>(
    "stream-names-not-of-class", family: id, severity: .error,
    summary: "more or fewer stream names than the channel has pipelines, or one for both",
    why: "An RTMP input has a stream name of its own for each pipeline: one of SINGLE_PIPELINE, two of STANDARD.",
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
        """),
      Example("""
        rung: 1
        name: news
        targets:
          medialive:
            channel_class: STANDARD
            stream_names: [live/primary, ⟦live/primary⟧]
        ingest: {protocols: [rtmp], allow: [203.0.113.0/24]}
        """),
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
    guard let names = fit.options.streamNames, !names.value.isEmpty, fit.decision.input?.value == .rtmpPush else { return }
    if names.value.count == 2, names.value[0].value == names.value[1].value {
      return report.flag(names.value[1].place, "both pipelines have the stream name `\(names.value[1].value)`", help: "set another for the second")
    }
    guard names.value.count != fit.decision.pipelines else { return }
    report.flag(
      names.place, "\(.medialive("stream_names")) has \(names.value.count) \(names.value.count == 1 ? "name" : "names"); \(fit.decision.channelClass.value) requires \(fit.decision.pipelines)",
      help: fit.decision.pipelines == 1 ? "keep the first" : "add that of the second pipeline")
  }
}
