internal import RungSource
internal import RungSpec

extension Qencode {
  static let fileDurationOutOfRange = Rule<Fit<Qencode>>(
    "file-duration-out-of-range", family: id, severity: .error,
    summary: "recorded files are to be longer than Qencode makes them",
    why: "Qencode closes a recorded file after six hours at the latest, and goes on in another.",
    citation: fileDuration.citation,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          max_file_duration: ⟦8h⟧
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        recording:
          max_file_duration: 6h
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          max_file_duration: 6h
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ]
  ) { fit, report in
    guard let length = fit.spec.recording?.value.maxFileDuration, let allowed = Qencode.fileDuration.value, !allowed.contains(length.value) else { return }
    let near = length.value < allowed.lowerBound ? allowed.lowerBound : allowed.upperBound
    report.flag(
      length.place, "`max_file_duration` is \(length.value.text); Qencode takes \(allowed.lowerBound.text) to \(allowed.upperBound.text)",
      help: "write `max_file_duration: \(near.text)`", fix: .replace(length.place.span, with: near.text, .unsafe))
  }
}
