internal import RungSource
internal import RungSpec

extension Qencode {
  static let storageKeyMissing = Rule<Fit<Qencode>>(
    "storage-key-missing", family: id, severity: .error,
    summary: "a destination lacks its key or secret",
    why: "Qencode needs these to write to the storage: access key and secret key, or user name and password for FTP. For Qencode's own storage the documents show both forms, with and without.",
    citation: Source.reference("dvr.destination: key and secret", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - ⟦{url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}"}⟧
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - ⟦{url: "sftp://files.example.com/news"}⟧
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - ⟦{url: "s3://us-west.s3.qencode.com/archive/news"}⟧
        """, severity: .warning)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """),
      Example(body: "qencode.update", "{\"dvr\": {\"destination\": {\"url\": \"s3://s3.example.com/b/f\", \"key\": \"\", \"secret\": \"\"}}}"),
    ]
  ) { fit, report in
    var items = WrittenItems(fit.stream.written("recording", "destinations"))
    for destination in fit.destinations {
      // Credentials inside the URL are a finding of their own.
      guard let url = destination.value.url, url.value.userInfo == nil else { continue }
      guard destination.value.key == nil || destination.value.secret == nil else { continue }
      let written = items.next(at: destination.place)
      let missing = [(SpecKey.destinationKey, destination.value.key == nil), (.destinationSecret, destination.value.secret == nil)]
        .filter { $0.1 && written?.says($0.0.name, among: RecordingDestination.shape.keys) != true }.map { "\($0.0)" as Message }
      guard !missing.isEmpty else { continue }
      let isOwn = QencodeStorage(url.value) == .qencode && missing.count == 2
      report.flag(
        destination.place,
        isOwn
          ? "the destination has neither \(.destinationKey) nor \(.destinationSecret); for Qencode's own storage the documents show both forms"
          : "the destination has no \(Message(joining: missing, with: " and no ")); Qencode requires both",
        severity: isOwn ? .warning : nil, help: "add \(.destinationKey, "\"${env:S3_KEY}\""), \(.destinationSecret, "\"${env:S3_SECRET}\"")",
        citation: isOwn ? Source.transcoding("Qencode storage: omit key and secret") : nil)
    }
  }
}
