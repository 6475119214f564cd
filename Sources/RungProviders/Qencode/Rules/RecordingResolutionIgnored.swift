internal import RungSource
internal import RungSpec

extension Qencode {
  static let recordingResolutionIgnored = Rule<Fit<Qencode>>(
    "recording-resolution-ignored", family: id, severity: .warning,
    summary: "a recording resolution is set while the original is recorded",
    why: "The original is recorded as the encoder sends it. The resolution selects one of Qencode's renditions and is ignored.",
    citation: Source.reference("dvr.resolution: ignored in case stream_source is original"),
    isAcceptable: true,
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
      resolution.place, "recording resolution `\(resolution.value.rawValue)` is ignored by Qencode with \(.recordingSource, "original")",
      help: ["set \(.recordingSource, "transcoded")", "remove \(.recordingResolution)"])
  }
}
