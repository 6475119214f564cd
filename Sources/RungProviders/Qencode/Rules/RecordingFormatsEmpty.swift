internal import RungSource
internal import RungSpec

extension Qencode {
  static let recordingFormatsEmpty = Rule<Fit<Qencode>>(
    "recording-formats-empty", family: id, severity: .error,
    summary: "the list of file formats is empty",
    why: "Qencode allows one format or a list of them. The effect of an empty list is not documented.",
    citation: Source.reference("dvr.format: mp4 (default), ts or hls, or a list of them", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          formats: ⟦[]⟧
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
          formats: [mp4, hls]
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ]
  ) { fit, report in
    // A list whose items could not be read has findings of their own.
    guard let formats = fit.spec.recording?.value.formats, formats.value.isEmpty,
      fit.stream.written("recording", "formats")?.items.isEmpty != false
    else { return }
    report.flag(
      formats.place, "\(.recordingFormats) is empty; Qencode allows `mp4`, `ts`, `hls` or several of them",
      help: ["add a format", "remove \(.recordingFormats) for the default `mp4`"])
  }
}
