internal import RungSource
internal import RungSpec

extension Qencode {
  static let recordingResolutionAboveSource = Rule<Fit<Qencode>>(
    "recording-resolution-above-source", family: id, severity: .note,
    summary: "the recording resolution is higher than the encoder's",
    why: "If the highest rendition of Qencode is lower than the recording resolution, it records the closest one without reporting it.",
    citation: Source.reference("dvr.resolution: system tries to record the closest one"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {resolution: 1280x720}
        recording:
          source: transcoded
          resolution: ⟦1080p⟧
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {resolution: 1920x1080}
        recording:
          source: transcoded
          resolution: 1080p
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ]
  ) { fit, report in
    guard let sent = fit.spec.ingest?.value.video?.value.resolution, let asked = fit.spec.recording?.value.resolution,
      let height = Qencode.height(of: asked.value), min(sent.value.width, sent.value.height) < height
    else { return }
    report.name(sent.place)
    report.flag(
      asked.place, "recording resolution `\(asked.value.rawValue)` is above the encoder's \(sent.value.text); Qencode records the closest it has",
      notes: [MessageNote("the encoder's resolution is set here", at: sent.place.span)], help: "set \(.recordingResolution, "highest")")
  }

  /// Nil where no height is meant.
  private static func height(of resolution: RecordingResolution) -> Int? {
    switch resolution {
    case .p240: 240
    case .p360: 360
    case .p480: 480
    case .p720: 720
    case .p1080: 1080
    case .p1440: 1440
    case .p2160: 2160
    case .highest, .lowest, .all: nil
    }
  }
}
