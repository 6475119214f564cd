internal import Rung
internal import RungProviders
internal import RungSource
internal import RungSpec

/// `textDocument/completion`: keys, words, presets, targets, units, and rules in comments.
enum Completion {
  static func answer(_ request: FeatureRequest) throws(RPCError) -> Node {
    let offset = try request.offset()
    let context = CursorContext(request.tree, request.lines, at: offset)
    guard let schema = request.analysis.schema else { return .array([]) }
    switch context.kind {
    case .comment: return .array(rules(in: context.range, at: offset, request))
    case .key:
      let declared = schema.at(request.tree.path(of: context.parent))
      // A word alone may be a key, or the value of the key above it.
      return .array(declared.isMapping || context.parent == nil ? keys(declared, context, request) : values(declared, context, request) + itemValues(declared, context, request))
    case .value:
      guard let parent = context.parent else { return .array([]) }
      let declared = schema.at(request.tree.path(of: parent))
      let isInList = context.isFlow && request.tree.entries[parent].isFlowList && request.tree.entries[parent].flow != nil
      if isInList { return .array(values(declared.element, context, request)) }
      // The first key of an item is typed where a value would be.
      let isItem = request.tree.entries[parent].isItem
      let items = values(declared, context, request) + (isItem && declared.isMapping ? keys(declared, context, request) : [])
      // Units follow the number that was typed: with the next digit there are others.
      guard units(declared, context, request) != nil else { return .array(items) }
      return .object([("isIncomplete", .flag(true)), ("items", .array(items))])
    }
  }

  private enum Kind: Int { case value = 12, field = 5, enumMember = 20, unit = 11, reference = 18, file = 17 }

  private static func item(
    _ label: String, _ kind: Kind, _ text: String, _ context: CursorContext, _ request: FeatureRequest, rank: Int = 5, detail: String? = nil, summary: String? = nil,
    range: Range<Int>? = nil
  ) -> Node {
    let range = range ?? context.range
    let edit = Node.object([("range", request.lines.range(range)), ("newText", .text(needsBlank(before: range, context, request) ? " " + text : text))])
    return .object([
      ("label", .text(label)), ("kind", .number(kind.rawValue)), ("detail", detail.map { .text($0) }), ("documentation", summary.map { ShownText.node($0, isMarkdown: request.client.takesMarkdownInCompletion) }),
      ("sortText", .text("\(rank)\(label)")), ("filterText", .text(label)), ("textEdit", edit),
    ])
  }

  /// Whether it is typed at once behind the colon of a key, or behind a dash, which YAML takes for part of a word.
  private static func needsBlank(before range: Range<Int>, _ context: CursorContext, _ request: FeatureRequest) -> Bool {
    guard range.isEmpty, range.lowerBound > 0, context.kind != .comment, !isJSON(request) else { return false }
    let before = request.lines.bytes[range.lowerBound - 1]
    return before == UInt8(ascii: ":") || before == UInt8(ascii: "-")
  }

  private static func isJSON(_ request: FeatureRequest) -> Bool { request.document.name.hasSuffix(".json") || request.document.language.hasPrefix("json") }

  private static func quoted(_ text: String, _ request: FeatureRequest) -> String { isJSON(request) ? "\"\(text)\"" : text }

  // MARK: Keys

  private static func keys(_ schema: SpecSchema, _ context: CursorContext, _ request: FeatureRequest) -> [Node] {
    let children = request.tree.children(of: context.parent, document: context.document)
    let taken = Set(children.filter { request.tree.entries[$0].isWhole && request.tree.entries[$0].keyRange != context.range }.map { request.tree.entries[$0].key })
    return schema.properties.filter { !taken.contains($0.key) && !$0.isReadOnly && $0.remark == nil }.map { property in
      let own = schema[property.key]
      let end = context.hasColon ? "" : own.isMapping && own.words.isEmpty && !context.isFlow && !isJSON(request) ? ":" : ": "
      return item(
        property.key, .field, quoted(property.key, request) + end, context, request, rank: property.required ? 1 : 5, detail: own.form.isEmpty ? nil : own.form.plainMarks,
        summary: property.summary)
    }
  }

  // MARK: Values

