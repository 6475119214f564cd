package import RungProviders
internal import RungSource
internal import RungSpec

/// What is known of providers as a JSON document, version 1: ``schemaText`` is its schema.
package enum ProviderJSON {
  package static func text(_ providers: [any Provider.Type]) -> String {
    JSONTree.document(
      JSONTree.object([("version", JSONTree.integer(1)), ("providers", JSONTree.list(providers.map(node)))]))
  }

  private static func node(_ provider: any Provider.Type) -> Node {
    JSONTree.object([
      ("id", JSONTree.string(provider.id)), ("title", JSONTree.string(provider.title)),
      ("options", JSONTree.list(ProviderText.options(provider).map { option in
        JSONTree.object([
          ("path", JSONTree.string(option.path)), ("summary", JSONTree.string(option.summary)), ("required", JSONTree.bool(option.isRequired)),
        ])
      })),
      ("requests", JSONTree.list(provider.requests.map { request in
        JSONTree.object([
          ("name", JSONTree.string(request.name)), ("summary", JSONTree.string(request.summary)),
          ("schema", JSONTree.string(request.schema == nil ? nil : "\(provider.id).\(request.name)")),
        ])
      })),
      ("products", JSONTree.list(provider.published.map { facts in
        JSONTree.object([
          ("name", JSONTree.string(facts.party)),
          ("limits", JSONTree.list(facts.lines.map { line in
            JSONTree.object([
              ("name", JSONTree.string(line.name)), ("value", JSONTree.string(line.value)), ("citation", DiagnosticsJSON.node(line.citation)),
            ])
          })),
        ])
      })),
      ("no_field", JSONTree.list(provider.inexpressible.map { lack in
        JSONTree.object([
          ("path", JSONTree.string(lack.path)), ("reason", JSONTree.string(lack.reason)), ("citation", DiagnosticsJSON.node(lack.citation)),
        ])
      })),
      ("changes", JSONTree.list(provider.changes.map(node))),
    ])
  }

  private static func node(_ change: ChangeFact) -> Node {
    let (path, outside): (String?, String?) =
      switch change.subject {
      case .path(let path): (path, nil)
      case .outside(let words), .name(_, let words): (nil, words)
      }
    let (state, door): (String, String?) =
      switch change.changeability {
      case .createOnly: ("create_only", nil)
      case .patchable(.kind(let kind)): ("patchable", kind)
      case .patchable(.unplanned(let request)): ("patchable", request)
      case .selects: ("selects", nil)
      case .undocumented: ("undocumented", nil)
      }
    return JSONTree.object([
      ("request", JSONTree.string(change.request)), ("path", JSONTree.string(path)), ("outside", JSONTree.string(outside)),
      ("change", JSONTree.string(state)), ("by", JSONTree.string(door)),
      ("conditions", JSONTree.list(change.traits.map { trait in
        JSONTree.object([("text", JSONTree.string(trait.text)), ("citation", DiagnosticsJSON.node(trait.citation))])
      })),
      ("remark", JSONTree.string(change.remark)), ("citation", DiagnosticsJSON.node(change.citation)),
    ])
  }
}
