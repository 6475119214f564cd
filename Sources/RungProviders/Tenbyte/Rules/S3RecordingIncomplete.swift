internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let s3RecordingIncomplete = Rule<Fit<Tenbyte>>(
    "s3-recording-incomplete", family: id, severity: .error,
    summary: "the storage for the recording lacks its region or its credentials",
    why: "Tenbyte writes to the storage with these; it has no other way in, and refuses the request without them.",
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
      ("key", destination.value.key == nil), ("secret", destination.value.secret == nil), ("region", destination.value.region == nil),
    ]
    let missing = fields.filter { $0.1 && written?.says($0.0, among: RecordingDestination.shape.keys) != true }.map { "`\($0.0)`" }
    guard !missing.isEmpty else { return }
    report.flag(
      destination.place,
      "the destination has no \(missing.joined(separator: ", ")); Tenbyte requires \(missing.count == 1 ? "it" : "them")",
      help: "add \(fields.filter { missing.contains("`\($0.0)`") }.map { "`\($0.0): \($0.0 == "region" ? "…" : "\"${env:S3_\($0.0.uppercased())}\"")`" }.joined(separator: " and "))")
  }
}
