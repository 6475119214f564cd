internal import RungReading
internal import RungSource

/// A JSON Schema of Rung's own as tables in Markdown: one for each mapping, under the path at which it stands first.
package struct SchemaMarkdown {
  private let definitions: Node?
  /// Whether null, wherever it may stand, removes what a base sets: said once, and not of each value.
  private let isOfSpecs: Bool
  /// Where each named mapping is shown.
  private var shown: [String: String] = [:]
  private var waiting: [(path: String, mapping: Node)]
  private var text = ""

  /// - Parameter schema: JSON text, as `rung schema` prints it.
  package static func text(_ schema: String) -> String {
    guard let root = try? Reader.message(Array(schema.utf8)) else { return "" }
    var page = SchemaMarkdown(root)
    page.write()
    return page.text
  }

  private init(_ root: Node) {
    definitions = root["$defs"]
    isOfSpecs = root["properties"]?.has("extends") ?? false
    waiting = [("", root)]
  }

  private mutating func write() {
    var next = 0
    while next < waiting.count {
      let (path, mapping) = waiting[next]
      next += 1
      if !path.isEmpty { text += "\n## `\(path)`\n" }
      if let summary = mapping["description"]?.scalar?.text { text += (path.isEmpty ? "" : "\n") + MarkdownText.prose(summary) + "\n" }
      if path.isEmpty, isOfSpecs { text += "\nWith `extends`, and in a base, `null` in place of a value removes what a base sets there.\n" }
      let keys = mapping["properties"]?.entries ?? []
      let required = (mapping["required"] ?? mapping["else"]?["required"])?.items.compactMap(\.scalar?.text) ?? []
      // Where everything is required, nothing has to say so.
      let isAll = required.count == keys.count
      text += "\n" + MarkdownText.head(["Key", "Value", "Meaning"])
      for entry in keys {
        let key = entry.key.value
        let name = "`\(key)`" + (!isAll && required.contains(key) ? " (required)" : "")
        let value = value(of: entry.value, at: path.isEmpty ? key : "\(path).\(key)")
        let meaning = entry.value["description"]?.scalar?.text ?? ""
        text += MarkdownText.row([name, value, MarkdownText.prose(meaning, inCell: true)])
      }
    }
  }

  /// What may stand there, in a few words; mappings are shown in a section of their own.
  private mutating func value(of schema: Node, at path: String) -> String {
    if let pointer = schema["$ref"]?.scalar?.text { return reference(pointer, at: path) }
    if let value = schema["const"]?.scalar?.text { return "`\(value)`" }
    if let words = schema["enum"]?.items { return words.compactMap { $0.scalar }.filter { !isOfSpecs || $0.type != .null }.map { "`\($0.text)`" }.joined(separator: ", ") }
    if let choices = schema["anyOf"]?.items {
      var parts: [String] = []
      for choice in choices where !isOfSpecs || choice["type"]?.scalar?.text != "null" { parts.append(value(of: choice, at: path)) }
      return parts.joined(separator: ", or ")
    }
    let types = schema["type"]?.items.compactMap(\.scalar?.text) ?? []
    guard let type = schema["type"]?.scalar?.text ?? types.first else { return "any value" }
    let orNull = types.contains("null") && !isOfSpecs ? " or null" : ""
    switch type {
    case "array":
      return schema["items"].map { "list of \(value(of: $0, at: path + "[]"))" } ?? "list"
    case "object":
      if let values = schema["additionalProperties"], values["type"] != nil || values["$ref"] != nil {
        return "mapping of names to \(value(of: values, at: path + ".*"))"
      }
      guard schema["properties"]?.entries.isEmpty == false else { return "mapping" + orNull }
      waiting.append((path, schema))
      return "mapping, see `\(path)`" + orNull
    default:
      let bounds = [("minimum", "at least"), ("maximum", "at most")].compactMap { key, words in
        schema[key]?.scalar.map { "\(words) \($0.text)" }
      }
      let examples = schema["examples"]?.items.compactMap { $0.scalar.map { "`\($0.text)`" } } ?? []
      let more = examples.isEmpty ? bounds : [examples.joined(separator: ", ")] + bounds
      return type + orNull + (more.isEmpty ? "" : ": " + more.joined(separator: ", "))
    }
  }

  private mutating func reference(_ pointer: String, at path: String) -> String {
    guard let name = pointer.split(separator: "/").last.map(String.init) else { return "any value" }
    guard pointer.hasPrefix("#/$defs/"), let mapping = definitions?[name] else { return "as `\(name)`" }
    if let place = shown[name] { return "mapping, see `\(place)`" }
    guard mapping["properties"] != nil else { return value(of: mapping, at: path) }
    shown[name] = path
    waiting.append((path, mapping))
    return "mapping, see `\(path)`"
  }
}
