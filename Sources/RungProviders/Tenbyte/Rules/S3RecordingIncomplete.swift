internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let s3RecordingIncomplete = Rule<Fit<Tenbyte>>(
    "s3-recording-incomplete", family: id, severity: .error,
    summary: "the recording's storage lacks its region or its credentials",
    why: "Tenbyte needs these to write to the storage and rejects the request without them.",
    citation: Source.reference("recording.s3_config, required fields"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        recording:
          destinations:
            - ⟦{url: "s3://s3.example.com/archive", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}⟧
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
    guard let destination = s3Destination(of: fit) else { return }
    let written = fit.stream.written("recording", "destinations")?.items.first { $0.place == destination.place }
    let fields = [
      (SpecKey.destinationKey, destination.value.key == nil, "\"${env:S3_KEY}\""),
      (SpecKey.destinationSecret, destination.value.secret == nil, "\"${env:S3_SECRET}\""),
      (SpecKey.destinationRegion, destination.value.region == nil, "…"),
    ]
    let missing = fields.filter { $0.1 && written?.says($0.0.name, among: RecordingDestination.shape.keys) != true }
    guard !missing.isEmpty else { return }
    report.flag(
      destination.place,
      "the destination has no \(Message(joining: missing.map { "\($0.0)" }, with: ", ")); Tenbyte requires \(missing.count == 1 ? "it" : "them")",
      help: "add \(Message(joining: missing.map { "\($0.0, $0.2)" }, with: " and "))")
  }
}
