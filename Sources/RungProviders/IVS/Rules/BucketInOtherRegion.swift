internal import RungSource
internal import RungSpec

extension IVS {
  static let bucketInOtherRegion = Rule<Fit<IVS>>(
    "bucket-in-other-region", family: id, severity: .error,
    summary: "the bucket is in another region than the channel",
    why: "A recording configuration requires a bucket in its own region; in us-east-1 it is created all the same, and fails later.",
    citation: Source.reference("CreateRecordingConfiguration: ensure that your S3 bucket is in the same region as the recording configuration"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            region: us-east-1
        recording:
          destinations:
            - {url: "s3://archive", region: ⟦eu-west-1⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            region: eu-west-1
        recording:
          destinations:
            - {url: "s3://archive", region: eu-west-1}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs: {}
        recording:
          destinations:
            - {url: "s3://archive", region: eu-west-1}
        """)
    ]
  ) { fit, report in
    guard let region = fit.options.region, let bucket = fit.spec.recording?.value.destinations?.value.first?.value.region, bucket.value != region.value,
      !bucket.value.contains("${env:"), !region.value.contains("${env:")
    else { return }
    report.flag(
      bucket.place, "the bucket is in `\(bucket.value)`, the channel in `\(region.value)`; expected one region",
      notes: [MessageNote("the channel's region is set here", at: region.place.span)],
      help: ["use a bucket in `\(region.value)`", "set \(.ivs("region"), bucket.value)"])
  }
}
