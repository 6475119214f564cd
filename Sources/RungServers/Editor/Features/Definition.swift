internal import Rung
internal import RungSource

/// `textDocument/definition`: from an alias to its anchor, from `extends` to the file, from a preset to its text, from a value to the one of a base that it
/// replaces, from a rule in a comment to its page.
enum Definition {
  static func answer(_ request: FeatureRequest) throws(RPCError) -> Node {
    let offset = try request.offset()
    let tree = request.tree
    if let comment = tree.comments.first(where: { $0.lowerBound <= offset && offset <= $0.upperBound }) {
      guard let (id, _) = RuleWords.word(at: offset, in: comment, request.lines), let page = RulePages.uri(of: RuleID(rawValue: id), request.host) else { return .array([]) }
      return .array([start(of: page)])
    }
    guard let index = tree.entry(at: offset) else { return .array([]) }
    let entry = tree.entries[index]
    if let alias = entry.alias, alias.range.lowerBound <= offset {
      guard let anchored = tree.entries.last(where: { $0.anchor?.name == alias.name && $0.start < entry.start && $0.document == entry.document }), let anchor = anchored.anchor else { return .array([]) }
      return .array([request.own.location(anchor.range)])
    }
    let path = tree.path(of: index).map { $0 ?? "[]" }.joined(separator: ".")
    let value = tree.plain(entry.value)
    switch path {
    case "extends", "extends.[]": return .array(request.base(value, of: request.own).map { [$0.location(0..<0)] } ?? [])
    case "ladder.preset":
      guard let page = preset(value, request) else { return .array([]) }
      return .array([start(of: page.uri)])
    case "ladder.drop.[]": return .array(rendition(value, of: entry.document, request))
    default: break
    }
    return .array(replaced(LoosePath(of: index, in: tree), request))
  }

  private static func start(of uri: String) -> Node {
    let zero = Node.object([("line", .number(0)), ("character", .number(0))])
    return .object([("uri", .text(uri)), ("range", .object([("start", zero), ("end", zero)]))])
  }

  /// A shipped ladder as a text.
  private static func preset(_ name: String, _ request: FeatureRequest) -> Neighbour? {
    guard let preset = Presets.named(name), let page = request.host.keep("presets/\(name).yaml", isAnew: false, { preset.text }) else { return nil }
    return Neighbour(SourceInput(name: page, text: preset.text), at: page, loader: .none, request)
  }

  /// The texts under a document: its bases, and the preset that it names.
  private static func below(_ request: FeatureRequest) -> [Neighbour] {
    let bases = request.bases(of: request.own)
    let names = ([request.own] + bases).compactMap { text in text.tree.child("ladder", of: nil).flatMap { text.tree.value(of: "preset", in: $0) } }
    return bases + (names.first.flatMap { preset($0, request) }.map { [$0] } ?? [])
  }

  private static func replaced(_ path: LoosePath, _ request: FeatureRequest) -> [Node] {
    for text in below(request) { if let entry = path.entry(in: text.tree) { return [text.location(text.tree.entries[entry].keyRange)] } }
    return []
  }

  private static func rendition(_ name: String, of document: Int, _ request: FeatureRequest) -> [Node] {
    for text in [request.own] + below(request) {
      if let place = RenditionNames.shared(text, with: document, request).first(where: { $0.isDeclared && $0.name == name }) { return [text.location(place.range)] }
    }
    return []
  }
}
