internal import Rung
internal import RungOutput
internal import RungProviders
internal import RungSource
internal import RungSpec

/// `textDocument/hover`: what a key means, what follows from its value, and what each target allows, with the source and the day.
enum Hover {
  static func answer(_ request: FeatureRequest) throws(RPCError) -> Node {
    let offset = try request.offset()
    let tree = request.tree
    if let comment = tree.comments.first(where: { $0.lowerBound <= offset && offset <= $0.upperBound }) { return rule(in: comment, at: offset, request) }
    guard let index = tree.entry(at: offset) else { return .nothing }
    let entry = tree.entries[index]
    let isOnValue = !entry.keyRange.contains(offset) && !entry.value.isEmpty && entry.value.lowerBound <= offset
    let range = isOnValue ? entry.value : entry.keyRange
    var parts: [String] = []
    if isOnValue, let text = named(tree.plain(entry.value), at: index, request) { parts.append(text) }
    if let text = reference(of: index, request) { parts.append(text) }
    parts += figures(of: index, request) + limits(of: index, request)
    guard !parts.isEmpty else { return .nothing }
    return .object([("contents", ShownText.node(parts.joined(separator: "\n\n"), isMarkdown: request.client.takesMarkdownInHover)), ("range", request.lines.range(range))])
  }

  // MARK: Fields

  private static func reference(of index: Int, _ request: FeatureRequest) -> String? {
    let path = request.tree.path(of: index)
    guard let key = path.last ?? nil, let schema = request.analysis.schema else { return nil }
    let target = path.count == 2 && path[0] == "targets" ? Targets.named(key) : nil
    if let target { return targetText(target) }
    let parent = schema.at(path.dropLast())
    guard let property = parent.properties.first(where: { $0.key == key }) else { return nil }
    let own = parent[key]
    var text = "**`\(path.compactMap { $0 }.joined(separator: "."))`** \(property.required ? "(required)" : "")\n\n\(MarkdownText.prose(property.summary))"
    if !own.form.isEmpty { text += "\n\nValue: \(own.form)" }
    return text
  }

  private static func targetText(_ target: any CompilationTarget.Type) -> String {
    var text = "**\(target.title)** (`\(target.id)`)"
    guard let provider = Providers.named(target.id) else { return text }
    for facts in provider.published where !facts.lines.isEmpty {
      text += "\n\nPublished limits of \(MarkdownText.prose(facts.party)):\n"
      for line in facts.lines { text += "\n- \(limit(line))" }
    }
    return text
  }

  /// What a value names: a preset, or a target of a list.
  private static func named(_ value: String, at index: Int, _ request: FeatureRequest) -> String? {
    let path = request.tree.path(of: index).map { $0 ?? "[]" }.joined(separator: ".")
    switch path {
    case "ladder.preset":
      guard let preset = Presets.named(value) else { return nil }
      return "**\(MarkdownText.prose(preset.title))**\n\nSource: \(MarkdownText.prose(preset.source))\n\n```yaml\n\(preset.text)```"
    case "targets.[]": return Targets.named(value).map(targetText)
    case "simulcast.[].url":
      guard let url = StreamURL(value), let destination = Destinations.at(url) else { return nil }
      return "**\(destination.title)**, a service that streams are sent on to\n" + destination.lines.map { "\n- \(limit($0))" }.joined()
    default: return nil
    }
  }

  /// A rule in a comment that allows findings.
  private static func rule(in comment: Range<Int>, at offset: Int, _ request: FeatureRequest) -> Node {
    guard let (id, range) = RuleWords.word(at: offset, in: comment, request.lines), let rule = RuleIndex.byID[RuleID(rawValue: id)] else { return .nothing }
    return .object([("contents", ShownText.node(RuleMarkdown.text([rule]), isMarkdown: request.client.takesMarkdownInHover)), ("range", request.lines.range(range))])
  }

  // MARK: What follows

  private static func figures(of index: Int, _ request: FeatureRequest) -> [String] {
    guard let spec = request.analysis.spec, let document = spec.document(at: request.tree.entries[index].start) else { return [] }
    let lines = DerivedValues(document, request.tree).lines(about: index)
    return lines.isEmpty ? [] : [lines.map { "- \($0)" }.joined(separator: "\n")]
  }

  private static func limits(of index: Int, _ request: FeatureRequest) -> [String] {
    guard let spec = request.analysis.spec, let document = spec.document(at: request.tree.entries[index].start) else { return [] }
    let path = request.tree.path(of: index).compactMap { $0 }
    guard path.first != "targets" else { return [] }
    var lines: [String] = []
    // Of a base, which nothing is measured for, what its targets publish.
    let published = document.isBase ? (document.stream.spec.targets?.value ?? []).flatMap { Providers.named($0.id.value)?.published ?? [] } : []
    for facts in document.judgments.compactMap({ $0.measured?.facts }) + published {
      lines += FactLine.lines(of: facts, about: path).map { "- \(MarkdownText.prose(facts.party)): \(limit($0))" }
    }
    return lines.isEmpty ? [] : ["Limits of the targets:\n\n" + lines.joined(separator: "\n")]
  }

  private static func limit(_ line: FactLine) -> String { "\(MarkdownText.prose(line.name)) \(MarkdownText.prose(line.value)) — \(MarkdownText.cited(line.citation))" }
}
