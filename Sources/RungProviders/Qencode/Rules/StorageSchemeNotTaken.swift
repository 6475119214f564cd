internal import RungSource
internal import RungSpec

extension Qencode {
  static let storageSchemeNotTaken = Rule<Fit<Qencode>>(
    "storage-scheme-not-taken", family: id, severity: .error,
    summary: "the recording goes to a kind of storage that Qencode does not write to",
    why: "Qencode writes to S3 and what speaks it, Backblaze B2, Azure, and servers for FTP and SFTP, each known by the scheme of the URL.",
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
        url.place, "the destination is a `\(url.value.scheme)` URL; Qencode writes to \(oneOf(Qencode.storageSchemes))",
        help: isGoogle
          ? "the storage of Google speaks S3 as well: write `s3://storage.googleapis.com/BUCKET/FOLDER`"
          : "most storages speak S3 as well: write `s3://ENDPOINT/BUCKET/FOLDER`")
    }
  }
}
