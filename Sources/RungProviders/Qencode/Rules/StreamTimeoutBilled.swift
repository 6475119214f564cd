internal import RungSource
internal import RungSpec

extension Qencode {
  static let streamTimeoutBilled = Rule<Fit<Qencode>>(
    "stream-timeout-billed", family: id, severity: .warning,
    summary: "the idle timeout is so long that waiting is billed",
    why: "Up to 120 seconds of waiting are free. With a longer timeout, a stream in the states waiting and idle is billed as live, including the first 120 seconds.",
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
      timeout.place, "\(.idleTimeout) is \(timeout.value.text); above \(free.value.text) s Qencode bills waiting for the encoder as live",
      help: "set \(.idleTimeout, free.text) and start the stream just before the encoder")
  }
}
