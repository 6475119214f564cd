internal import RungSource

/// A spec's JSON in its canonical form: keys in the order of the declarations, two blanks for each level. Every value is written as it
/// was, save for quantities.
struct JSONFormatter {
  private let file: SourceFile

  static func text(_ bytes: [UInt8], _ document: Node) -> [UInt8] {
    let formatter = JSONFormatter(file: SourceFile(name: "", bytes: bytes))
    let text = formatter.text(document, indent: 0, .spec) + "\n"
    let end = LineMap.lineEnd(of: bytes)
    return (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []) + Array((end == "\n" ? text : text.replacing("\n", with: end)).utf8)
  }

  private func text(_ node: Node, indent: Int, _ schema: SpecSchema) -> String {
    let (inner, outer) = (String(repeating: " ", count: indent + 2), String(repeating: " ", count: indent))
    switch node.content {
    case .scalar(let scalar):
      if scalar.type == .string, let other = schema.quantity(scalar.text) { return "\"\(other)\"" }
      return file.text(node.span)
    case .list(let items) where items.isEmpty: return "[]"
    case .map(let entries) where entries.isEmpty: return "{}"
    case .list(let items):
      return "[\n" + items.map { inner + text($0, indent: indent + 2, schema.element) }.joined(separator: ",\n") + "\n\(outer)]"
    case .map(let entries):
      let parts = ordered(entries, schema).map { inner + file.text($0.key.place.span) + ": " + text($0.value, indent: indent + 2, schema[$0.key.value]) }
      return "{\n" + parts.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  private func ordered(_ entries: [Node.Entry], _ schema: SpecSchema) -> [Node.Entry] {
    guard let keys = schema.keys else { return entries }
    let places = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return entries.enumerated().sorted {
      (places[$0.element.key.value] ?? keys.count, $0.offset) < (places[$1.element.key.value] ?? keys.count, $1.offset)
    }.map(\.element)
  }
}
