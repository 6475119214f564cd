import RungSource
import RungTestSupport

/// A spec as many hands write it: keys in any order, styles mixed, comments everywhere, the same values behind anchors.
struct Scribbler {
  private var random: SplitMix
  private var lines: [String] = []
  private(set) var comments = 0
  private var anchors: [(name: String, node: Node)] = []
  private let step: Int
  private let listStep: Int

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
    step = Int.random(in: 1...4, using: &random)
    listStep = Bool.random(using: &random) ? 0 : 2
  }

  mutating func text(_ tree: Node) -> String {
    if chance(2) { remark(0) }
    if chance(2) { lines.append("") }
    block(tree, 0)
    if chance(2) { remark(0) }
    let end = chance(4) ? "\r\n" : "\n"
    return (chance(6) ? "\u{FEFF}" : "") + lines.joined(separator: end) + (chance(5) ? "" : end)
  }

  private mutating func chance(_ few: Int) -> Bool { Int.random(in: 0..<few, using: &random) == 0 }

  private mutating func comment() -> String {
    comments += 1
    return "# c\(comments) \(["", "é: [x", "- a, b", "yes: no"][Int.random(in: 0..<4, using: &random)])".trimmed
  }

  private mutating func remark(_ indent: Int) {
    if chance(3) { lines.append("") }
    lines.append(blanks(indent) + comment())
    if chance(4) { lines.append("") }
  }

  private mutating func end() -> String { chance(6) ? blanks(Int.random(in: 1...4, using: &random)) + comment() : "" }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  private mutating func block(_ node: Node, _ indent: Int) {
    switch node.content {
    case .map(let entries):
      for entry in entries.shuffled(using: &random) {
        if chance(6) { remark(indent) }
        if chance(8) { lines.append("") }
        value(entry.value, "\(blanks(indent))\(key(entry.key.value)):", indent, isItem: false)
      }
      if chance(10) { remark(indent) }
    case .list(let items):
      for item in items {
        if chance(8) { remark(indent) }
        if case .map(let entries) = item.content, !entries.isEmpty, chance(2) {
          // Its first key behind the dash.
          let start = lines.count
          block(item, indent + 2)
          guard let first = lines[start...].firstIndex(where: { !$0.isEmpty && $0.drop { $0 == " " }.first != "#" }) else { continue }
          // Comments would stand before the dash.
          lines[first] = blanks(indent) + "- " + lines[first].dropFirst(indent + 2)
          for index in start..<first where !lines[index].isEmpty { lines[index] = blanks(indent) + lines[index].dropFirst(indent + 2) }
        } else {
          value(item, "\(blanks(indent))-", indent, isItem: true)
        }
      }
    case .scalar: break
    }
  }

  private mutating func value(_ node: Node, _ lead: String, _ indent: Int, isItem: Bool) {
    var lead = lead
    let isSmall = node.extent.nodes > 1 && node.extent.nodes < 12
    if isSmall, let known = anchors.first(where: { $0.node.isSame(as: node) }) {
      return lines.append("\(lead) *\(known.name)\(end())")
    }
    if isSmall, chance(3) {
      let name = "a\(anchors.count)"
      // Known to what follows it only.
      defer { anchors.append((name, node)) }
      lead += " &\(name)"
      return plainValue(node, lead, indent, isItem: isItem)
    }
    plainValue(node, lead, indent, isItem: isItem)
  }

  private mutating func plainValue(_ node: Node, _ lead: String, _ indent: Int, isItem: Bool) {
    switch node.content {
    case .scalar(let scalar):
      if scalar.type == .string, scalar.text.contains(" "), !scalar.text.hasPrefix(" "), !scalar.text.hasSuffix(" "), chance(3) {
        lines.append("\(lead) \(chance(2) ? "|" : ">")-\(end())")
        lines.append(blanks(indent + step) + scalar.text)
        if chance(3) { lines.append("") }
        return
      }
      lines.append("\(lead)\(blanks(Int.random(in: 1...3, using: &random)))\(word(scalar, inFlow: false))\(end())")
    case .list(let items) where items.isEmpty: lines.append("\(lead) []\(end())")
    case .map(let entries) where entries.isEmpty: lines.append("\(lead) {}\(end())")
    case .list, .map:
      if chance(3) {
        let flow = flow(node, chance(3) ? indent + step : nil)
        return lines += "\(lead) \(flow)\(end())".split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      }
      lines.append(lead + end())
      if case .list = node.content { block(node, indent + (isItem ? 2 : listStep)) } else { block(node, indent + (isItem ? 2 : step)) }
    }
  }

  /// - Parameter indent: to break lines; nil for one line.
  private mutating func flow(_ node: Node, _ indent: Int?) -> String {
    var parts: [String] = []
    switch node.content {
    case .scalar(let scalar): return word(scalar, inFlow: true)
    case .list(let items): for item in items { parts.append(flow(item, indent)) }
    case .map(let entries):
      for entry in entries.shuffled(using: &random) { parts.append("\(key(entry.key.value)): \(flow(entry.value, indent))") }
    }
    var text = ""
    for (index, part) in parts.enumerated() {
      text += part + (index < parts.count - 1 ? "," : "")
      if let indent, chance(3) { text += (chance(2) ? " " + comment() : "") + "\n" + blanks(indent) } else if index < parts.count - 1 { text += " " }
    }
    if case .list = node.content { return "[\(text)]" }
    return "{\(text)}"
  }

  private mutating func key(_ key: String) -> String { chance(6) ? "\"\(key)\"" : chance(8) ? "'\(key)'" : key }

  private mutating func word(_ scalar: Scalar, inFlow: Bool) -> String {
    guard scalar.type == .string else { return scalar.text.isEmpty ? "null" : scalar.text }
    let isSafe = scalar.style == .plain && (!inFlow || !scalar.text.contains { ",[]{}".contains($0) })
    switch Int.random(in: 0..<3, using: &random) {
    case 0 where isSafe: return scalar.text
    case 1: return "'\(scalar.text.replacing("'", with: "''"))'"
    default: return "\"\(scalar.text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
