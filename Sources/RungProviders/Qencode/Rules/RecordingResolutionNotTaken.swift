internal import RungSource
internal import RungSpec

extension Qencode {
  static let recordingResolutionNotTaken = Rule<Fit<Qencode>>(
    "recording-resolution-not-taken", family: id, severity: .error,
    summary: "a resolution that Qencode does not record",
    why: "The request takes a list of words, and between 240p and 480p there is none.",
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
      resolution.place, "`resolution` is `\(resolution.value.rawValue)`; Qencode records \(oneOf(Qencode.recordedResolutions))",
      help: "`480p` is the next above", fix: .replace(resolution.place.span, with: "480p", .unsafe))
  }
}
