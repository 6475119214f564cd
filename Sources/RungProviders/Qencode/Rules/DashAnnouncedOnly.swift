internal import RungSource
internal import RungSpec

extension Qencode {
  static let dashAnnouncedOnly = Rule<Fit<Qencode>>(
    "dash-announced-only", family: id, severity: .error,
    summary: "DASH is asked for, which Qencode only announces",
    why: "Qencode delivers HLS. Beside HLS a DASH output is missed by the players that want it; alone, nothing that was asked for comes out.",
    citation: Source.reference("output_format: LL-HLS, CMAF and DASH coming soon"),
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
    guard let dash = fit.stream.written("packaging", "dash"), let key = fit.stream.writtenKey("packaging", "dash") else { return }
    let hasHLS = fit.stream.written("packaging", "hls") != nil
    // Settings of what does not come out need no finding of their own.
    report.nameLeaves(of: dash)
    report.flag(
      key, "DASH is asked for; Qencode delivers HLS, and announces DASH as coming soon", severity: hasHLS ? .warning : nil,
      help: hasHLS ? "let players use the HLS output" : "remove `dash` and add `hls: {}`, which every player plays or can be taught to")
  }
}
