internal import RungSource
internal import RungSpec

extension Qencode {
  static let storagePathIsFile = Rule<Fit<Qencode>>(
    "storage-path-is-file", family: id, severity: .warning,
    summary: "the URL of the storage ends like the name of a file",
    why: "Qencode names the files itself; the URL is that of a folder. One called `news.mp4` would hold them.",
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
      report.flag(url.place, "the URL ends in `\(ending)`; Qencode takes it for a folder, and names the files itself", help: "name the folder")
    }
  }
}
