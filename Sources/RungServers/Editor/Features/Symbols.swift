internal import Rung
internal import RungSource

/// `textDocument/documentSymbol`: the keys of a text, as far as it can be told while it is typed.
enum Symbols {
  private enum Kind: Int { case text = 15, number = 16, flag = 17, list = 18, mapping = 19, nothing = 21 }

  static func answer(_ request: FeatureRequest) -> Node {
    guard request.analysis.schema != nil else { return .array([]) }
    return .array(request.tree.tops.flatMap { symbols($0, request) })
  }

  /// - Parameter siblings: all children of one entry.
  private static func symbols(_ siblings: [Int], _ request: FeatureRequest) -> [Node] { siblings.enumerated().map { symbol($1, number: $0 + 1, request) } }

  private static func symbol(_ index: Int, number: Int, _ request: FeatureRequest) -> Node {
    let tree = request.tree
    let entry = tree.entries[index]
    var name = entry.key
    if entry.isItem {
      name = tree.value(of: "name", in: index) ?? tree.value(of: "url", in: index) ?? (entry.value.isEmpty ? "" : tree.plain(entry.value))
      if name.isEmpty { name = "\(number)" }
    }
    let selection = entry.isItem && !entry.value.isEmpty ? entry.value : entry.keyRange
    let detail = entry.isItem || entry.value.isEmpty || isSecret(entry.value, request) ? nil : String(tree.text(entry.value).prefix(60))
    return .object([
      ("name", .text(name.isEmpty ? "\"\"" : name)), ("detail", detail.map { .text($0) }), ("kind", .number(kind(of: entry, tree).rawValue)),
      ("range", request.lines.range(entry.start..<max(entry.end, selection.upperBound))), ("selectionRange", request.lines.range(selection)),
      ("children", entry.children.isEmpty ? nil : .array(symbols(entry.children, request))),
    ])
  }

  private static func isSecret(_ range: Range<Int>, _ request: FeatureRequest) -> Bool {
    request.analysis.analysis?.secrets.contains { $0.file.index == 0 && Int($0.lower) < range.upperBound && range.lowerBound < Int($0.upper) } ?? true
  }

  private static func kind(of entry: LooseEntry, _ tree: LooseTree) -> Kind {
    if let first = entry.children.first { return tree.entries[first].isItem ? .list : .mapping }
    if entry.flow != nil { return entry.isFlowList ? .list : .mapping }
    guard !entry.value.isEmpty else { return .nothing }
    let isQuoted = "\"'".utf8.contains(tree.bytes[entry.value.lowerBound])
    switch Scalar(tree.text(entry.value), isQuoted ? .quoted : .plain).type {
    case .null: return .nothing
    case .bool: return .flag
    case .integer, .decimal: return .number
    case .string: return .text
    }
  }
}
