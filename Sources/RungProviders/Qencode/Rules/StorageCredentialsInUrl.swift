internal import RungSource
internal import RungSpec

extension Qencode {
  static let storageCredentialsInURL = Rule<Fit<Qencode>>(
    "storage-credentials-in-url", family: id, severity: .warning,
    summary: "the storage URL contains credentials",
    why: "Qencode has fields for credentials, also for FTP, and does not document credentials in the URL. URLs end up in logs.",
    citation: Source.reference("dvr.destination: key, or username for FTP; secret, or password for FTP", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: ⟦"ftp://archive:${env:FTP_PASSWORD}@files.example.com/news"⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: "ftp://files.example.com/news", key: "${env:FTP_USER}", secret: "${env:FTP_PASSWORD}"}
        """)
    ]
  ) { fit, report in
    for destination in fit.destinations {
      guard let url = destination.value.url, let user = url.value.userInfo, !user.isEmpty else { continue }
      report.flag(
        url.place, "storage URL contains credentials; Qencode has separate fields for them",
        help: "set \(.destinationKey, "${env:NAME}") and \(.destinationSecret, "${env:NAME}") beside the URL")
    }
  }
}
