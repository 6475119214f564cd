internal import RungSource
internal import RungSpec

extension Qencode {
  static let storageSchemeNotTaken = Rule<Fit<Qencode>>(
    "storage-scheme-not-taken", family: id, severity: .error,
    summary: "Qencode cannot write to the recording's storage",
    why: "Qencode writes to S3-compatible storage, Backblaze B2, Azure, FTP and SFTP servers, selected by the scheme of the URL.",
    citation: storageSource,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: ⟦"gs://archive/news"⟧, key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: "sftp://files.example.com/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """),
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
      guard let url = destination.value.url, !Qencode.storageSchemes.contains(url.value.scheme) else { continue }
      let isGoogle = url.value.scheme == "gs" || url.value.scheme == "gcs"
      report.flag(
        url.place, "recording to a `\(url.value.scheme)` URL is not supported by Qencode; allowed: \(oneOf(Qencode.storageSchemes))",
        help: isGoogle
          ? "write `s3://storage.googleapis.com/BUCKET/FOLDER` (Google Cloud Storage is S3-compatible)"
          : "write `s3://ENDPOINT/BUCKET/FOLDER` if the storage is S3-compatible")
    }
  }
}
