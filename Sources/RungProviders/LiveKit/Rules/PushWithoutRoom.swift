internal import RungSource
internal import RungSpec

extension LiveKit {
  static let pushWithoutRoom = Rule<Fit<LiveKit>>(
    "push-without-room", family: id, severity: .error,
    summary: "an ingress that is pushed to has no room",
    why: "LiveKit creates such an ingress, but rejects every encoder until an update sets a room.",
    citation: Source.validation("room name, checked again when an encoder connects"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ⟦livekit⟧: {participant: {identity: encoder-1}}
        ingest: {protocols: [rtmp]}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest: {protocols: [rtmp]}
        """)
    ]
  ) { fit, report in
    guard fit.decision.input?.value != .url, fit.options.room == nil, fit.target["room"] == nil else { return }
    report.flag(
      fit.measured.target, "\(path: .livekit("room")) is not set; LiveKit creates the ingress but rejects every encoder",
      notes: [told("invalid ingress: no room name")], help: "set \(.livekit("room"), "…") under this target", missing: SpecKey.livekit("room").path)
  }
}
