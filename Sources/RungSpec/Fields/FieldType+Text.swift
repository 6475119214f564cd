internal import RungSource

extension FieldType where Value == SecretText {
  /// A reference to a secret. A literal one is reported, and its text is kept out of everything that is shown.
  package static var secret: FieldType {
    FieldType(.string(pattern: #"^(\$\{env:[A-Za-z_][A-Za-z0-9_]*\}|<[A-Za-z_][A-Za-z0-9_]*>)$"#, examples: ["${env:NAME}"])) {
      node, report in
      if let scalar = node.scalar, scalar.type != .null, SecretText(scalar.text).isLiteral { report.hide(node.span) }
      guard let scalar = node.scalar, scalar.type == .string else {
        report.flag(SpecFaults.wrongType, node.place, "expected a secret reference, found \(node.kindName)", help: "write `${env:NAME}`")
        return nil
      }
      let secret = SecretText(scalar.text)
      if secret.isLiteral {
        report.flag(
          SpecFaults.literalSecret, node.place, "a secret stands here in plain text; expected a reference to one",
          help: "put the value into the environment and write `${env:NAME}`; then change the secret, for it has been written down")
      }
      return secret
    } write: { .string($0.text, at: $1) }
  }
}

extension FieldType where Value == StreamURL {
  /// An absolute URL with one of the schemes; nil for any.
  package static func url(_ schemes: [String]? = nil) -> FieldType {
    FieldType(.string(pattern: schemes.map { "^(\($0.map(inAnyCase).joined(separator: "|")))://" } ?? "^[A-Za-z][A-Za-z0-9+.-]*://")) {
      node, report in
      guard let text = ScalarReading.text(node, &report) else { return nil }
      guard let url = StreamURL(text) else {
        report.flag(
          SpecFaults.malformedValue, node.place, "`\(text)` is not an absolute URL", help: "write `\(schemes?.first ?? "https")://host/path`")
        return nil
      }
      if SecretQuery.isIn(url) {
        report.hide(node.span)
        report.flag(
          SpecFaults.literalSecret, node.place, "the URL carries a secret in plain text",
          help: "put it into the environment and write `${env:NAME}` in its place")
      }
      if let schemes, !schemes.contains(url.scheme) {
        report.flag(
          SpecFaults.malformedValue, node.place, "`\(url.scheme)` is not a scheme that can stand here; expected \(oneOf(schemes))")
        return nil
      }
      return url
    } write: { .string($0.text, at: $1) }
  }
}

/// "ab" → "[aA][bB]": a scheme counts in either case (RFC 3986, section 3.1), and JSON Schema has no flag for that.
private func inAnyCase(_ word: String) -> String {
  word.map { $0.isLetter ? "[\($0)\($0.uppercased())]" : String($0) }.joined()
}

/// Query parameters that are known to carry secrets.
package enum SecretQuery {
  private static let names = ["passphrase", "key", "streamkey", "stream_key", "token", "secret", "password", "auth", "sig", "signature"]

  static func isIn(_ url: StreamURL) -> Bool {
    if let user = url.userInfo, isLiteral(user) { return true }
    guard let query = url.query else { return false }
    return query.split(separator: "&").contains { secretKey(of: $0) != nil }
  }

  /// The name of a parameter that carries a secret in plain text; nil for others.
  private static func secretKey(of part: Substring) -> Substring? {
    guard let equals = part.firstIndex(of: "=") else { return nil }
    let value = part[part.index(after: equals)...]
    let isSecret =
      names.contains(part[..<equals].lowercased()) && !value.isEmpty && SecretText.references(in: String(value)).isEmpty
      && !(value.hasPrefix("<") && value.hasSuffix(">"))
    return isSecret ? part[..<equals] : nil
  }

  /// The URL with something else in the place of each secret.
  ///
  /// - Parameter reference: given what the secret is called (`passphrase`, `password`) and its text, what is to stand there.
  package static func replacing(in text: String, _ reference: (_ name: String, _ secret: String) -> String) -> String {
    guard let url = StreamURL(text) else { return text }
    var text = text
    if let query = url.query, let mark = text.firstIndex(of: "?") {
      let end = text[mark...].firstIndex(of: "#") ?? text.endIndex
      let parts = query.split(separator: "&", omittingEmptySubsequences: false).map { part in
        secretKey(of: part).map { key in "\(key)=\(reference(String(key), String(part.dropFirst(key.count + 1))))" } ?? String(part)
      }
      text = "\(text[...mark])\(parts.joined(separator: "&"))\(text[end...])"
    }
    if let user = url.userInfo, isLiteral(user), let range = text.firstRange(of: "//\(user)@") {
      let colon = user.firstIndex(of: ":")
      let secret = colon.map { user[user.index(after: $0)...] } ?? user[...]
      let name = colon.map { user[...$0] } ?? ""
      text = "\(text[..<range.lowerBound])//\(name)\(reference(colon == nil ? "token" : "password", String(secret)))@\(text[range.upperBound...])"
    }
    return text
  }

  /// `user:password`, or one word, which may be a token. `udp://@239.1.1.1` has neither, and a reference has a colon too.
  private static func isLiteral(_ userInfo: String) -> Bool {
    var secret: [UInt8] = []
    var isInReference = false
    var isBehindUser = false
    for byte in userInfo.utf8 {
      if byte == UInt8(ascii: "{") { isInReference = true }
      if byte == UInt8(ascii: "}") { isInReference = false }
      if byte == UInt8(ascii: ":"), !isInReference, !isBehindUser {
        isBehindUser = true
        secret = []
      } else {
        secret.append(byte)
      }
    }
    return !secret.isEmpty && SecretText(String(decoding: secret, as: UTF8.self)).isLiteral
  }
}

extension FieldType where Value == AddressRange {
  package static var addressRange: FieldType {
    FieldType(.string(pattern: #"^[0-9]{1,3}(\.[0-9]{1,3}){3}(/[0-9]{1,2})?$"#, examples: ["203.0.113.0/24"])) { node, report in
      guard let text = ScalarReading.text(node, &report) else { return nil }
      guard let range = AddressRange(text) else {
        report.flag(
          SpecFaults.malformedValue, node.place, "`\(text)` is not an IPv4 address or range",
          help: "write `203.0.113.7` or `203.0.113.0/24`")
        return nil
      }
      return range
    } write: { .string("\($0.addressText)/\($0.prefix)", at: $1) }
  }
}

extension FieldType where Value == String {
  /// A codec level. `4.0` may stand without quotes in YAML: its text is kept, not its number.
  package static var level: FieldType {
    FieldType(.anyOf([.string(pattern: #"^[1-7](\.[0-3])?$|^1b$"#, examples: ["4.0", "3.1"]), .number(1...8)])) { node, report in
      guard let scalar = node.scalar, scalar.type != .null else {
        report.flag(SpecFaults.wrongType, node.place, "expected a level (\"4.0\"), found \(node.kindName)")
        return nil
      }
      let text = scalar.text
      let bytes = Array(text.utf8)
      let isShort = bytes.count == 1 && (0x31...0x37).contains(bytes[0])
      let isFull = bytes.count == 3 && (0x31...0x37).contains(bytes[0]) && bytes[1] == 0x2E && (0x30...0x33).contains(bytes[2])
      guard isShort || isFull || text == "1b" else {
        report.flag(
          SpecFaults.malformedValue, node.place, "`\(text)` is not a codec level", help: "write for example `\"4.0\"` or `\"3.1\"`")
        return nil
      }
      return isShort ? "\(text).0" : text
    } write: { .string($0, at: $1) }
  }
}
