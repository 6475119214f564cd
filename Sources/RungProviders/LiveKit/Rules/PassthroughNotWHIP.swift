internal import RungSource
internal import RungSpec

extension LiveKit {
  static let passthroughNotWHIP = Rule<Fit<LiveKit>>(
    "passthrough-not-whip", family: id, severity: .error,
    summary: "passthrough without WHIP",
    why: "A room uses WebRTC. RTMP and URL inputs must be transcoded to it; WHIP already is WebRTC.",
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
      "LiveKit supports \(.encoding, "passthrough") over WHIP only; this stream is \(input.value == .url ? "pulled" : "pushed over RTMP")",
      notes: [
        answer("invalid transcoding bypass configuration: bypassing transcoding impossible with selected input type"), fit.decision.because,
      ].compactMap { $0 },
      // The way that keeps the author's intent comes first.
      help: ["push with `whip`", "set \(.livekit("overrides"), "{encoding: transcode}") under this target"])
  }
}
