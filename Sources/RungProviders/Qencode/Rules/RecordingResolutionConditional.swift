internal import RungSource
internal import RungSpec

extension Qencode {
  static let recordingResolutionConditional = Rule<Fit<Qencode>>(
    "recording-resolution-conditional", family: id, severity: .warning,
    summary: "a recording resolution applies only if the original cannot be recorded",
    why: "With the source `auto` Qencode records the original where the file format allows it. Only otherwise does it record a transcoded rendition and use the resolution.",
    citation: Source.reference("dvr.stream_source: auto; dvr.resolution: only applies to transcoded", strength: .inferred),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          resolution: ⟦720p⟧
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          source: auto
          resolution: ⟦all⟧
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
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          source: auto
          resolution: highest
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ]
  ) { fit, report in
    guard let recording = fit.spec.recording?.value, let resolution = recording.resolution, resolution.value != .highest,
      recording.source?.value ?? .auto == .auto, Qencode.recordedResolutions.contains(resolution.value.rawValue)
    else { return }
    // A source that could not be read is not `auto`.
    if recording.source == nil, fit.stream.written("recording")?.says("source", among: Recording.shape.keys) == true { return }
    report.flag(
      resolution.place,
      "recording resolution `\(resolution.value.rawValue)` with \(.recordingSource, "auto") applies only if the original cannot be recorded",
      help: ["set \(.recordingSource, "transcoded")", "remove \(.recordingResolution)"])
  }
}
