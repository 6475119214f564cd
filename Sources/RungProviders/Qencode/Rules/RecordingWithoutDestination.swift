internal import RungSource
internal import RungSpec

extension Qencode {
  static let recordingWithoutDestination = Rule<Fit<Qencode>>(
    "recording-without-destination", family: id, severity: .error,
    summary: "recording is set without a destination",
    why: "Qencode records to the storage in the request and requires one.",
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
    // Destinations that could not be read, or are misspelled, have their findings.
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
      enabled ?? written?.place ?? fit.stream.sectionPlace("recording"),
      "recording is set without a destination; Qencode requires \(path: .recordingDestinations)",
      severity: exists ? .note : nil,
      help: exists
        ? "add \(.recordingDestinations) unless an earlier update set it"
        : "add \(.destinationURL, "\"s3://ENDPOINT/BUCKET/FOLDER\""), \(.destinationKey, "\"${env:S3_KEY}\"") and \(.destinationSecret, "\"${env:S3_SECRET}\"") under \(path: .firstDestination)",
      missing: "recording.destinations")
  }
}
