internal import RungSource
internal import RungSpec

extension IVS {
  static let bucketFolderIgnored = Rule<Fit<IVS>>(
    "bucket-folder-ignored", family: id, severity: .warning,
    summary: "a folder in the bucket, which Amazon IVS does not take",
    why: "A recording configuration names a bucket only; Amazon IVS chooses the folders in it.",
    citation: Source.reference("S3DestinationConfiguration has bucketName only"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        recording:
          destinations:
            - {url: ⟦"s3://s3.eu-west-1.amazonaws.com/archive/news"⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        recording:
          destinations:
            - {url: ⟦"s3://archive/news"⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        recording:
          destinations:
            - {url: "s3://archive"}
        """)
    ]
  ) { fit, report in
    guard fit.options.recordingConfiguration == nil, let url = fit.spec.recording?.value.destinations?.value.first?.value.url, let address = S3Address(url.value)
    else { return }
    let folder = address.endpoint == nil ? String(url.value.path.drop { $0 == "/" }) : address.prefix ?? ""
    guard !folder.isEmpty else { return }
    report.flag(
      url.place, "`\(folder)` is not taken: Amazon IVS chooses the folder in the bucket", help: "remove the folder from \(.destinationURL)")
  }
}
