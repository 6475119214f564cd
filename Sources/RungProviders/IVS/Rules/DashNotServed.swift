internal import RungSource
internal import RungSpec

extension IVS {
  static let dashNotServed = Rule<Fit<IVS>>(
    "dash-not-served", family: id, severity: .error,
    summary: "DASH is set, which Amazon IVS does not deliver",
    why: "A channel has one playback URL, which is HLS. With HLS also set, players that require DASH get nothing; with DASH alone, the stream has no output that was set.",
    citation: Source.reference("Channel.playbackUrl: the HLS stream", strength: .inferred),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        packaging:
          ⟦dash⟧: {window: 60s}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        packaging:
          hls: {}
          ⟦dash⟧: {}
        """, severity: .warning)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        packaging:
          hls: {}
        """)
    ]
  ) { fit, report in
    fit.flagDASH("Amazon IVS delivers HLS, and no DASH", &report)
  }
}
