internal import RungSource
internal import RungSpec

extension LiveKit {
  static let disabledPull = Rule<Fit<LiveKit>>(
    "disabled-pull", family: id, severity: .error,
    summary: "an ingress that pulls is made disabled",
    why: "An ingress that pulls starts when it is made and does not start again. Disabled it could never do anything.",
    citation: Source.validation("enabled"),
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
      enabled.place, "the ingress is not enabled, and it pulls; LiveKit disables only what is pushed to",
      notes: [answer("invalid ingress: disabled non reusable ingress")],
      help: "leave `enabled` away, and make the ingress when it is to start")
  }
}
