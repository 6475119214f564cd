internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let tooManyRecordingTargets = Rule<Fit<Tenbyte>>(
    "too-many-recording-targets", family: id, severity: .error,
    summary: "more than one recording destination is set",
    why: "Tenbyte records to its library or to one S3 storage. Other destinations would get nothing.",
    citation: Source.reference("recording.target: library or s3"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        recording:
          library: {id: lib_1}
          ⟦destinations⟧:
            - {url: "s3://s3.example.com/archive", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", region: eu-1}
        """),
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        recording:
          destinations:
            - {url: "s3://s3.example.com/archive", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", region: eu-1}
            - ⟦{url: "s3://s3.example.net/copy", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", region: eu-1}⟧
        """),
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
    guard let recording = fit.spec.recording?.value, let destinations = recording.destinations, !destinations.value.isEmpty else { return }
    let count = destinations.value.count
    let storages = "\(count) \(count == 1 ? "storage" : "storages")"
    let written = fit.stream.written("recording", "destinations")
    let kept = recording.library == nil ? 1 : 0
    guard count > kept else { return }
    let place = kept == 1 ? destinations.value[1].place : fit.stream.writtenKey("recording", "destinations") ?? destinations.place
    report.flag(
      place,
      recording.library == nil
        ? "recording has \(storages); Tenbyte supports one recording destination"
        : "recording has a library and \(storages); Tenbyte supports one recording destination",
      notes: recording.library.map { [MessageNote("the library is set here", at: $0.place.span)] } ?? [],
      help: ["keep one destination and copy the files yourself", "keep one under this target's \(.targetOverrides) and the others for other providers"])
    for item in written?.items.dropFirst(kept) ?? [] { report.nameLeaves(of: item) }
  }
}
