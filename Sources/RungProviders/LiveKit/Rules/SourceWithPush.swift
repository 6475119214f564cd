internal import RungSource
internal import RungSpec

extension LiveKit {
  static let sourceWithPush = Rule<Fit<LiveKit>>(
    "source-with-push", family: id, severity: .warning,
    summary: "the encoder pushes, but a source to pull is set as well",
    why: "LiveKit reads the URL for URL_INPUT only, and ignores it for other inputs without an error.",
    citation: Source.server("CreateIngress, url"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest:
          mode: push
          protocols: [rtmp]
          ⟦source⟧: {url: "https://cdn.example.com/live.m3u8"}
        """),
      Example(body: "livekit.create", "{\"room_name\": \"news\", \"participant_identity\": \"encoder-1\", ⟦\"url\"⟧: \"rtsp://192.0.2.1/s\"}"),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest:
          mode: pull
          source: {url: "https://cdn.example.com/live.m3u8"}
        """)
    ]
  ) { fit, report in
    guard fit.decision.input?.value.isPushed == true, let source = fit.spec.ingest?.value.source,
      let key = fit.stream.writtenKey("ingest", "source")
    else { return }
    if let url = source.value.url { report.name(url.place) }
    report.flag(
      key, "\(.ingestSource) is ignored because the encoder pushes; an ingress either pulls or is pushed to",
      // A source that LiveKit cannot pull is no reason to pull.
      help: fit.options.input == nil && source.value.url.map({ url in fit.facts.pullSchemes.value?.contains(url.value.scheme) ?? true }) ?? true
        ? ["set \(.ingestMode, "pull")", "remove \(.ingestSource)"] : "remove \(.ingestSource)")
  }
}
