internal import RungSource
internal import RungSpec

extension Qencode {
  static let rewindWindowNotOffered = Rule<Fit<Qencode>>(
    "rewind-window-not-offered", family: id, severity: .warning,
    summary: "a rewind window is set, which Qencode does not support",
    why: "Qencode's `dvr` records to a storage; viewers cannot rewind with it. No request sets the length of the live playlist.",
    citation: Source.reference("dvr: output endpoint, path, credentials; no field for a playlist window", strength: .inferred),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          window: ⟦4h⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ]
  ) { fit, report in
    guard let window = fit.spec.recording?.value.window else { return }
    report.flag(
      window.place, "a rewind window of \(window.value.text) is not supported by Qencode; its `dvr` only records to storage",
      notes: [
        MessageNote("the file that is recorded to \(path: .recordingDestinations) can be published after the stream")
      ], help: [AcceptsOption.way(.recordingWindow, at: id), "remove \(.recordingWindow)"])
  }
}
