internal import RungSource
internal import RungSpec

extension Qencode {
  static let recordingResolutionIgnored = Rule<Fit<Qencode>>(
    "recording-resolution-ignored", family: id, severity: .warning,
    summary: "a resolution is named while the original is recorded",
    why: "The original is recorded as the encoder sends it. The resolution chooses among what Qencode makes of it, and is ignored.",
    citation: Source.reference("dvr.resolution: ignored in case stream_source is original"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          source: original
          formats: [ts]
          resolution: ⟦720p⟧
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
          resolution: 720p
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ]
  ) { fit, report in
    guard let recording = fit.spec.recording?.value, recording.source?.value == .original, let resolution = recording.resolution else { return }
    report.flag(
      resolution.place, "`resolution` is `\(resolution.value.rawValue)`; Qencode ignores it with `source: original`",
      help: "write `source: transcoded`, or leave `resolution` away")
  }
}
