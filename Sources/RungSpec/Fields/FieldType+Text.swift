internal import RungSource

extension FieldType where Value == StreamURL {
  /// An absolute URL with one of the schemes; nil for any.
  ///
  /// - Parameter example: a valid one, for the help.
  package static func url(_ schemes: [String]? = nil, example: String? = nil) -> FieldType {
    FieldType(.string(pattern: schemes.map { "^(\($0.map(inAnyCase).joined(separator: "|")))://" } ?? "^[A-Za-z][A-Za-z0-9+.-]*://")) {
      node, report in
      guard let text = ScalarReading.text(node, &report) else { return nil }
      let carriesSecret = SecretReading.flagURL(text, node, &report)
      guard let url = StreamURL(text) else {
        // What cannot be read as a URL cannot be masked as one.
        if carriesSecret { report.hide(node.span) }
        let model = example ?? "\(schemes?.first ?? "https")://host/path"
        // The scheme decides what can be done with the address; a reference may hold the rest.
        let meant = SecretText(text).isLiteral ? model : "\(model.prefix { $0 != ":" })://\(text)"
        report.flag(SpecFaults.malformedValue, node.place, "`\(text)` is not an absolute URL", help: "write `\(meant)`, with the scheme")
        return nil
      }
      if let schemes, !schemes.contains(url.scheme) {
        report.flag(
          SpecFaults.malformedValue, node.place, "URL scheme `\(url.scheme)` is not supported here; expected \(oneOf(schemes))")
        return nil
      }
      return url
    } write: { .string($0.text, at: $1) }
  }
}

/// "ab" → "[aA][bB]": the case of a scheme does not matter (RFC 3986, section 3.1), and JSON Schema has no flag for that.
private func inAnyCase(_ word: String) -> String {
  word.map { $0.isLetter ? "[\($0)\($0.uppercased())]" : String($0) }.joined()
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
  /// A codec level. `4.0` may be unquoted in YAML: its text is kept, not its number.
  package static var level: FieldType {
    FieldType(.anyOf([.string(pattern: #"^[1-7](\.[0-3])?$|^1b$"#, examples: ["4.0", "3.1"]), .number(1...8)])) { node, report in
      guard let scalar = node.scalar, scalar.type != .null else {
        report.flag(SpecFaults.wrongType, node.place, "expected a codec level (`\"4.0\"`), found \(node.kind)", help: node.isNull ? ScalarReading.nothingHelp(report) : nil)
        return nil
      }
      let text = scalar.text
      let bytes = Array(text.utf8)
      let isShort = bytes.count == 1 && (0x31...0x37).contains(bytes[0])
      let isFull = bytes.count == 3 && (0x31...0x37).contains(bytes[0]) && bytes[1] == 0x2E && (0x30...0x33).contains(bytes[2])
      guard isShort || isFull || text == "1b" else {
        report.flag(
          SpecFaults.malformedValue, node.place, "`\(text)` is not a codec level", help: "use a level such as `\"4.0\"` or `\"3.1\"`")
        return nil
      }
      return isShort ? "\(text).0" : text
    } write: { .string($0, at: $1) }
  }
}
