internal import RungSource
internal import RungSpec

extension Qencode {
  static let awsKeyMalformed = Rule<Fit<Qencode>>(
    "aws-key-malformed", family: id, severity: .warning,
    summary: "an AWS key does not have the usual length",
    why: "AWS access keys have 20 letters and digits, secret keys 40 characters. Keys of other storages differ, and the reference's own examples are shorter.",
    citation: Source.reference("dvr.destination: key of 20 alphanumeric characters, secret of 40 characters"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: "s3://s3.eu-west-1.amazonaws.com/archive/news", key: ⟦ABCDE12345⟧, secret: "${env:S3_SECRET}"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: "s3://s3.eu-west-1.amazonaws.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}
        """)
    ]
  ) { fit, report in
    for destination in fit.destinations {
      guard let url = destination.value.url, QencodeStorage(url.value) == .amazon else { continue }
      // The value of a reference is not known here. The text of a literal is never shown.
      if let key = destination.value.key, key.value.isLiteral {
        let count = key.value.revealed.scalarCount
        let isPlain = key.value.revealed.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
        if count != 20 || !isPlain {
          report.flag(
            key.place, "access key has \(count) characters; AWS access keys have 20 letters and digits", help: "check that the key was copied completely")
        }
      }
      if let secret = destination.value.secret, secret.value.isLiteral, secret.value.revealed.scalarCount != 40 {
        report.flag(
          secret.place, "secret key has \(secret.value.revealed.scalarCount) characters; AWS secret keys have 40",
          help: "check that the key was copied completely")
      }
    }
  }
}
