internal import RungSource
internal import RungSpec

extension IVS {
  static let bucketNotTaken = Rule<Fit<IVS>>(
    "bucket-not-taken", family: id, severity: .error,
    summary: "a recording destination that is not a bucket of Amazon S3",
    why: "Amazon IVS records into a bucket of Amazon S3, named by 3 to 63 lower-case letters, digits, hyphens and dots.",
    citation: Source.reference("S3DestinationConfiguration.bucketName"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        recording:
          destinations:
            - {url: ⟦"ftp://storage.example.com/archive"⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        recording:
          destinations:
            - {url: ⟦"s3://My_Bucket"⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        recording:
          destinations:
            - {url: ⟦"s3://s3.example.com/archive"⟧}
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
        """),
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        recording:
          destinations:
            - {url: "s3://s3.eu-west-1.amazonaws.com/archive"}
        """),
      Example("""
        rung: 1
        name: news
        targets: {ivs: {recording_configuration: "arn:aws:ivs:us-east-1:123456789012:recording-configuration/abc"}}
        recording:
          destinations:
            - {url: "ftp://storage.example.com/archive"}
        """)
    ]
  ) { fit, report in
    guard fit.options.recordingConfiguration == nil, let url = fit.spec.recording?.value.destinations?.value.first?.value.url else { return }
    let bucket = IVS.bucket(of: url.value)
    let isAmazon = S3Address(url.value)?.endpoint == nil || url.value.host.lowercased().hasSuffix(".amazonaws.com") || !url.value.isHostKnown
    if let bucket, isAmazon, bucket.contains("${env:") || (bucket.hasLength(IVSTextForm.bucket.length) && IVSTextForm.bucket.isFitting(bucket)) { return }
    report.flag(
      url.place, "`\(url.value.text)` does not name a bucket of Amazon S3; expected `s3://BUCKET`, the name 3 to 63 \(IVSTextForm.bucket.says)",
      help: "set \(.destinationURL, "s3://BUCKET")")
  }
}
