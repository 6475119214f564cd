internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let s3URLIncomplete = Rule<Fit<Tenbyte>>(
    "s3-url-incomplete", family: id, severity: .error,
    summary: "the storage URL lacks the endpoint or the bucket",
    why: "Tenbyte requires both. AWS tools write `s3://bucket/path` and get the endpoint from elsewhere; here the URL must contain it.",
    citation: Source.reference("recording.s3_config: endpoint and bucket, required"),
    scope: .otherTexts,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        recording:
          destinations:
            - {url: ⟦"s3://archive/news"⟧, key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", region: eu-west-1}
        """,
        mended: """
        rung: 1
        name: news
        targets: [tenbyte]
        recording:
          destinations:
            - {url: "s3://s3.eu-west-1.amazonaws.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", region: eu-west-1}
        """),
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        recording:
          destinations:
            - {url: ⟦"s3://s3.example.com"⟧, key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", region: eu-1}
        """),
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        recording:
          destinations:
            - {url: ⟦"s3://s3.example.com/archive?acl=private"⟧, key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", region: eu-1}
        """),
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        recording:
          destinations:
            - {url: ⟦"s3://key:${env:S3_SECRET}@s3.example.com/archive"⟧, region: eu-1}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        recording:
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", region: eu-1}
        """)
    ]
  ) { fit, report in
    guard let destination = s3Destination(of: fit)?.value, let url = destination.url, let address = S3Address(url.value) else { return }
    let help: Help = "write `s3://ENDPOINT/BUCKET/PATH`, for example `s3://s3.example.com/archive/news`"
    if address.endpoint == nil {
      let mended = amazonURL(url.value, destination.region?.value)
      report.flag(
        url.place, "storage URL has no host: `\(url.value.host)` is read as the bucket; Tenbyte requires `s3://HOST/BUCKET/PATH`",
        help: mended.map { "write `\($0)` if it is an AWS bucket" } ?? help,
        fix: mended.map { .replace(url.place.span, with: "\"\($0)\"", .unsafe) })
    } else if address.bucket == nil {
      report.flag(url.place, "storage URL has no bucket; Tenbyte requires `s3://HOST/BUCKET/PATH`", help: help)
    }
    if let user = url.value.userInfo, !user.isEmpty {
      report.flag(
        url.place, "storage URL contains credentials; Tenbyte has separate fields for them",
        help: "set \(.destinationKey, "${env:NAME}") and \(.destinationSecret, "${env:NAME}") beside the URL")
    }
    // The request has fields for host, bucket and folder; anything else in the URL would be lost.
    if url.value.text.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) {
      report.flag(url.place, "storage URL has a query or a fragment; Tenbyte supports endpoint, bucket and folder only", help: help)
    }
  }

  /// `s3://bucket/path` as AWS writes it, when the region looks like an AWS region.
  private static func amazonURL(_ url: StreamURL, _ region: String?) -> String? {
    guard let region, region.split(separator: "-").count >= 3, region.utf8.allSatisfy({ $0 == 0x2D || $0 &- 0x30 < 10 || $0 &- 0x61 < 26 }),
      url.userInfo == nil, url.query == nil, !url.host.isEmpty
    else { return nil }
    return "s3://s3.\(region).amazonaws.com/\(url.host)\(url.path)"
  }
}
