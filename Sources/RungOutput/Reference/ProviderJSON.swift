package import RungProviders

/// What is known about providers, and about destinations, as a JSON document, version 1.
package enum ProviderJSON {
  package typealias Shown = (providers: [any Provider.Type], destinations: [Destination])

  package static func text(_ shown: Shown) -> String { document.text(shown) }
  package static var schemaText: String { document.schemaText }

  private static var document: JSONDocument<Shown> {
    JSONDocument("providers.v1", "What Rung knows about providers", of: "rung providers") {
      JSONMember("providers", .list(provider)) { $0.providers }
      JSONMember("destinations", .list(destination), "Services that streams are sent on to.") { $0.destinations }
    }
  }

  private static var destination: JSONForm<Destination> {
    .object("destination") {
      JSONMember("id", .text, "As `rung ladder design --for` takes it.") { $0.id }
      JSONMember("title", .text) { $0.title }
      JSONMember("hosts", .list(.text), "Of its ingest; each also stands for the hosts below it.") { $0.hosts }
      JSONMember("limits", .list(limit)) { $0.lines }
    }
  }

  private static var provider: JSONForm<any Provider.Type> {
    .object("provider") {
      JSONMember("id", .text, "As under `targets` and in the ids of rules.") { $0.id }
      JSONMember("title", .text) { $0.title }
      JSONMember("options", .list(option), "Keys under `targets.<id>`.") { ProviderText.options($0) }
      JSONMember("requests", .list(request)) { provider in provider.requests.map { (provider, $0) } }
      JSONMember("products", .list(product), "Published limits; several where the provider has several products.") { $0.published }
      JSONMember("no_field", .list(lack), "What the API has no field for, by path in the spec; the longest path applies.") { $0.inexpressible }
      JSONMember(
        "changes", .list(change), "What can be changed after creation; of a request's facts the longest path applies."
      ) { $0.changes }
    }
  }

  private static var option: JSONForm<ProviderText.Option> {
    .object {
      JSONMember("path", .text) { $0.path }
      JSONMember("summary", .text) { $0.summary }
      JSONMember("required", .bool) { $0.isRequired }
    }
  }

  private static var request: JSONForm<(provider: any Provider.Type, kind: RequestKind)> {
    .object {
      JSONMember("name", .text) { $0.kind.name }
      JSONMember("summary", .text, "Method and path.") { $0.kind.summary }
      JSONMember("schema", .optional(.text), "The argument of `rung schema`; null when the request has no body.") {
        $0.kind.schema == nil ? nil : "\($0.provider.id).\($0.kind.name)"
      }
    }
  }

  private static var product: JSONForm<Facts> {
    .object {
      JSONMember("name", .text) { $0.party }
      JSONMember("limits", .list(limit)) { $0.lines }
    }
  }

  private static var limit: JSONForm<FactLine> {
    .object {
      JSONMember("name", .text) { $0.name }
      JSONMember("value", .text, "With its unit: `1 to 6`, `1s to 2h`.") { $0.value }
      JSONMember("citation", .citation) { $0.citation }
    }
  }

  private static var lack: JSONForm<Inexpressible> {
    .object {
      JSONMember("path", .text) { $0.path }
      JSONMember("reason", .text) { $0.reason }
      JSONMember("citation", .optional(.citation)) { $0.citation }
    }
  }

  private static var change: JSONForm<ChangeFact> {
    .object {
      JSONMember("request", .text) { $0.request }
      JSONMember("path", .optional(.text), "In the body, without list indices; empty for the whole body.") { $0.path }
      JSONMember("outside", .optional(.text), "Something without a path in the body, as text.") {
        switch $0.subject {
        case .path: nil
        case .outside(let words), .name(_, let words): words
        }
      }
      JSONMember("change", .words(["create_only", "patchable", "selects", "undocumented"])) {
        switch $0.changeability {
        case .createOnly: "create_only"
        case .patchable: "patchable"
        case .selects: "selects"
        case .undocumented: "undocumented"
        }
      }
      JSONMember("by", .optional(.text), "The request that changes it.") {
        switch $0.changeability {
        case .patchable(.kind(let request)), .patchable(.unplanned(let request)): request
        case .createOnly, .selects, .undocumented: nil
        }
      }
      JSONMember("conditions", .list(condition)) { $0.traits }
      JSONMember("remark", .optional(.text)) { $0.remark }
      JSONMember("citation", .citation) { $0.citation }
    }
  }

  private static var condition: JSONForm<ChangeTrait> {
    .object {
      JSONMember("text", .text) { $0.text }
      JSONMember("citation", .citation) { $0.citation }
    }
  }
}
