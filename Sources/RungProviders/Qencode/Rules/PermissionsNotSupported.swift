internal import RungSource
internal import RungSpec

extension Qencode {
  static let permissionsNotSupported = Rule<Fit<Qencode>>(
    "permissions-not-supported", family: id, severity: .warning,
    summary: "permissions are set for a storage that does not support them",
    why: "Object permissions are an S3 feature. Other storages ignore them, and so do Cloudflare R2 and Backblaze B2, which support S3 without them.",
    citation: Source.reference("dvr.destination.permissions: for S3 only"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: "sftp://files.example.com/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", permissions: ⟦public-read⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: "s3://account.r2.cloudflarestorage.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", permissions: ⟦public-read⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", permissions: public-read}
        """)
    ]
  ) { fit, report in
    for destination in fit.destinations {
      guard let url = destination.value.url, let permissions = destination.value.permissions else { continue }
      switch QencodeStorage(url.value) {
      case .otherScheme:
        report.flag(
          permissions.place, "\(.destinationPermissions) applies to S3 only; the destination is a `\(url.value.scheme)` URL",
          help: "remove \(.destinationPermissions)")
      case .cloudflare, .backblaze:
        report.flag(
          permissions.place, "\(.destinationPermissions) is not supported by `\(url.value.host)`",
          help: "remove \(.destinationPermissions) and set the permissions on the bucket",
          citation: Source.transcoding("permissions: not supported on R2 and B2"))
      case .qencode, .amazon, .otherS3: continue
      }
    }
  }
}
