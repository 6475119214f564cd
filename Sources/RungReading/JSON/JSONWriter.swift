internal import CJansson
package import RungSource

/// Nodes → JSON text, through jansson: members in their order, integers as integers, UTF-8 unescaped save for what is
/// hidden or gives a log a command.
package enum JSONWriter {
  /// - Returns: the text without a line break at its end; nil when a value has no JSON form (an infinite number, an
  ///   integer beyond 64 bits).
  package static func text(_ node: Node, indent: Int = 2) -> String? {
    guard let tree = tree(node) else { return nil }
    defer { json_decref(tree) }
    let layout = indent > 0 ? indent : Int(JSON_COMPACT)
    // A decimal of up to 15 digits comes back as it was written; 17 digits keep every number, and turn 0.1 into
    // 0.10000000000000001.
    let precision = longestDecimal(node) <= 15 ? 15 << 11 : 0
    guard let raw = json_dumps(tree, layout | Int(JSON_ENCODE_ANY) | precision) else { return nil }
    defer { free(raw) }
    return VisibleText.inJSON(String(cString: raw))
  }

  private static func longestDecimal(_ node: Node) -> Int {
    switch node.content {
    case .map(let entries): entries.reduce(0) { Swift.max($0, longestDecimal($1.value)) }
    case .list(let items): items.reduce(0) { Swift.max($0, longestDecimal($1)) }
    case .scalar(let scalar): scalar.type == .decimal ? scalar.text.utf8.count { $0 &- 0x30 < 10 } : 0
    }
  }

  private static func tree(_ node: Node) -> UnsafeMutablePointer<json_t>? {
    switch node.content {
    case .map(let entries):
      guard let object = json_object() else { return nil }
      for entry in entries {
        guard let value = tree(entry.value) else {
          json_decref(object)
          return nil
        }
        var key = entry.key.value
        let stored = key.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) { json_object_setn_new(object, $0.baseAddress, $0.count, value) }
        }
        guard stored == 0 else {
          json_decref(object)
          return nil
        }
      }
      return object
    case .list(let items):
      guard let array = json_array() else { return nil }
      for item in items {
        guard let value = tree(item), json_array_append_new(array, value) == 0 else {
          json_decref(array)
          return nil
        }
      }
      return array
    case .scalar(let scalar):
      switch scalar.type {
      case .null: return json_null()
      case .bool(let value): return value ? json_true() : json_false()
      case .integer:
        guard let value = json_int_t(scalar.text) else { return nil }
        return json_integer(value)
      case .decimal:
        guard let value = Double(scalar.text), value.isFinite else { return nil }
        return json_real(value)
      case .string:
        var text = scalar.text
        return text.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) { json_stringn($0.baseAddress, $0.count) }
        }
      }
    }
  }
}
