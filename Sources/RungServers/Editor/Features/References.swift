internal import Rung
internal import RungSource

/// `textDocument/references`: where an anchor is used, where a rendition is named, which specs extend a file, and where the same value is set in bases and
/// in the specs that extend a text.
enum References {
  static func answer(_ request: FeatureRequest) throws(RPCError) -> Node {
    let offset = try request.offset()
    guard let index = request.tree.entry(at: offset) ?? anchored(at: offset, request.tree) else { return .array([]) }
    let isWithDeclaration = request.params.at("context", "includeDeclaration").map(\.isTrue) ?? true
    let entry = request.tree.entries[index]
    if let name = anchor(at: offset, index, request.tree) {
      return .array(places(ofAnchor: name, in: request.tree, entry.document).filter { isWithDeclaration || !$0.isDeclared }.map { request.own.location($0.range) })
    }
    let path = request.tree.path(of: index).map { $0 ?? "[]" }.joined(separator: ".")
    if path == "extends" || path == "extends.[]", let base = request.base(request.tree.plain(entry.value), of: request.own), let file = base.path {
      return .array(uses(ofFile: file, request))
    }
    if let place = RenditionNames.place(at: offset, in: request.tree) {
      return .array(request.family.flatMap { text in
        RenditionNames.shared(text, with: place.document, request).filter { $0.name == place.name && (isWithDeclaration || !$0.isDeclared) }.map { text.location($0.range) }
      })
    }
    if path == "ladder.preset" {
      let name = request.tree.plain(entry.value)
      return .array(request.store.all.flatMap { document -> [Node] in
        let tree = request.store.analysis(of: document).tree
        guard let ladder = tree.child("ladder", of: nil), let preset = tree.child("preset", of: ladder), tree.plain(tree.entries[preset].value) == name else { return [] }
        return [Neighbour(document, tree, loader: .none).location(tree.entries[preset].value)]
      })
    }
    let way = LoosePath(of: index, in: request.tree)
    return .array(request.family.compactMap { text in way.entry(in: text.tree).map { text.location(text.tree.entries[$0].keyRange) } })
  }

  // MARK: Anchors

  private static func anchored(at offset: Int, _ tree: LooseTree) -> Int? {
    tree.entries.indices.last { index in tree.entries[index].anchor.map { $0.range.lowerBound <= offset && offset <= $0.range.upperBound } ?? false }
  }

  /// The name of the anchor or the alias at a place.
  static func anchor(at offset: Int, _ index: Int, _ tree: LooseTree) -> String? {
    if let alias = tree.entries[index].alias, alias.range.lowerBound <= offset { return alias.name }
    return anchored(at: offset, tree).flatMap { tree.entries[$0].anchor?.name }
  }

  /// The places of an anchor and of its aliases in a document, with their signs.
  static func places(ofAnchor name: String, in tree: LooseTree, _ document: Int) -> [(range: Range<Int>, isDeclared: Bool)] {
    tree.entries.filter { $0.document == document }.flatMap { entry in
      [entry.anchor.flatMap { $0.name == name ? ($0.range, true) : nil }, entry.alias.flatMap { $0.name == name ? ($0.range, false) : nil }].compactMap { $0 }
    }.sorted { $0.0.lowerBound < $1.0.lowerBound }.map { (range: $0.0, isDeclared: $0.1) }
  }

  // MARK: Files

  /// Where specs of the repository extend a file.
  private static func uses(ofFile file: String, _ request: FeatureRequest) -> [Node] {
    var texts = request.host.dependents(of: file).map { Neighbour($0.input, at: $0.path, loader: $0.loader, request) }
    if !texts.contains(where: { $0.uri == request.document.uri }) { texts.append(request.own) }
    return texts.flatMap { text in text.extended.filter { request.base($0.path, of: text)?.path?.utf8.elementsEqual(file.utf8) == true }.map { text.location($0.range) } }
  }
}
