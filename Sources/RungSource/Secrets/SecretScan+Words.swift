/// What of a text is secret by the words before it: options of commands, headers, credentials of HTTP.
extension SecretScan {
  /// Options that hold keys, and are not called so.
  private static let options: Set<String> = ["key_pem", "srtp_in_params", "srtp_out_params"]
  /// Options that may have a user name followed by a password.
  private static let users: Set<String> = ["user", "u", "proxy-user"]
  /// Headers whose whole value is secret.
  private static let headers: Set<String> = ["authorization", "proxy-authorization", "cookie", "set-cookie"]
  /// The words that may precede the credentials of an `Authorization`.
  private static let schemes: Set<String> = ["bearer", "basic", "digest", "token", "apikey", "key", "negotiate", "sharedaccesssignature"]

  /// `-passphrase abcdef`, `--password 'ab cd'`, and `"-cryptokey", "abcdef"` of a list.
  mutating func option(_ dash: Int) {
    guard dash == 0 || Self.endsToken(bytes[dash - 1]) || "[,(".utf8.contains(bytes[dash - 1]) else { return }
    var start = dash + 1
    if start < bytes.count, bytes[start] == UInt8(ascii: "-") { start += 1 }
    var end = start
    while end < bytes.count, end - start <= 64, Self.isName(bytes[end]) { end += 1 }
    guard end > start else { return }
    var lower = end
    var (isApart, isItem) = (false, false)
    while lower < bytes.count, lower - end < 8, Self.endsToken(bytes[lower]) || bytes[lower] == UInt8(ascii: ",") {
      if bytes[lower] <= 0x20 { isApart = true }
      if bytes[lower] == UInt8(ascii: ",") { isItem = true }
      lower += 1
    }
    guard isApart || isItem, lower < bytes.count, lower - end < 8 else { return }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    let mark = name.lowercased()
    let (isStreamID, isUser) = (mark.hasSuffix("streamid"), Self.users.contains(mark))
    guard isStreamID || isUser || Self.options.contains(mark) || SecretName.isSecret(name) else { return }
    let before = bytes[lower - 1]
    let isQuoted = before > 0x20 && Self.endsToken(before)
    let text = bytes
    let upper = self.end(lower) { index in
      let byte = text[index]
      return isQuoted ? byte == before : Self.endsToken(byte) || isItem && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]"))
    }
    if isStreamID { return parts(lower..<upper, "streamid") }
    if isUser {
      guard let colon = bytes[lower..<upper].firstIndex(of: UInt8(ascii: ":")), !starts("://", at: colon) else { return }
      lower = colon + 1
    }
    guard lower < upper, !isOther(lower..<upper, isKey: mark.hasSuffix("key")), SecretSigns.isLiteral(bytes[lower..<upper]) else { return }
    found.append(SecretSigns.Found(range: lower..<upper, name: isUser ? "password" : name))
  }

  /// Another option, a variable of the shell, or the file that a key is in.
  private func isOther(_ argument: Range<Int>, isKey: Bool) -> Bool {
    let first = bytes[argument.lowerBound]
    let second = argument.count > 1 ? bytes[argument.lowerBound + 1] : 0
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "$"), (second | 0x20) &- 0x61 < 26 { return true }
    guard isKey else { return false }
    return first == UInt8(ascii: "/") || first == UInt8(ascii: ".") || [".pem", ".key", ".crt"].contains { bytes[argument].suffix(4).elementsEqual($0.utf8) }
  }

  /// `Authorization: Bearer abcdef`, `X-Api-Key: abcdef`.
  mutating func header(_ colon: Int) {
    var start = colon
    while start > 0, colon - start <= 64, Self.isName(bytes[start - 1]) { start -= 1 }
    guard start < colon, colon - start <= 64 else { return }
    let hasHyphen = bytes[start..<colon].contains(UInt8(ascii: "-"))
    // The last letters of ``headers``.
    guard hasHyphen || bytes[colon - 1] | 0x20 == UInt8(ascii: "n") || bytes[colon - 1] | 0x20 == UInt8(ascii: "e") else { return }
    let name = String(decoding: bytes[start..<colon], as: UTF8.self)
    let isWhole = Self.headers.contains(name.lowercased())
    guard isWhole || hasHyphen && SecretName.isSecret(name) else { return }
    var lower = colon + 1
    while lower < bytes.count, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
    let text = bytes
    var upper = end(lower) { text[$0] != 0x20 && Self.endsToken(text[$0]) || text[$0] == UInt8(ascii: "\\") }
    while upper > lower, bytes[upper - 1] == 0x20 { upper -= 1 }
    guard lower < upper else { return }
    let word = lower..<(bytes[lower..<upper].firstIndex(of: 0x20) ?? upper)
    if word.upperBound < upper {
      guard isWhole else { return }
      if Self.schemes.contains(String(decoding: bytes[word], as: UTF8.self).lowercased()) { lower = word.upperBound + 1 } else
      if !bytes[word].contains(UInt8(ascii: "=")), !KeyShape.fits(bytes[word]) { return }
    } else if bytes[word].count < 16, !bytes[word].contains(where: { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "=") }) {
      // `authorization: required`, in a sentence.
      return
    }
    if SecretSigns.isLiteral(bytes[lower..<upper]) { found.append(SecretSigns.Found(range: lower..<upper, name: name)) }
  }

  /// `Bearer abcdef123`, `Basic dXNlcjpwYXNz`, under whatever name (RFC 6750, RFC 7617).
  mutating func credentials(_ blank: Int) {
    func ends(_ word: StaticString) -> Bool {
      let start = blank - word.utf8CodeUnitCount
      return isWord(word, at: start) && (start == 0 || !Self.isName(bytes[start - 1]))
    }
    let isBearer = ends("bearer")
    guard isBearer || ends("basic") else { return }
    let lower = blank + 1
    let text = bytes
    let upper = end(lower) { !((text[$0] | 0x20) &- 0x61 < 26 || text[$0] &- 0x30 < 10 || "-._~+/=".utf8.contains(text[$0])) }
    let token = bytes[lower..<upper]
    guard token.count >= 8 else { return }
    let isSecret = KeyShape.fits(token) || (isBearer ? token.contains { $0 &- 0x30 < 10 } : Base64.isUserAndPassword(token))
    if isSecret { found.append(SecretSigns.Found(range: lower..<upper, name: isBearer ? "token" : "password")) }
  }

  /// `eyJ….….…`: the header of a JSON Web Token begins with `{"` (RFC 7519).
  mutating func webToken(_ start: Int) {
    guard start == 0 || !Self.isName(bytes[start - 1]) else { return }
    let text = bytes
    let end = end(start) { !((text[$0] | 0x20) &- 0x61 < 26 || text[$0] &- 0x30 < 10 || "-_.".utf8.contains(text[$0])) }
    let parts = bytes[start..<end].split(separator: UInt8(ascii: "."), maxSplits: 2, omittingEmptySubsequences: false).map(\.count)
    guard parts.count == 3, parts[0] >= 10, parts[1] >= 4 else { return }
    found.append(SecretSigns.Found(range: start..<end, name: "token"))
  }
}

/// As much of base64 as tells the credentials of `Basic` from a word.
private enum Base64 {
  static func isUserAndPassword(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let digits = text.prefix { $0 != UInt8(ascii: "=") }
    var (value, bits): (UInt32, Int) = (0, 0)
    var hasColon = false
    for byte in digits {
      let digit: UInt8
      switch byte {
      case 0x41...0x5A: digit = byte - 0x41
      case 0x61...0x7A: digit = byte - 0x61 + 26
      case 0x30...0x39: digit = byte - 0x30 + 52
      case UInt8(ascii: "+"): digit = 62
      case UInt8(ascii: "/"): digit = 63
      default: return false
      }
      value = (value << 6 | UInt32(digit)) & 0xFFFF
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      let decoded = UInt8(truncatingIfNeeded: value >> UInt32(bits))
      if decoded < 0x20 || decoded == 0x7F { return false }
      hasColon = hasColon || decoded == UInt8(ascii: ":")
    }
    return hasColon
  }
}
