internal import RungSource
internal import RungSpec

extension Qencode {
  static let recordingSplit = Rule<Fit<Qencode>>(
    "recording-split", family: id, severity: .note,
    summary: "the event is longer than one recorded file",
    why: "Qencode closes a file at the maximum duration and continues in another, so the recording consists of several files.",
    citation: Source.reference("dvr.max_file_duration: system creates another video file"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        kind: event
        duration: ⟦5h⟧
        recording:
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        kind: event
        duration: 3h
        recording:
          max_file_duration: ⟦1h⟧
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        kind: event
        duration: 4h
        recording:
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ]
  ) { fit, report in
    guard fit.stream.kind.value == .event, let duration = fit.spec.duration, !fit.destinations.isEmpty, let usual = Qencode.usualFileDuration.value,
      let most = Qencode.fileDuration.value?.upperBound
    else { return }
    let stated = fit.spec.recording?.value.maxFileDuration
    if stated == nil, fit.isWritten("recording", "max_file_duration") { return }
    let length = stated?.value ?? usual
    guard duration.value > length else { return }
    report.flag(
      stated?.place ?? duration.place,
      "event of \(duration.value.text) is recorded in several files of at most \(length.text)\(stated == nil ? " (the default)" : "")",
      help: duration.value <= most && length < most
        ? "set \(.recording, "{max_file_duration: \(duration.value.text)}") for one file" : "expect several files")
  }
}
