internal import RungSource
internal import RungSpec

extension LiveKit {
  static let pushWithoutRoom = Rule<Fit<LiveKit>>(
    "push-without-room", family: id, severity: .error,
    summary: "an encoder is to push, and there is no room to publish to",
    why: "LiveKit makes such an ingress and then turns every encoder away, until an update names a room.",
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
      fit.measured.target, "the target livekit has no `room`; LiveKit makes the ingress, and turns every encoder away",
      notes: [told("invalid ingress: no room name")], help: "write `room: …` under this target")
  }
}
