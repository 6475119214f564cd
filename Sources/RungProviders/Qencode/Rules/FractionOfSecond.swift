internal import RungSource
internal import RungSpec

extension Qencode {
  static let fractionOfSecond = Rule<Fit<Qencode>>(
    "fraction-of-second", family: id, severity: .error,
    summary: "a duration is not a whole number of seconds",
    why: "Qencode counts the timeout and the duration of recorded files in whole seconds. Rung does not round values without saying so.",
    citation: Source.reference("stream_timeout and dvr.max_file_duration, in seconds", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        idle_timeout: ⟦90.5s⟧
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        idle_timeout: 1m31s
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          max_file_duration: ⟦1500ms⟧
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        recording:
          max_file_duration: 2s
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        idle_timeout: 1.5m
        """)
    ]
  ) { fit, report in
    let times = [
      (SpecKey.idleTimeout, fit.spec.idleTimeout, Qencode.streamTimeout.value),
      (SpecKey.recordingMaxFileDuration, fit.spec.recording?.value.maxFileDuration, Qencode.fileDuration.value),
    ]
    for case (let key, let time?, let allowed) in times where time.value.whole == nil {
      // What is out of range as well has that finding.
      guard allowed?.contains(time.value) != false else { continue }
      let near = time.value.value.rounded.map(Seconds.init(_:))
      report.flag(
        time.place, "\(key) is \(time.value.text); Qencode requires whole seconds", help: near.map { Help.set(key, $0.text, at: time.place.span) })
    }
  }
}
