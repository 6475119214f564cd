internal import RungSource
internal import RungSpec

extension Qencode {
  static let storagePathIsFile = Rule<Fit<Qencode>>(
    "storage-path-is-file", family: id, severity: .warning,
    summary: "the storage URL ends in a file extension",
    why: "The URL is that of a folder, and Qencode chooses the file names. A URL that ends in `news.mp4` creates a folder of that name.",
    citation: Source.reference("dvr.destination.url: the output url path to a folder", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: ⟦"s3://s3.example.com/archive/news.mp4"⟧, key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: "s3://s3.example.com/archive/news.2026/", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ]
  ) { fit, report in
    for destination in fit.destinations {
      guard let url = destination.value.url, let ending = [".mp4", ".ts", ".m3u8"].first(where: url.value.path.lowercased().hasSuffix) else { continue }
      report.flag(
        url.place, "storage URL ends in `\(ending)`; Qencode requires the URL of a folder", help: "remove the file name from the URL")
    }
  }
}
