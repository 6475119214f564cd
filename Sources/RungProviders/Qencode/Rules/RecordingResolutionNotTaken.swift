internal import RungSource
internal import RungSpec

extension Qencode {
  static let recordingResolutionNotTaken = Rule<Fit<Qencode>>(
    "recording-resolution-not-taken", family: id, severity: .error,
    summary: "the recording resolution is not supported by Qencode",
    why: "The request allows a list of values, with none between 240p and 480p.",
    citation: Source.reference("dvr.resolution, possible values"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          source: transcoded
          resolution: ⟦360p⟧
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        recording:
          source: transcoded
          resolution: 480p
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
          source: transcoded
          resolution: 240p
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ]
  ) { fit, report in
    guard let resolution = fit.spec.recording?.value.resolution, !Qencode.recordedResolutions.contains(resolution.value.rawValue) else { return }
    report.flag(
      resolution.place, "recording resolution `\(resolution.value.rawValue)` is not supported by Qencode",
      notes: [MessageNote("allowed: \(oneOf(Qencode.recordedResolutions))")],
      help: .set(.recordingResolution, "480p", at: resolution.place.span, note: "the next higher one"))
  }
}
