/// Which parts of a text look like secrets. This is the one place that decides it: credentials before the host of a URL, the
/// value after a name such as `token=` or `passphrase=` (``SecretName``), the argument of an option such as `-passphrase`,
/// the value of a header such as `Authorization`, what follows `Bearer` or `Basic`, a JSON Web Token, the stream key at the end
/// of an RTMP address, the key in the path of a webhook (``SecretPath``), and a part of an SRT `streamid` that looks like a key.
/// The text need not be a URL, nor a well-formed one.
///
/// References (`${env:NAME}`) and placeholders of documents (`<TOKEN>`) are not secrets.
package enum SecretSigns {
  /// Replaces a secret: a fixed number of dots, so that not even its length is shown.
  package static let mask = "••••••••"

  /// A secret in a text.
  struct Found {
    /// Of bytes.
    var range: Range<Int>
    /// What it is called: `passphrase`, `password`, `stream_key`.
    var name: String
  }

  package static func areIn(_ text: String) -> Bool { !found(in: text).isEmpty }

  /// The text with its secrets replaced by dots.
  package static func masked(_ text: String) -> String { replacing(in: text) { _, _ in mask } }

  /// The text with each secret replaced.
  ///
  /// - Parameter reference: from the name and the text of a secret, its replacement.
  package static func replacing(in text: String, _ reference: (_ name: String, _ secret: String) -> String) -> String {
    let found = found(in: text)
    guard !found.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var cursor = 0
    for secret in found {
      result += bytes[cursor..<secret.range.lowerBound]
      result += Array(reference(secret.name, String(decoding: bytes[secret.range], as: UTF8.self)).utf8)
      cursor = secret.range.upperBound
    }
    return String(decoding: result + bytes[cursor...], as: UTF8.self)
  }

  /// How something is called in a list or a sentence: of a URL scheme, host and path, without what is secret in them.
  package static func label(_ text: String) -> String {
    let text = masked(text)
    guard let start = text.firstRange(of: "://") else { return text }
    let rest = text[start.upperBound...].prefix { $0 != "?" && $0 != "#" }
    let authority = rest.prefix { $0 != "/" }
    let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
    return "\(text[..<start.upperBound])\(host)\(rest[authority.endIndex...])"
  }

  /// A word in the place of a name that may be a secret written without quotes: `*abcdef`.
  package static func maskedWord(_ text: String) -> String { KeyShape.fits(text.utf8) ? mask : text }

  /// Whether a value under a secret's name, in a place for anything, looks like the secret itself.
  package static func isSecretEntry(_ key: String, _ text: String) -> Bool {
    // What a name means takes long to tell, and few values have the shape of a secret.
    let bytes = text.utf8
    guard KeyShape.fits(bytes) || KeyShape.isLongAndMixed(bytes) else { return isDigits(bytes) && SecretName.isPIN(key) }
    let weight = SecretName.weight(key)
    return isSecret(bytes, named: weight) && (weight != .always || KeyShape.fits(bytes))
  }

  /// Whether a value is a secret by its key's name.
  package static func isSecret(_ bytes: some BidirectionalCollection<UInt8>, named weight: SecretName.Weight) -> Bool {
    switch weight {
    case .none: false
    case .always: isLiteral(bytes)
    case .byShape:
      bytes.count <= 512 && !bytes.contains { $0 <= 0x20 } && !String(decoding: bytes, as: UTF8.self).contains("://") && isLiteral(bytes)
        && (KeyShape.fits(bytes) || KeyShape.isLongAndMixed(bytes))
    case .byDigits: isDigits(bytes) || isSecret(bytes, named: .byShape)
    }
  }

  private static func isDigits(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    (4...12).contains(bytes.count) && bytes.allSatisfy { $0 &- 0x30 < 10 }
  }

  /// What a text is that has a secret in it.
  package static func noun(of text: String) -> String { text.contains("://") && !text.utf8.contains { $0 <= 0x20 } ? "URL" : "text" }

  /// Whether a value under the name of a secret is one: it is neither empty nor a word of the format's own, and no reference.
  static func isLiteral(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    guard bytes.count > 1 else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    if ["true", "false", "null", "none", "yes", "no", "on", "off"].contains(text.lowercased()) { return false }
    if case .placeholder = SecretText(text).kind { return false }
    // `?auth={token}`, as documents and templates write it.
    if text.hasPrefix("{"), text.hasSuffix("}"), !text.dropFirst().dropLast().utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",") }) { return false }
    let bytes = Array(text.utf8)
    let references = SecretText.referenceRanges(in: bytes)
    guard !references.isEmpty else { return true }
    // What is around them, in its parts.
    var rest: [UInt8] = []
    var lower = 0
    for reference in references {
      rest += bytes[lower..<reference.lowerBound]
      rest.append(0x20)
      lower = reference.upperBound
    }
    return KeyShape.fits(rest + bytes[lower...])
  }

  /// Whether a closer look is worth it: most texts have none of the signs.
  ///
  /// - Parameter isLine: whether it is a line of a file, whose first colon follows a key and not a header.
  static func mayBeIn(_ bytes: UnsafeBufferPointer<UInt8>, isLine: Bool = false) -> Bool {
    var colons = isLine ? 0 : 1
    var hasHyphen = false
    var next = 0
    while next < bytes.count {
      let (byte, index) = (bytes[next], next)
      next += 1
      // Letters are most of a text.
      if byte > 0x40, byte != UInt8(ascii: "J") { continue }
      let last = index > 0 ? bytes[index - 1] : 0x20
      switch byte {
      case UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "@"): return true
      case UInt8(ascii: "/") where last == UInt8(ascii: ":"): return true
      case UInt8(ascii: ":"):
        // `Authorization:`, `Cookie:`, `X-Api-Key:`
        if colons > 0, hasHyphen || last | 0x20 == UInt8(ascii: "n") || last | 0x20 == UInt8(ascii: "e") { return true }
        colons += 1
      case UInt8(ascii: "-"):
        if !SecretScan.isName(last), index + 1 < bytes.count, (bytes[index + 1] | 0x20) &- 0x61 < 26 || bytes[index + 1] == UInt8(ascii: "-") { return true }
        hasHyphen = true
      case UInt8(ascii: " ") where index >= 5 && (last | 0x20 == UInt8(ascii: "r") && bytes[index - 3] | 0x20 == UInt8(ascii: "r") || last | 0x20 == UInt8(ascii: "c") && bytes[index - 3] | 0x20 == UInt8(ascii: "s")):
        // `Bearer`, `Basic`.
        return true
      case UInt8(ascii: "J") where last == UInt8(ascii: "y"): return true
      default: break
      }
    }
    return false
  }

  private static func found(in text: String) -> [Found] {
    var text = text
    return text.withUTF8 { mayBeIn($0) ? found(in: $0) : [] }
  }

  /// In the order of their places; none is inside another.
  static func found(in bytes: UnsafeBufferPointer<UInt8>) -> [Found] {
    var scan = SecretScan(bytes)
    return scan.run()
  }
}
