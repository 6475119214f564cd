internal import RungSource
internal import RungSpec

extension LiveKit {
  static let pullSourceMissing = Rule<Fit<LiveKit>>(
    "pull-source-missing", family: id, severity: .error,
    summary: "an ingress that pulls has no source",
    why: "With URL_INPUT LiveKit pulls from a URL, so it requires one.",
    citation: Source.server("CreateIngress, url"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest:
          mode: ⟦pull⟧
        """),
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: vod-1}, input: ⟦URL_INPUT⟧}
        """)
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
    guard let input = fit.decision.input, input.value == .url, fit.stream.written("ingest", "source") == nil,
      !(fit.stream.written("ingest")?.says("source", among: Ingest.shape.keys) ?? false)
    else { return }
    report.flag(
      fit.options.input?.place ?? fit.stream.ingestMode?.place ?? input.place, "\(path: .ingestSource) is not set; LiveKit requires a source to pull",
      notes: [answer("invalid ingress: missing URL parameter")],
      help: "add \(.ingestSource, "{url: \"https://cdn.example.com/live.m3u8\"}")")
  }
}
