internal import RungSource
internal import RungSpec

extension Qencode {
  static let storageClassWithoutAWS = Rule<Fit<Qencode>>(
    "storage-class-without-aws", family: id, severity: .warning,
    summary: "a storage class is set for a storage other than AWS",
    why: "Storage classes are an AWS feature; other storages ignore or reject the field.",
    citation: Source.reference("dvr.destination, storage class: only for AWS S3"),
    isAcceptable: true,
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
        storageClass.place, "\(.destinationStorageClass) applies to AWS only; the destination is at `\(url.value.host)`",
        help: "remove \(.destinationStorageClass)")
    }
  }
}
