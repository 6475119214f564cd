package import RungSource

/// Nodes → JSON text: members in their order, numbers digit for digit as their author wrote them, UTF-8 unescaped
/// except for hidden characters and commands of CI logs.
///
/// jansson keeps decimals as 64-bit floats, so that 0.1234567890123456789 would be written as 0.12345678901234568. Tests
/// check what is written here with it.
package enum JSONWriter {
  /// A body as it is sent.
  ///
  /// - Parameter indent: spaces per level; 0 for all on one line.
  /// - Returns: the text without a line break at its end.
  package static func text(_ node: Node, indent: Int = 2) throws(UnwritableValue) -> String {
    var writer = Writer(indent: indent, isShown: false)
    try writer.write(node, level: 0)
    return writer.text
  }

  /// The same for display, and for Rung's own documents: a number that JSON cannot carry is shown as a string, as its author
  /// wrote it.
  package static func shown(_ node: Node, indent: Int = 2) -> String {
    var writer = Writer(indent: indent, isShown: true)
    do throws(UnwritableValue) {
      try writer.write(node, level: 0)
    } catch {
      writer.write(error.text)
    }
    return writer.text
  }

  /// A text between its quotes.
  package static func quoted(_ text: String) -> String {
    var writer = Writer(indent: 0, isShown: true)
    writer.write(text)
    return writer.text
  }
}

private struct Writer {
  private var bytes: [UInt8] = []
  private let indent: Int
  private let isShown: Bool

  init(indent: Int, isShown: Bool) {
    self.indent = indent
    self.isShown = isShown
  }

  var text: String { VisibleText.inJSON(String(decoding: bytes, as: UTF8.self)) }

  mutating func write(_ node: Node, level: Int) throws(UnwritableValue) {
    switch node.content {
    case .map(let entries):
      if !isShown, let key = Self.repeatedKey(entries) {
        throw UnwritableValue(text: key.value, place: key.place, message: "duplicate key `\(key.value)` in an object of a body")
      }
      bytes.append(UInt8(ascii: "{"))
      for index in entries.indices {
        let key = entries[index].key
        // jansson accepts U+0000 in a value (JSON_ALLOW_NUL), but never in a key.
        if !isShown, key.value.utf8.contains(0) {
          throw UnwritableValue(text: key.value, place: key.place, message: "the key `\(key.value)` of a body holds a NUL character, which JSON readers reject")
        }
        begin(index, level + 1)
        write(entries[index].key.value)
        bytes.append(UInt8(ascii: ":"))
        if indent > 0 { bytes.append(UInt8(ascii: " ")) }
        try write(entries[index].value, level: level + 1)
      }
      end(UInt8(ascii: "}"), entries.isEmpty, level)
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for index in items.indices {
        begin(index, level + 1)
        try write(items[index], level: level + 1)
      }
      end(UInt8(ascii: "]"), items.isEmpty, level)
    case .scalar(let scalar):
      switch scalar.type {
      case .null: bytes += "null".utf8
      case .bool(let value): bytes += (value ? "true" : "false").utf8
      case .string: write(scalar.text)
      case .integer, .decimal:
        switch JSONNumber(scalar) {
        case .text(let text): bytes += text.utf8
        case .unwritable(let reason)?:
          guard isShown else {
            throw UnwritableValue(text: scalar.text, place: node.place, message: "the number `\(scalar.text)` of a body \(reason)")
          }
          write(scalar.text)
        case nil: write(scalar.text)
        }
      }
    }
  }

  /// JSON readers keep one of two members with the same name, and not all keep the same one.
  private static func repeatedKey(_ entries: [Node.Entry]) -> Located<String>? {
    if entries.count > 24 {
      var keys: Set<String> = []
      return entries.first { !keys.insert($0.key.value).inserted }?.key
    }
    for index in entries.indices {
      let key = entries[index].key
      if entries[..<index].contains(where: { $0.key.value.isSameKey(key.value) }) { return key }
    }
    return nil
  }

  /// Before a member or an item.
  private mutating func begin(_ index: Int, _ level: Int) {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    breakLine(level)
  }

  private mutating func end(_ bracket: UInt8, _ isEmpty: Bool, _ level: Int) {
    if !isEmpty { breakLine(level) }
    bytes.append(bracket)
  }

  private mutating func breakLine(_ level: Int) {
    guard indent > 0 else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: level * indent))
  }

  mutating func write(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      // Most texts need no escape.
      if !utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
        bytes.append(contentsOf: utf8)
      } else {
        for byte in utf8 { escape(byte) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 0x08: bytes += #"\b"#.utf8
    case 0x09: bytes += #"\t"#.utf8
    case 0x0A: bytes += #"\n"#.utf8
    case 0x0C: bytes += #"\f"#.utf8
    case 0x0D: bytes += #"\r"#.utf8
    case ..<0x20:
      bytes += (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8
      bytes += String(byte, radix: 16, uppercase: true).utf8
    default: bytes.append(byte)
    }
  }
}
