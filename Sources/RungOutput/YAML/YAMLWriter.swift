package import RungSource

/// A stream spec as YAML that reads as if a person had written it: block style for the big parts, flow style for small
/// mappings that fit on a line, quotes only where they are needed.
package struct YAMLWriter {
  /// Columns that a line of flow style may fill.
  private static let width = 124
  /// Those of a section of its own: a longer one is clearer in lines.
  private static let sectionWidth = 72
  /// YAML gives up on a key in the same line as its value after 1024 characters.
  private static let longestKey = 500

  private var lines: [String] = []

  /// - Parameters:
  ///   - documents: specs; several become the documents of one file.
  ///   - remarks: comment lines for the top, without their `#`.
  /// - Returns: the text, with a line break at its end.
  package static func text(_ documents: [Node], remarks: [String] = []) -> String {
    let comments = remarks.map { "# \(LogCommands.defused(VisibleText.of($0)))" }
    return documents.enumerated().map { index, document in
      var writer = YAMLWriter()
      writer.document(document)
      let head = index == 0 ? comments : ["---"]
      return (head + writer.lines).joined(separator: "\n") + "\n"
    }.joined()
  }

  private mutating func document(_ node: Node) {
    guard case .map(let entries) = node.content, !entries.isEmpty else {
      value(node, lead: "", indent: 0, isNested: true)
      return
    }
    var wasLong = false
    for entry in entries {
      let start = lines.count
      self.entry(entry, indent: 0)
      let isLong = lines.count > start + 1
      // Sections of several lines are separated by blank lines.
      if start > 0, isLong || wasLong { lines.insert("", at: start) }
      wasLong = isLong
    }
  }

  private mutating func entry(_ entry: Node.Entry, indent: Int, lead: String? = nil) {
    let lead = lead ?? String.blanks(indent)
    if entry.key.value.utf8.count > Self.longestKey {
      lines.append("\(lead)? \(YAMLText.quoted(entry.key.value))")
      value(entry.value, lead: "\(String.blanks(indent)):", indent: indent, isNested: indent > 0)
    } else {
      value(entry.value, lead: "\(lead)\(YAMLText.text(entry.key.value, inFlow: false)):", indent: indent, isNested: indent > 0)
    }
  }

  /// The value after a key and its colon, on the same line or below it.
  private mutating func value(_ node: Node, lead: String, indent: Int, isNested: Bool) {
    if case .scalar(let scalar) = node.content {
      if let block = scalar.type == .string ? YAMLText.block(scalar.text) : nil, !lead.isEmpty {
        lines.append("\(lead) \(block.header)")
        lines += block.lines.map { $0.isEmpty ? "" : String.blanks(indent + 2) + $0 }
        return
      }
      lines.append(lead + (lead.isEmpty ? "" : " ") + Self.scalar(scalar, inFlow: false))
      return
    }
    if let flow = flow(node, room: (isNested ? Self.width : Self.sectionWidth) - lead.utf8.count - 1, isNested: isNested) {
      lines.append(lead + (lead.isEmpty ? "" : " ") + flow)
      return
    }
    if !lead.isEmpty { lines.append(lead) }
    switch node.content {
    case .scalar: break
    case .map(let entries):
      for entry in entries { self.entry(entry, indent: lead.isEmpty ? indent : indent + 2) }
    case .list(let items):
      for item in items { self.item(item, indent: lead.isEmpty ? indent : indent + 2) }
    }
  }

  private mutating func item(_ node: Node, indent: Int) {
    let lead = "\(String.blanks(indent))-"
    if case .map(let entries) = node.content, !entries.isEmpty, flow(node, room: Self.width - lead.utf8.count - 1, isNested: true) == nil {
      for (index, entry) in entries.enumerated() {
        self.entry(entry, indent: indent + 2, lead: index == 0 ? "\(lead) " : nil)
      }
      return
    }
    value(node, lead: lead, indent: indent, isNested: true)
  }

  // MARK: Flow style

  /// The value on one line; nil when it does not fit, or is clearer in several.
  private func flow(_ node: Node, room: Int, isNested: Bool) -> String? {
    // What is empty has no other form.
    if node.extent.nodes == 1 { return Self.flow(node, room: 0) }
    // A list of mappings is read line by line.
    guard Self.depth(node) <= (isNested ? 2 : 1), node.items.allSatisfy(\.isScalar) else { return nil }
    if !isNested, node.entries.count > 3 { return nil }
    return Self.flow(node, room: room)
  }

  private static func flow(_ node: Node, room: Int) -> String? {
    var parts: [String] = []
    var used = 0
    switch node.content {
    case .scalar(let scalar):
      let text = Self.scalar(scalar, inFlow: true)
      // A value that needs several lines, or most of one, is not small.
      return text.utf8.count <= room && !scalar.text.utf8.contains(0x0A) ? text : nil
    case .list(let items):
      for item in items {
        guard let text = flow(item, room: room - used - 2) else { return nil }
        parts.append(text)
        used += text.unicodeScalars.count + 2
      }
      return used <= room ? "[\(parts.joined(separator: ", "))]" : nil
    case .map(let entries):
      for entry in entries {
        guard entry.key.value.utf8.count <= longestKey, let text = flow(entry.value, room: room - used - 2) else { return nil }
        let part = "\(YAMLText.text(entry.key.value, inFlow: true)): \(text)"
        parts.append(part)
        used += part.unicodeScalars.count + 2
      }
      return used <= room ? "{\(parts.joined(separator: ", "))}" : nil
    }
  }

  /// Mappings, and lists of them, inside one another. A list of words counts for nothing.
  private static func depth(_ node: Node) -> Int {
    switch node.content {
    case .scalar: 0
    case .list(let items): items.allSatisfy(\.isScalar) ? 0 : 1 + (items.map { depth($0) }.max() ?? 0)
    case .map(let entries): 1 + (entries.map { depth($0.value) }.max() ?? 0)
    }
  }

  private static func scalar(_ scalar: Scalar, inFlow: Bool) -> String {
    switch scalar.type {
    case .string: YAMLText.text(scalar.text, inFlow: inFlow)
    case .null: "null"
    case .bool, .integer, .decimal: scalar.text
    }
  }
}
