internal import RungSource
internal import RungSpec

extension Mux {
  static let slateNotShown = Rule<Fit<Mux>>(
    "slate-not-shown", family: id, severity: .warning,
    summary: "a slate is set that is never shown",
    why: "With standard latency Mux inserts a slate only where `use_slate_for_standard_latency` is true, and without a reconnect window there is nothing to bridge.",
    citation: Source.create("use_slate_for_standard_latency: by default, standard latency live streams do not have slate media inserted"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: {mux: {reconnect_slate_url: ⟦"https://example.com/slate.png"⟧}}
        playback: {policy: public}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: {mux: {reconnect_slate_url: "https://example.com/slate.png", use_slate_for_standard_latency: true}}
        playback: {policy: public}
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {reconnect_slate_url: "https://example.com/slate.png"}}
        playback: {policy: public}
        low_latency: true
        idle_timeout: 60s
        """)
    ]
  ) { fit, report in
    guard let slate = fit.options.slate, fit.isStandard, fit.options.usesSlate?.value != true else { return }
    report.flag(
      slate.place, "the slate is not shown: with standard latency Mux inserts one only with \(.mux("use_slate_for_standard_latency"), "true")",
      help: ["set \(.mux("use_slate_for_standard_latency"), "true")", "remove \(.mux("reconnect_slate_url"))"])
  }
}
