internal import RungSource
internal import RungSpec

extension Qencode {
  static let permissionsUnknown = Rule<Fit<Qencode>>(
    "permissions-unknown", family: id, severity: .warning,
    summary: "the permissions are not an S3 canned ACL",
    why: "S3 has a short list of canned ACLs. With any other value the storage rejects the files when the stream is over, and the recording is lost.",
    citation: Source.reference("dvr.destination.permissions: private, public-read, authenticated-read, bucket-owner-read and others"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", permissions: ⟦public-reed⟧}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", permissions: public-read}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", permissions: bucket-owner-read}
        """)
    ]
  ) { fit, report in
    for destination in fit.destinations {
      guard let url = destination.value.url, url.value.scheme == "s3", let permissions = destination.value.permissions,
        !Qencode.cannedACLs.contains(permissions.value)
      else { continue }
      let near = Similarity.nearest(to: permissions.value, among: Qencode.cannedACLs)
      report.flag(
        permissions.place,
        near.only == nil
          ? "`\(permissions.value)` is not an S3 canned ACL; allowed: \(oneOf(Qencode.cannedACLs))" : "`\(permissions.value)` is not an S3 canned ACL",
        help: near.help ?? "set \(.destinationPermissions, "private") or \(.destinationPermissions, "public-read")",
        fix: near.only.map { .replace(permissions.place.span, with: $0, .unsafe) })
    }
  }
}
