internal import RungSource
internal import RungSpec

extension Mux {
  static let dashNotMade = Rule<Fit<Mux>>(
    "dash-not-made", family: id, severity: .error,
    summary: "DASH is set, which Mux does not deliver",
    why: "Mux delivers live streams as HLS. With HLS also set, players that require DASH get nothing; with DASH alone, the stream has no output that was set.",
    citation: Source.latency("live streaming is built with RTMP ingest and HLS delivery"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        packaging:
          ⟦dash⟧: {window: 60s}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        packaging:
          hls: {}
          ⟦dash⟧: {}
        """, severity: .warning)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        packaging:
          hls: {}
        """)
    ]
  ) { fit, report in
    fit.flagDASH("Mux delivers HLS, and no DASH", &report)
  }
}
