internal import RungSource
internal import RungSpec

extension Qencode {
  static let recordingWithoutDestination = Rule<Fit<Qencode>>(
    "recording-without-destination", family: id, severity: .error,
    summary: "the stream is to be recorded, and nothing says where to",
    why: "Qencode records to a storage that the request names. Without one there is nothing to record to.",
    citation: Source.dvr("specify DVR enabled state and destination"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ⟦recording⟧:
          formats: [mp4]
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations: ⟦[]⟧
        """),
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            dvr_enabled: ⟦true⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          window: 4h
        """)
    ]
  ) { fit, report in
    guard fit.destinations.isEmpty else { return }
    let section = fit.stream.written("recording")
    let written = section?["destinations"]
    // Destinations that could not be read, or are misspelt, have their findings.
    if let written {
      guard case .list(let items) = written.content, items.isEmpty else { return }
    } else if section?.says("destinations", among: Recording.shape.keys) == true {
      return
    }
    let recording = fit.spec.recording?.value
    let settings = [recording?.maxFileDuration?.place, recording?.source?.place, recording?.resolution?.place, recording?.formats?.place]
    let isAskedFor = fit.options.dvrEnabled?.value ?? settings.contains { $0 != nil }
    guard isAskedFor || written != nil else { return }
    let enabled = fit.options.dvrEnabled.flatMap { $0.value ? $0.place : nil }
    let exists = fit.options.streamID != nil
    report.flag(
      enabled ?? written?.place ?? fit.stream.sectionPlace("recording"), "the stream is to be recorded; nothing says where to",
      severity: exists ? .note : nil,
      help: exists ? "an earlier update has to have set the destination; else add `destinations`" : "add `url: \"s3://ENDPOINT/BUCKET/FOLDER\"`, `key: \"${env:S3_KEY}\"` and `secret: \"${env:S3_SECRET}\"` under `recording.destinations[0]`",
      missing: "recording.destinations")
  }
}
