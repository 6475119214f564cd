internal import RungSpec

/// Whose storage a destination is, as far as its URL shows.
enum QencodeStorage {
  case qencode, amazon, cloudflare, backblaze
  /// S3-compatible storage of another vendor.
  case otherS3
  case otherScheme

  init(_ url: StreamURL) {
    guard url.scheme == "s3" else {
      self = .otherScheme
      return
    }
    let host = url.host.lowercased()
    func isOf(_ domain: String) -> Bool { host == domain || host.hasSuffix(".\(domain)") }
    if isOf("qencode.com") {
      self = .qencode
    } else if isOf("amazonaws.com") || isOf("amazonaws.com.cn") {
      self = .amazon
    } else if isOf("r2.cloudflarestorage.com") {
      self = .cloudflare
    } else if isOf("backblazeb2.com") {
      self = .backblaze
    } else {
      self = .otherS3
    }
  }
}
