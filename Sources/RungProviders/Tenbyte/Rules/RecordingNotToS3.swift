internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let recordingNotToS3 = Rule<Fit<Tenbyte>>(
    "recording-not-to-s3", family: id, severity: .error,
    summary: "Tenbyte cannot write to the recording's storage",
    why: "Tenbyte writes to S3-compatible storage and to its own library.",
    citation: Source.reference("recording.target: library or s3"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        recording:
          destinations:
            - {url: ⟦"gs://archive/news"⟧, key: "${env:GS_KEY}", secret: "${env:GS_SECRET}", region: eu}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        recording:
          destinations:
            - {url: "s3://s3.example.com/archive", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", region: eu-1}
        """)
    ]
  ) { fit, report in
    guard let url = s3Destination(of: fit)?.value.url, url.value.scheme != "s3" else { return }
    report.flag(
      url.place, "recording to a `\(url.value.scheme)` URL is not supported by Tenbyte; allowed: `s3`, or its library",
      help: "write `s3://ENDPOINT/BUCKET/PATH` if the storage is S3-compatible")
  }

  /// The storage in the request: the first one, unless a library is set.
  static func s3Destination(of fit: Fit<Tenbyte>) -> Located<RecordingDestination>? {
    guard let recording = fit.spec.recording?.value, recording.library == nil else { return nil }
    return recording.destinations?.value.first
  }
}
