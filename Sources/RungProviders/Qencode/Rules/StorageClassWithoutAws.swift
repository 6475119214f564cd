internal import RungSource
internal import RungSpec

extension Qencode {
  static let storageClassWithoutAWS = Rule<Fit<Qencode>>(
    "storage-class-without-aws", family: id, severity: .warning,
    summary: "a storage class is set on a storage other than that of AWS",
    why: "Storage classes are a thing of AWS; elsewhere the field is ignored or refused.",
    citation: Source.reference("dvr.destination, storage class: only for AWS S3"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", storage_class: ⟦REDUCED_REDUNDANCY⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        recording:
          destinations:
            - {url: "s3://s3.eu-west-1.amazonaws.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", storage_class: REDUCED_REDUNDANCY}
        """)
    ]
  ) { fit, report in
    for destination in fit.destinations {
      guard let url = destination.value.url, let storageClass = destination.value.storageClass, url.value.isHostKnown, QencodeStorage(url.value) != .amazon
      else { continue }
      report.flag(
        storageClass.place, "`storage_class` is for AWS; the destination lies at `\(url.value.host)`", help: "leave it away")
    }
  }
}
