internal import RungSource
internal import RungSpec

extension Qencode {
  static let streamTimeoutBilled = Rule<Fit<Qencode>>(
    "stream-timeout-billed", family: id, severity: .warning,
    summary: "the stream waits so long for its encoder that the waiting is billed",
    why: "Up to 120 seconds of waiting cost nothing. Beyond, a stream in the states waiting and idle is billed as if it were live, the first 120 seconds included.",
    citation: freeTimeout.citation,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        idle_timeout: ⟦10m⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        idle_timeout: 2m
        """)
    ]
  ) { fit, report in
    guard let timeout = fit.spec.idleTimeout, let free = Qencode.freeTimeout.value, timeout.value > free,
      Qencode.streamTimeout.value?.contains(timeout.value) == true
    else { return }
    report.flag(
      timeout.place, "`idle_timeout` is \(timeout.value.text); above \(free.value.text)s Qencode bills waiting for the encoder as live",
      help: "write `idle_timeout: \(free.text)` if the encoder is quick to come back, and start the stream just before it")
  }
}
