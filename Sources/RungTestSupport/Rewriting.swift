package import RungSource

/// A tree written out again in another form, with the place of every key and value in the new text.
package struct Rewriting {
  package enum Form: Sendable {
    case json
    /// YAML on one line: `{a: 1, b: [c]}`.
    case flow
    /// The same with the keys of every mapping in reverse.
    case flowReversed
  }

  package private(set) var bytes: [UInt8] = []
  /// Where a range of the old text is in the new one. An aliased value is in several places.
  package private(set) var places: [Range<Int>: [Range<Int>]] = [:]
  private let form: Form

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Nil when a value has no such form (`0o17` and `.inf` are no JSON).
  package init?(_ node: Node, as form: Form) {
    self.form = form
    guard write(node) else { return nil }
    bytes.append(0x0A)
  }

  private mutating func write(_ node: Node) -> Bool {
    let start = bytes.count
    switch node.content {
    case .map(let entries):
      put("{")
      let ordered = form == .flowReversed ? entries.reversed() : entries
      for (index, entry) in ordered.enumerated() {
        if index > 0 { put(", ") }
        let keyStart = bytes.count
        put(form == .json || !Self.isSafePlain(entry.key.value) ? Self.quoted(entry.key.value) : entry.key.value)
        note(entry.key.place.span, keyStart)
        // Where a mapping as a whole is meant, findings point at its first key, whichever that is.
        if form == .flowReversed, index == 0, let first = entries.first { note(first.key.place.span, keyStart) }
        put(": ")
        guard write(entry.value) else { return false }
      }
      put("}")
    case .list(let items):
      put("[")
      for (index, item) in items.enumerated() {
        if index > 0 { put(", ") }
        guard write(item) else { return false }
      }
      put("]")
    case .scalar(let scalar):
      guard let text = form == .json ? Self.json(scalar) : Self.flow(scalar) else { return false }
      put(text)
    }
    note(node.span, start)
    return true
  }

  private mutating func put(_ text: String) { bytes += Array(text.utf8) }

  private mutating func note(_ span: SourceSpan, _ start: Int) {
    places[Int(span.lower)..<Int(span.upper), default: []].append(start..<bytes.count)
  }

  private static func json(_ scalar: Scalar) -> String? {
    switch scalar.type {
    case .string: return quoted(scalar.text)
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .integer, .decimal: return isJSONNumber(scalar.text) ? scalar.text : nil
    }
  }

  private static func flow(_ scalar: Scalar) -> String? {
    guard scalar.style == .plain else { return quoted(scalar.text) }
    if scalar.text.isEmpty { return "null" }
    return isSafePlain(scalar.text) ? scalar.text : quoted(scalar.text)
  }

  private static func isSafePlain(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix(" ") && !text.hasSuffix(" ") && !text.hasPrefix("-")
      && text.utf8.allSatisfy { byte in
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 || [0x20, 0x2B, 0x2D, 0x2E, 0x2F, 0x3C, 0x5F, 0x7E].contains(byte)
      }
  }

  /// RFC 8259, section 6.
  private static func isJSONNumber(_ text: String) -> Bool {
    var rest = Substring(text)
    func digits() -> Bool {
      let count = rest.utf8.prefix { $0 &- 0x30 < 10 }.count
      rest = rest.dropFirst(count)
      return count > 0
    }
    if rest.first == "-" { rest = rest.dropFirst() }
    if rest.first == "0" { rest = rest.dropFirst() } else if !digits() { return false }
    if rest.first == "." {
      rest = rest.dropFirst()
      if !digits() { return false }
    }
    if rest.first == "e" || rest.first == "E" {
      rest = rest.dropFirst()
      if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
      if !digits() { return false }
    }
    return rest.isEmpty
  }

  /// Double quotes as JSON and YAML both read them.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case let scalar where scalar.value < 0x20 || scalar.value == 0x7F || (0x80..<0xA0).contains(scalar.value):
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
