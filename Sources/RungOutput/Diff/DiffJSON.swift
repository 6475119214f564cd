package import RungProviders
package import RungSource

/// Differences as a JSON document, version 1.
package struct DiffJSON {
  private let views: SourceViews
  private let origin: (SourcePlace) -> Origin

  package init(sources: SourceMap, origin: @escaping (SourcePlace) -> Origin) {
    views = SourceViews(sources)
    self.origin = origin
  }

  package func text(_ streams: [StreamDifference]) -> String { document.text(streams) }
  package static var schemaText: String { DiffJSON(sources: SourceMap()) { _ in .author }.document.schemaText }

  private var document: JSONDocument<[StreamDifference]> {
    JSONDocument("diff.v1", "The differences of two versions of streams, by provider", of: "rung diff") {
      JSONMember("differs", .bool, "Whether there is a visible difference.") { $0.contains(where: \.differs) }
      JSONMember("streams", .list(stream), "In the order of the new version; those that only the old one has follow.") { $0 }
    }
  }

  private var stream: JSONForm<StreamDifference> {
    .object("stream") {
      JSONMember("name", .optional(.text)) { $0.name }
      JSONMember("old_name", .optional(.text), "The old name, where it changed.") { $0.oldName }
      JSONMember("providers", .list(provider)) { $0.providers }
      JSONMember("file", .optional(.text), "The file that it is in, where directories or revisions are compared; null otherwise.") { $0.file }
      JSONMember("old_file", .optional(.text), "The file that it was in, where that was another.") { $0.oldFile }
    }
  }

  private var provider: JSONForm<ProviderDifference> {
    .object("provider") {
      JSONMember("provider", .id) { $0.provider }
      JSONMember("title", .text) { $0.title }
      JSONMember("change", .choice, "`added` and `removed`: only one version is for the provider.") { $0.change }
      JSONMember("effect", .optional(.choice), Self.effect) { $0.effect }
      JSONMember("verdict", .text, "The summary in one line.") { $0.verdict }
      JSONMember("resources", .list(resource), "The resources at the provider, whether they differ or not.") { $0.resources }
      JSONMember(
        "requests", .list(request),
        "From the old version to the new, in the order of sending: `--plan` shows them completely."
      ) { $0.plan?.steps ?? [] }
    }
  }

  private static let effect =
    "What the change needs, in rising order: `unseen`: not visible, so it does not count; `not_judged`: no request is planned, because Rung does not know the field or an answer does not justify a deletion; `in_place`: a request; `next_start`: a request and a start; `undocumented`: not documented; `interrupts`: a request that ends a running session; `new_resource`: the resource is deleted and created again."

  private var request: JSONForm<RequestStep> {
    .object {
      JSONMember("name", .id) { $0.id }
      JSONMember("title", .text) { $0.title }
      JSONMember("condition", .optional(.text), "The condition for sending it.") { $0.condition }
      JSONMember("method", .text) { $0.method }
      JSONMember("url", .text) { $0.url.text }
    }
  }

  private var resource: JSONForm<ResourceDifference> {
    .object("resource") {
      JSONMember("resource", .text) { $0.resource }
      JSONMember("noun", .text, "Its name in a sentence.") { $0.noun }
      JSONMember("label", .optional(.text), "Which one, where there are several.") { $0.label }
      JSONMember("change", .choice) { $0.change }
      JSONMember("effect", .optional(.choice), Self.effect) { $0.effect }
      JSONMember("differences", .list(difference)) { $0.differences }
    }
  }

  private var difference: JSONForm<Difference> {
    .object("difference") {
      JSONMember("request", .id, "The request whose body or URL has the value.") { $0.request }
      JSONMember(
        "path", .text,
        "Members of lists have their names where they have one; a placeholder in the URL is in braces; empty for the whole."
      ) { $0.path }
      JSONMember("old", .optional(value)) { $0.old }
      JSONMember("new", .optional(value)) { $0.new }
      JSONMember("secret", .bool, "It is a secret and shown as dots.") { $0.isSecret }
      JSONMember("effect", .choice, Self.effect) { $0.effect }
      JSONMember("by", .optional(.text), "The request that changes it.") { $0.by }
      JSONMember("reasons", .list(.text)) { $0.reasons }
      JSONMember("citations", .list(.citation)) { $0.citations }
    }
  }

  private var value: JSONForm<Difference.Value> {
    .object("value") {
      JSONMember("value", .any, "As the body has it.") { $0.node }
      JSONMember("pointer", .optional(.text), "Where in the body, as a JSON Pointer (RFC 6901).") { $0.pointer }
      JSONMember("default", .bool, "Not written: a default from the provider's documents.") { $0.isDefault }
      JSONMember("origin", .optional(.text), "What set it, as in `rung explain --value`.") { [origin] in
        $0.isDefault || !$0.node.isScalar ? nil : origin($0.node.place).label
      }
      JSONMember("file", .optional(.text)) { [views] in $0.isDefault ? nil : views.file($0.node.span) }
      JSONMember("line", .optional(.integer(1...Int.max))) { [views] in $0.isDefault ? nil : views.start(of: $0.node.span).line }
      JSONMember("column", .optional(.integer(1...Int.max)), "In characters.") { [views] in
        $0.isDefault ? nil : views.start(of: $0.node.span).column
      }
    }
  }
}
