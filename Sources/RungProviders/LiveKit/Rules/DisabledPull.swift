internal import RungSource
internal import RungSpec

extension LiveKit {
  static let disabledPull = Rule<Fit<LiveKit>>(
    "disabled-pull", family: id, severity: .error,
    summary: "an ingress that pulls is created disabled",
    why: "An ingress that pulls starts when it is created and does not start again. A disabled one would never start.",
    citation: Source.validation("enabled"),
    scope: .wholeStreams,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: vod-1}, enabled: ⟦false⟧}
        ingest:
          mode: pull
          source: {url: "https://cdn.example.com/live.m3u8"}
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
    guard fit.decision.input?.value == .url, let enabled = fit.options.enabled, !enabled.value else { return }
    report.flag(
      enabled.place, "\(.livekit("enabled"), "false") is not allowed for an ingress that pulls; LiveKit supports it for RTMP and WHIP",
      notes: [answer("invalid ingress: disabled non reusable ingress")],
      help: "remove \(.livekit("enabled")), and create the ingress when the stream starts")
  }
}