  private static func values(_ schema: SpecSchema, _ context: CursorContext, _ request: FeatureRequest) -> [Node] {
    let path = request.tree.path(of: context.parent)
    var items = schema.words.map { word in
      item(word, .enumMember, schema.isText(word) ? quoted(word, request) : word, context, request, summary: Targets.named(word).map { $0.title })
    }
    items += named(path, context, request)
    if let units = units(schema, context, request) {
      items += units.map { item($0, .unit, quoted($0, request), context, request) }
    } else {
      items += schema.examples.map { item($0, .value, quoted($0, request), context, request, rank: 6) }
    }
    return items
  }

  /// A number that is being typed, with each unit; nil where none is.
  private static func units(_ schema: SpecSchema, _ context: CursorContext, _ request: FeatureRequest) -> [String]? {
    let digits = String(request.tree.plain(context.range).prefix { $0.isNumber || $0 == "." })
    guard digits.contains(where: { $0 != "0" && $0 != "." }) else { return nil }
    var known: Set<String> = []
    return schema.examples.compactMap { example in
      let unit = example.drop { $0.isNumber || $0 == "." }
      return unit.isEmpty || unit == example || unit.contains(where: \.isNumber) || !known.insert(String(unit)).inserted ? nil : digits + unit
    }
  }

  /// Those of a list whose items are words: where it is written on lines, an item needs its dash.
  private static func itemValues(_ schema: SpecSchema, _ context: CursorContext, _ request: FeatureRequest) -> [Node] {
    guard schema.isList, !context.isFlow, !isJSON(request) else { return [] }
    return schema.element.words.map { item($0, .enumMember, "- \($0)", context, request) }
  }

  /// What a value may name: presets, renditions, files.
  private static func named(_ path: [String?], _ context: CursorContext, _ request: FeatureRequest) -> [Node] {
    switch path.map({ $0 ?? "[]" }).joined(separator: ".") {
    case "ladder.preset":
      return Presets.all.map { item($0.name, .reference, quoted($0.name, request), context, request, detail: $0.title, summary: "```yaml\n\($0.text)```") }
    case "ladder.drop", "ladder.drop.[]":
      return RenditionNames.all(in: request, at: context.range.lowerBound).map { item($0, .reference, quoted($0, request), context, request) }
    case "extends", "extends.[]":
      return (request.document.path.map(request.host.neighbours) ?? []).map { item($0, .file, quoted($0, request), context, request) }
    default: return []
    }
  }

  // MARK: Rules

  private static func rules(in comment: Range<Int>, at offset: Int, _ request: FeatureRequest) -> [Node] {
    let context = CursorContext(request.tree, request.lines, at: offset)
    let part = RuleWords.part(of: comment, request.lines)
    // A reason is free text.
    if let part, offset > part.upperBound { return [] }
    guard let part, part.lowerBound < offset else {
      let typed = request.lines.text(comment.lowerBound..<offset)
      guard typed.hasPrefix("# rung:") || "# rung:".hasPrefix(typed) else { return [] }
      return [("allow", "Allow findings in this line, or in what the key below holds."), ("allow-file", "Allow findings in this file.")].map { word, summary in
        item("# rung: \(word)", .value, "# rung: \(word) ", context, request, summary: summary)
      }
    }
    let range = RuleWords.word(at: offset, in: comment, request.lines)?.range ?? offset..<offset
    // Behind a rule comes a comma, or the reason.
    if let last = request.lines.bytes[part.lowerBound..<range.lowerBound].last(where: { $0 != 0x20 && $0 != 0x09 }), last != UInt8(ascii: ",") {
      return [item("--", .value, "-- ", context, request, summary: "Why: text for people.", range: range)]
    }
    // What is found here comes first.
    let found = Set(request.analysis.analysis?.diagnostics.map(\.id.rawValue) ?? [])
    return RuleNames.all.filter { !FirmRules.hold($0) }.map { id in
      let rule = RuleIndex.byID[RuleID(rawValue: id)]
      return item(id, .reference, id, context, request, rank: found.contains(id) ? 1 : 5, detail: rule?.summary, range: range)
    }
  }
}

extension SpecSchema {
  /// Whether a word of it is text, which JSON has in quotes.
  fileprivate func isText(_ word: String) -> Bool { Int(word) == nil && word != "true" && word != "false" }
}

extension String {
  /// Without the marks of Markdown.
  fileprivate var plainMarks: String { filter { $0 != "`" } }
}
