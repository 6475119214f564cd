internal import RungSource
internal import RungSpec

extension Qencode {
  static let originalRecordedAsMP4 = Rule<Fit<Qencode>>(
    "original-recorded-as-mp4", family: id, severity: .warning,
    summary: "the original is recorded as MP4",
    why: "What encoders send does not always fit into MP4, and a broken connection leaves a file without its index. Qencode recommends MPEG-TS for the original.",
    citation: Source.reference("dvr.format: use 'ts' for better compatibility if you want to record the original"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          source: original
          formats: [⟦mp4⟧]
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          source: ⟦original⟧
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
          source: original
          formats: [ts]
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ]
  ) { fit, report in
    guard let recording = fit.spec.recording?.value, let source = recording.source, source.value == .original else { return }
    let place: SourcePlace
    if let mp4 = recording.formats?.value.first(where: { $0.value == .mp4 }) {
      place = mp4.place
    } else if recording.formats == nil, fit.stream.written("recording")?.says("formats", among: Recording.shape.keys) != true {
      place = source.place
    } else {
      return
    }
    report.flag(
      place, "the original is recorded as `mp4`\(recording.formats == nil ? " (the default)" : ""); Qencode recommends `ts`",
      help: ["set \(.recordingFormats, "[ts]")", "set \(.recordingSource, "transcoded")"])
  }
}
