internal import RungSource
internal import RungSpec

extension Cloudflare {
  static let timeoutNotWhole = Rule<Fit<Cloudflare>>(
    "timeout-not-whole", family: id, severity: .error,
    summary: "a duration is not a whole number of seconds",
    why: "Cloudflare counts the timeout in whole seconds. Rung does not round values without saying so.",
    citation: Source.api("recording.timeoutSeconds: integer"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        idle_timeout: ⟦90.5s⟧
        """,
        mended: """
        rung: 1
        name: news
        targets: [cloudflare]
        idle_timeout: 1m31s
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        idle_timeout: 1.5m
        """)
    ]
  ) { fit, report in
    guard let time = fit.spec.idleTimeout, time.value.whole == nil else { return }
    let near = time.value.value.rounded.map(Seconds.init(_:))
    report.flag(
      time.place, "\(.idleTimeout) is \(time.value.text); Cloudflare requires whole seconds", help: near.map { Help.set(.idleTimeout, $0.text, at: time.place.span) })
  }
}
