internal import RungSpec

/// The parts of `s3://s3.example.com/bucket/path`: the host of the storage, the bucket and the path in it.
struct S3Address {
  /// `https://s3.example.com:9000`; nil when the host is a word without a dot: then it is a bucket, as the AWS tools
  /// write it, and the URL does not say where the bucket is.
  let endpoint: String?
  let bucket: String?
  /// The path after the bucket, as it was written.
  let prefix: String?

  /// Nil unless the URL is one of S3.
  init?(_ url: StreamURL) {
    guard url.scheme == "s3" else { return nil }
    let isHost = url.host.utf8.contains(UInt8(ascii: ".")) || url.host == "localhost" || url.hasPort || !url.isHostKnown
    endpoint = isHost ? "https://\(url.authority)" : nil
    let path = url.path.utf8.drop { $0 == UInt8(ascii: "/") }
    let slash = path.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
    let rest = path[slash...].dropFirst()
    bucket = slash > path.startIndex ? String(path[..<slash]) : nil
    prefix = rest.isEmpty ? nil : String(rest)
  }
}
