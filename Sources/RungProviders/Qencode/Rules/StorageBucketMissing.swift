internal import RungSource
internal import RungSpec

extension Qencode {
  static let storageBucketMissing = Rule<Fit<Qencode>>(
    "storage-bucket-missing", family: id, severity: .error,
    summary: "the storage URL lacks the endpoint or the bucket",
    why: "AWS tools write `s3://bucket/path` and get the endpoint from elsewhere; here the URL must contain the endpoint and then the bucket.",
    citation: Source.reference("dvr.destination.url, example: s3://example.com/bucket/video-files/", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: ⟦"s3://archive/news"⟧, key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: ⟦"s3://s3.example.com"⟧, key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
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
        """)
    ]
  ) { fit, report in
    for destination in fit.destinations {
      guard let url = destination.value.url, url.value.scheme == "s3" else { continue }
      let help: Help = "write `s3://ENDPOINT/BUCKET/FOLDER`, for example `s3://us-west.s3.qencode.com/archive/news`"
      if !url.value.host.utf8.contains(UInt8(ascii: ".")), !url.value.hasPort, url.value.isHostKnown {
        report.flag(
          url.place, "storage URL has no host: `\(url.value.host)` is read as the bucket; Qencode requires `s3://HOST/BUCKET/FOLDER`", help: help)
      } else if url.value.path.utf8.allSatisfy({ $0 == UInt8(ascii: "/") }) {
        report.flag(url.place, "storage URL has no bucket; Qencode requires `s3://HOST/BUCKET/FOLDER`", help: help)
      }
    }
  }
}
