internal import RungSource
internal import RungSpec

extension LiveKit {
  static let ingressDisabled = Rule<Fit<LiveKit>>(
    "ingress-disabled", family: id, severity: .warning,
    summary: "the ingress is created disabled",
    why: "Encoders that connect are rejected with 403 until an update enables it.",
    citation: Source.ingress("a disabled ingress answers 403 `session is disabled`"),
    scope: .wholeStreams,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}, enabled: ⟦false⟧}
        ingest: {protocols: [rtmp]}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}, enabled: true}
        ingest: {protocols: [rtmp]}
        """)
    ]
  ) { fit, report in
    guard fit.decision.input?.value != .url, let enabled = fit.options.enabled, !enabled.value else { return }
    report.flag(
      enabled.place, "\(.livekit("enabled")) is false; LiveKit rejects encoders until an update enables the ingress",
      notes: [told("session is disabled")], help: "remove \(.livekit("enabled")) to accept encoders")
  }
}
