internal import RungSource
internal import RungSpec

extension Qencode {
  static let dashAnnouncedOnly = Rule<Fit<Qencode>>(
    "dash-announced-only", family: id, severity: .error,
    summary: "DASH is set, which Qencode has only announced",
    why: "Qencode delivers HLS only. With HLS also set, players that require DASH get nothing; with DASH alone, the stream has no output that was set.",
    citation: Source.reference("output_format: LL-HLS, CMAF and DASH coming soon"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        packaging:
          ⟦dash⟧: {window: 60s}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        packaging:
          hls: {}
          ⟦dash⟧: {}
        """, severity: .warning)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        packaging:
          hls: {}
        """)
    ]
  ) { fit, report in
    fit.flagDASH("Qencode does not support DASH output yet (announced as coming soon)", &report)
  }
}
