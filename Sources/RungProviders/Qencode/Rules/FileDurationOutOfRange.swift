internal import RungSource
internal import RungSpec

extension Qencode {
  static let fileDurationOutOfRange = Rule<Fit<Qencode>>(
    "file-duration-out-of-range", family: id, severity: .error,
    summary: "the maximum duration of recorded files is outside the range that Qencode allows",
    why: "Qencode closes a recorded file after at most six hours and continues in another.",
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
      length.place, "\(.recordingMaxFileDuration) is \(length.value.text); Qencode allows \(allowed.lowerBound.text) to \(allowed.upperBound.text)",
      help: .set(.recordingMaxFileDuration, near.text, at: length.place.span))
  }
}
