internal import Rung
internal import RungSource

/// A text that a document has to do with: itself, a base of it, or a spec that extends it.
struct Neighbour {
  let uri: String
  /// Nil for what is no file.
  let path: String?
  let lines: LineIndex
  let tree: LooseTree
  let name: String
  let loader: Loader

  init(_ document: OpenDocument, _ tree: LooseTree, loader: Loader) {
    (uri, path, lines, self.tree, name, self.loader) = (document.uri, document.path, document.lines, tree, document.name, loader)
  }

  init(_ input: SourceInput, at path: String, loader: Loader, _ request: FeatureRequest) {
    let open = request.store.document(at: path)
    uri = request.store.uri(of: path)
    lines = open?.lines ?? LineIndex(input.bytes, request.document.encoding)
    tree = LooseTree(lines.bytes)
    (self.path, name, self.loader) = (path, input.name, loader)
  }

  func location(_ range: Range<Int>) -> Node { .object([("uri", .text(uri)), ("range", lines.range(range))]) }

  /// The values of `extends`, in their order.
  var extended: [(path: String, range: Range<Int>)] {
    tree.tops.indices.flatMap { document -> [(path: String, range: Range<Int>)] in
      guard let extends = tree.child("extends", of: nil, document: document) else { return [] }
      let own = tree.entries[extends]
      let values = own.value.isEmpty ? own.children.map { tree.entries[$0].value } : [own.value]
      return values.filter { !$0.isEmpty }.map { (tree.plain($0), $0) }
    }
  }
}

extension FeatureRequest {
  var own: Neighbour { Neighbour(document, tree, loader: analysis.spec?.loader ?? .none) }

  /// The text that `extends` names.
  func base(_ path: String, of neighbour: Neighbour) -> Neighbour? {
    guard case .file(let input) = neighbour.loader.load(path, from: neighbour.name), let real = host.path(of: input.name) else { return nil }
    return Neighbour(input, at: real, loader: neighbour.loader, self)
  }

  /// All that a text extends, what decides first: the last of several, and each before its own bases.
  func bases(of neighbour: Neighbour, depth: Int = 0, known: Set<[UInt8]> = []) -> [Neighbour] {
    guard depth < 32 else { return [] }
    var (found, known): ([Neighbour], Set<[UInt8]>) = ([], known)
    for (path, _) in neighbour.extended.reversed() {
      guard let base = base(path, of: neighbour), let own = base.path, known.insert(Array(own.utf8)).inserted else { continue }
      let more = bases(of: base, depth: depth + 1, known: known)
      known.formUnion(more.compactMap { $0.path.map { Array($0.utf8) } })
      found += [base] + more
    }
    return found
  }

  /// The document, its bases, and all specs of the repository that extend one of these.
  var family: [Neighbour] {
    let above = [own] + bases(of: own)
    var known = Set(above.compactMap { $0.path.map { Array($0.utf8) } })
    if let path = document.path, let real = host.path(of: path) { known.insert(Array(real.utf8)) }
    var family = above
    for path in above.compactMap(\.path) {
      for (path, input, loader) in host.dependents(of: path) where known.insert(Array(path.utf8)).inserted { family.append(Neighbour(input, at: path, loader: loader, self)) }
    }
    return family
  }
}
