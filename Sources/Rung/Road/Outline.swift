internal import RungProviders
internal import RungSource

/// What a spec is, without being judged.
package struct Outline {
  /// Of each stream its name, where it has one.
  package let names: [String?]
  /// Whether it is there for others to extend.
  package let isBase: Bool
  /// Whether it is one where another file extends it: it has no name, and does not say.
  package let mayBeBase: Bool
  /// Names of the files that it extends, as the loader gives them.
  package let extended: Set<String>
}

/// Reads a spec and what it extends.
package func outline(_ input: SourceInput, loader: Loader) -> Outline {
  var pipeline = Pipeline(loader: loader)
  let documents = pipeline.read(input).map { pipeline.composed($0, from: [input.name]) }
  let areBases = documents.map { document in
    guard document.isMapping, case .base = pipeline.kind(of: document) else { return false }
    return true
  }
  return Outline(
    names: documents.map { $0["name"]?.scalar?.text }, isBase: !areBases.isEmpty && areBases.allSatisfy { $0 },
    mayBeBase: documents.allSatisfy { $0.isMapping && !$0.has("name") && !$0.has("base") }, extended: pipeline.extended)
}
