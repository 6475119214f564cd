internal import RungSource
internal import RungSpec

extension LiveKit {
  static let pullWithoutRoom = Rule<Fit<LiveKit>>(
    "pull-without-room", family: id, severity: .error,
    summary: "an ingress that pulls has no room",
    why: "LiveKit starts to pull at once, so it requires the room at once.",
    citation: Source.validation("room name"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ⟦livekit⟧: {participant: {identity: vod-1}}
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
    guard fit.decision.input?.value == .url, fit.options.room == nil, fit.target["room"] == nil else { return }
    report.flag(
      fit.measured.target, "\(path: .livekit("room")) is not set; LiveKit requires the room of a source that it pulls",
      notes: [answer("invalid ingress: no room name"), fit.decision.because].compactMap { $0 },
      help: "set \(.livekit("room"), "…") under this target", missing: SpecKey.livekit("room").path)
  }
}
