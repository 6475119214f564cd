package import RungProviders
package import RungSource

/// Differences as a JSON document, version 1: ``schemaText`` is its schema.
package struct DiffJSON {
  private let sources: SourceMap
  private let origin: (Place) -> Origin
  private var views: [FileID: SourceView] = [:]

  package init(sources: SourceMap, origin: @escaping (Place) -> Origin) {
    self.sources = sources
    self.origin = origin
  }

  package mutating func text(_ streams: [StreamDifference]) -> String {
    JSONTree.document(
      JSONTree.object([
        ("version", JSONTree.integer(1)), ("differs", JSONTree.bool(streams.contains(where: \.differs))),
        ("streams", JSONTree.list(streams.map { node($0) })),
      ]))
  }

  private mutating func node(_ stream: StreamDifference) -> Node {
    JSONTree.object([
      ("name", JSONTree.string(stream.name)), ("old_name", JSONTree.string(stream.oldName)),
      ("providers", JSONTree.list(stream.providers.map { node($0) })),
    ])
  }

  private mutating func node(_ difference: ProviderDifference) -> Node {
    JSONTree.object([
      ("provider", JSONTree.string(difference.provider)), ("title", JSONTree.string(difference.title)),
      ("change", JSONTree.string(difference.change.rawValue)), ("effect", JSONTree.string(difference.effect?.rawValue)),
      ("verdict", JSONTree.string(difference.verdict)),
      ("resources", JSONTree.list(difference.resources.map { node($0) })),
      (
        "requests",
        JSONTree.list(
          (difference.plan?.steps ?? []).map { step in
            JSONTree.object([
              ("name", JSONTree.string(step.name)), ("title", JSONTree.string(step.title)),
              ("condition", JSONTree.string(step.condition)), ("method", JSONTree.string(step.method)),
              ("url", JSONTree.string(step.url.text)),
            ])
          })
      ),
    ])
  }

  private mutating func node(_ resource: ResourceDifference) -> Node {
    JSONTree.object([
      ("resource", JSONTree.string(resource.resource)), ("noun", JSONTree.string(resource.noun)), ("label", JSONTree.string(resource.label)),
      ("change", JSONTree.string(resource.change.rawValue)), ("effect", JSONTree.string(resource.effect?.rawValue)),
      ("differences", JSONTree.list(resource.differences.map { node($0) })),
    ])
  }

  private mutating func node(_ difference: Difference) -> Node {
    JSONTree.object([
      ("request", JSONTree.string(difference.request)), ("path", JSONTree.string(difference.path)),
      ("old", node(difference.old)), ("new", node(difference.new)), ("secret", JSONTree.bool(difference.isSecret)),
      ("effect", JSONTree.string(difference.effect.rawValue)), ("by", JSONTree.string(difference.by)),
      ("reasons", JSONTree.list(difference.reasons.map { JSONTree.string($0) })),
      ("citations", JSONTree.list(difference.citations.map { DiagnosticsJSON.node($0) })),
    ])
  }

  private mutating func node(_ value: Difference.Value?) -> Node {
    guard let value else { return JSONTree.null }
    let span = value.node.span
    var view = views.removeValue(forKey: span.file) ?? SourceView(sources[span.file], secrets: [])
    defer { views[span.file] = view }
    let position = view.position(of: span.lower)
    return JSONTree.object([
      ("value", value.node), ("pointer", JSONTree.string(value.pointer)), ("default", JSONTree.bool(value.isDefault)),
      ("origin", JSONTree.string(value.isDefault || !value.node.isScalar ? nil : origin(value.node.place).label)),
      ("file", JSONTree.string(value.isDefault ? nil : sources[span.file].name)),
      ("line", value.isDefault ? JSONTree.null : JSONTree.integer(position.line)),
      ("column", value.isDefault ? JSONTree.null : JSONTree.integer(position.column)),
    ])
  }
}
