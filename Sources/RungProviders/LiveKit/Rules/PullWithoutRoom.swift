internal import RungSource
internal import RungSpec

extension LiveKit {
  static let pullWithoutRoom = Rule<Fit<LiveKit>>(
    "pull-without-room", family: id, severity: .error,
    summary: "a source is pulled, and there is no room to publish it to",
    why: "LiveKit starts to pull at once, so it has to know where to at once.",
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
      fit.measured.target, "the target livekit has no `room`, and the source is pulled into one at once",
      notes: [answer("invalid ingress: no room name"), fit.decision.because].compactMap { $0 },
      help: "write `room: …` under this target")
  }
}
