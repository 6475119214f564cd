internal import RungSource
internal import RungSpec

extension Qencode {
  static let storageBucketMissing = Rule<Fit<Qencode>>(
    "storage-bucket-missing", family: id, severity: .error,
    summary: "the URL of the storage does not name endpoint and bucket",
    why: "The tools of AWS write `s3://bucket/path` and know the endpoint from elsewhere; here the URL has to say it, and the bucket behind it.",
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
        report.flag(url.place, "`\(url.value.host)` is no endpoint; Qencode needs the storage's host before the bucket", help: help)
      } else if url.value.path.utf8.allSatisfy({ $0 == UInt8(ascii: "/") }) {
        report.flag(url.place, "the URL names no bucket; Qencode needs one behind the storage's host", help: help)
      }
    }
  }
}
