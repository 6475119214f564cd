internal import RungSource
internal import RungSpec

extension LiveKit {
  static let passthroughNotWHIP = Rule<Fit<LiveKit>>(
    "passthrough-not-whip", family: id, severity: .error,
    summary: "the encoder's stream is to be passed through, and it does not come over WHIP",
    why: "A room speaks WebRTC. What comes over RTMP or from a URL has to be turned into it; over WHIP it already is.",
    citation: Source.validation("enable_transcoding"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        encoding: ⟦passthrough⟧
        ingest: {protocols: [rtmp]}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        encoding: ⟦passthrough⟧
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
        encoding: passthrough
        ingest: {protocols: [whip]}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        ingest: {protocols: [rtmp]}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          livekit:
            room: news
            participant: {identity: encoder-1}
            overrides: {encoding: transcode}
        encoding: passthrough
        ingest: {protocols: [rtmp]}
        """)
    ]
  ) { fit, report in
    guard !fit.decision.transcodes, let input = fit.decision.input, input.value != .whip else { return }
    report.flag(
      fit.stream.encoding.place,
      "`encoding` is passthrough, and the input is \(input.value.rawValue); LiveKit passes on only what comes over WHIP",
      notes: [
        answer("invalid transcoding bypass configuration: bypassing transcoding impossible with selected input type"), fit.decision.because,
      ].compactMap { $0 },
      // What keeps the meaning comes first.
      help: "push with `whip`, or write `overrides: {encoding: transcode}` under this target")
  }
}
