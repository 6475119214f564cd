import RungReading
import RungSource

/// As much of JSON Schema (2020-12) as the schemas here use. A keyword that it does not know is a fault.
struct SchemaCheck {
  struct Unreadable: Error {}

  private let root: Node

  init(_ text: String) throws {
    root = try Self.read(text)
  }

  static func read(_ text: String) throws -> Node {
    var report = Report()
    let file = SourceFile(name: "x.json", bytes: Array(text.utf8))
    guard let node = Reader.read(file, id: FileID(index: 0), format: .json, into: &report).first, report.diagnostics.isEmpty
    else { throw Unreadable() }
    return node
  }

  func faults(in text: String) -> [String] {
    guard let node = try? Self.read(text) else { return ["not JSON"] }
    var faults: [String] = []
    check(node, root, "", &faults)
    return faults
  }

  private func check(_ node: Node, _ schema: Node, _ path: String, _ faults: inout [String]) {
    for entry in schema.entries {
      let rule = entry.value
      switch entry.key.value {
      case "$schema", "$id", "$defs", "title", "description": break
      case "$ref":
        guard let target = target(of: rule) else {
          faults.append("\(path): no definition \(rule.scalar?.text ?? "")")
          break
        }
        check(node, target, path, &faults)
      case "type":
        let types = rule.scalar != nil ? [rule] : rule.items
        let type = Self.type(node)
        // A whole number is a number.
        let isOne = types.contains { $0.scalar?.text == type || ($0.scalar?.text == "number" && type == "integer") }
        if !isOne { faults.append("\(path): is \(type)") }
      case "const", "enum":
        let allowed = entry.key.value == "const" ? [rule] : rule.items
        if !allowed.contains(where: { $0.scalar == node.scalar }) { faults.append("\(path): is none of those allowed") }
      case "minimum":
        if let value = Int(node.scalar?.text ?? ""), value < Int(rule.scalar?.text ?? "") ?? 0 { faults.append("\(path): too small") }
      case "maximum":
        if let value = Int(node.scalar?.text ?? ""), value > Int(rule.scalar?.text ?? "") ?? 0 { faults.append("\(path): too large") }
      case "pattern":
        guard let text = node.scalar?.text, node.scalar?.type == .string else { break }
        guard let pattern = try? Regex(rule.scalar?.text ?? "") else {
          faults.append("\(path): the pattern is none")
          break
        }
        if text.firstMatch(of: pattern) == nil { faults.append("\(path): `\(text)` does not match") }
      case "anyOf":
        let fits = rule.items.contains { choice in
          var inner: [String] = []
          check(node, choice, path, &inner)
          return inner.isEmpty
        }
        if !fits { faults.append("\(path): fits none of the choices") }
      case "items":
        for (index, item) in node.items.enumerated() { check(item, rule, "\(path)/\(index)", &faults) }
      case "properties":
        for property in rule.entries {
          if let value = node[property.key.value] { check(value, property.value, "\(path)/\(property.key.value)", &faults) }
        }
      case "required":
        guard case .map = node.content else { break }
        for key in rule.items.compactMap({ $0.scalar?.text }) where node[key] == nil { faults.append("\(path): no \(key)") }
      case "additionalProperties":
        let known = schema["properties"]?.entries.map(\.key.value) ?? []
        for member in node.entries where !known.contains(member.key.value) {
          if rule.scalar?.text == "false" { faults.append("\(path): unknown \(member.key.value)") } else { check(member.value, rule, path, &faults) }
        }
      default: faults.append("the schema uses \(entry.key.value)")
      }
    }
  }

  private func target(of reference: Node?) -> Node? {
    root["$defs"]?[(reference?.scalar?.text ?? "").split(separator: "/").last.map(String.init) ?? ""]
  }

  private static func type(_ node: Node) -> String {
    switch node.content {
    case .map: "object"
    case .list: "array"
    case .scalar(let scalar):
      switch scalar.type {
      case .null: "null"
      case .bool: "boolean"
      case .integer: "integer"
      case .decimal: "number"
      case .string: "string"
      }
    }
  }
}
