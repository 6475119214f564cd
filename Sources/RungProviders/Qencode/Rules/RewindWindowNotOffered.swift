internal import RungSource
internal import RungSpec

extension Qencode {
  static let rewindWindowNotOffered = Rule<Fit<Qencode>>(
    "rewind-window-not-offered", family: id, severity: .warning,
    summary: "a window to rewind in is asked for",
    why: "Qencode's `dvr` records to a storage; it gives viewers nothing to rewind in. Nothing in a request sets how far back the live playlist reaches.",
    citation: Source.reference("dvr: output endpoint, path, credentials; no field for a playlist window", strength: .inferred),
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
      window.place, "viewers are to rewind \(window.value.text); Qencode's `dvr` records to storage, and nothing sets the playlist's window",
      help: fit.destinations.isEmpty
        ? "count on no rewinding here; to keep the stream, record it to `destinations`"
        : "count on no rewinding here; the recording in `destinations` can be played when it is done")
  }
}
