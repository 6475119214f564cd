internal import RungSource
internal import RungSpec

extension Qencode {
  static let recordingFormatRepeated = Rule<Fit<Qencode>>(
    "recording-format-repeated", family: id, severity: .error,
    summary: "a file format is listed twice",
    why: "Each format creates one set of files. A format that is listed twice creates two sets with the same names, or the request is rejected.",
    citation: Source.reference("dvr.format, a list of output formats", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          formats: [mp4, hls, ⟦mp4⟧]
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
    guard let formats = fit.spec.recording?.value.formats?.value, formats.count > 1 else { return }
    var firsts: [RecordingFormat: SourcePlace] = [:]
    for format in formats {
      guard let first = firsts[format.value] else {
        firsts[format.value] = format.place
        continue
      }
      report.flag(
        format.place, "duplicate recording format `\(format.value.rawValue)`",
        notes: [MessageNote("first listed here", at: first.span)], help: "remove one of the two")
    }
  }
}
