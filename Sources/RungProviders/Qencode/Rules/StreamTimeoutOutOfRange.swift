internal import RungSource
internal import RungSpec

extension Qencode {
  static let streamTimeoutOutOfRange = Rule<Fit<Qencode>>(
    "stream-timeout-out-of-range", family: id, severity: .warning,
    summary: "the idle timeout is outside the range that Qencode allows",
    why: "Qencode stops a stream that has had no input for the timeout. The API reference states no range; Qencode's own connector allows 1 second to 2 hours.",
    citation: streamTimeout.citation,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        idle_timeout: ⟦3h⟧
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        idle_timeout: 2m
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        idle_timeout: ⟦0s⟧
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        idle_timeout: 1s
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        idle_timeout: 90s
        """)
    ]
  ) { fit, report in
    guard let timeout = fit.spec.idleTimeout, let allowed = Qencode.streamTimeout.value, !allowed.contains(timeout.value) else { return }
    // Up to two minutes nothing is billed for waiting.
    let near = timeout.value < allowed.lowerBound ? allowed.lowerBound : Swift.min(allowed.upperBound, Qencode.freeTimeout.value ?? allowed.upperBound)
    report.flag(
      timeout.place, "\(.idleTimeout) is \(timeout.value.text); Qencode's connector allows \(allowed.lowerBound.text) to \(allowed.upperBound.text)",
      help: .set(.idleTimeout, near.text, at: timeout.place.span))
  }
}
