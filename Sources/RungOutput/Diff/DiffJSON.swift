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
    JSONDocument("diff.v1", "What two versions of streams make of their providers", of: "rung diff") {
      JSONMember("differs", .bool, "Whether anything differs that can be seen.") { $0.contains(where: \.differs) }
      JSONMember("streams", .list(stream), "In the order of the new version; those that only the old one has follow.") { $0 }
    }
  }

  private var stream: JSONForm<StreamDifference> {
    .object("stream") {
      JSONMember("name", .optional(.text)) { $0.name }
      JSONMember("old_name", .optional(.text), "Where it had another.") { $0.oldName }
      JSONMember("providers", .list(provider)) { $0.providers }
    }
  }

  private var provider: JSONForm<ProviderDifference> {
    .object("provider") {
      JSONMember("provider", .id) { $0.provider }
      JSONMember("title", .text) { $0.title }
      JSONMember("change", .choice, "`added` and `removed`: only one version is meant for the provider.") { $0.change }
      JSONMember("effect", .optional(.choice), Self.effect) { $0.effect }
      JSONMember("verdict", .text, "All that in one line.") { $0.verdict }
      JSONMember("resources", .list(resource), "What there is at the provider, whether it differs or not.") { $0.resources }
      JSONMember(
        "requests", .list(request),
        "From the old version to the new, in the order in which to send them: `--plan` has them whole."
      ) { $0.plan?.steps ?? [] }
    }
  }

  private static let effect =
    "What it takes, in rising order: `unseen` is no difference that could be told; `not_judged` is one for which no request is planned, because Rung does not know the field or an answer is no ground to delete what is there; `in_place` a request; `next_start` a request, and a start; `undocumented` nobody says; `interrupts` a request that ends a session that runs; `new_resource` to delete what is there and make another."

  private var request: JSONForm<RequestStep> {
    .object {
      JSONMember("name", .id) { $0.id }
      JSONMember("title", .text) { $0.title }
      JSONMember("condition", .optional(.text), "When it is to be sent at all.") { $0.condition }
      JSONMember("method", .text) { $0.method }
      JSONMember("url", .text) { $0.url.text }
    }
  }

  private var resource: JSONForm<ResourceDifference> {
    .object("resource") {
      JSONMember("resource", .text) { $0.resource }
      JSONMember("noun", .text, "What it is called in a sentence.") { $0.noun }
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
        "Members of lists go by name where they have one; a place in the URL stands in braces; empty for the whole."
      ) { $0.path }
      JSONMember("old", .optional(value)) { $0.old }
      JSONMember("new", .optional(value)) { $0.new }
      JSONMember("secret", .bool, "It is not shown: dots stand in its place.") { $0.isSecret }
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
      JSONMember("default", .bool, "Nobody wrote it; the provider's documents say so.") { $0.isDefault }
      JSONMember("origin", .optional(.text), "Who set it, as `rung explain --value` says.") { [origin] in
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
