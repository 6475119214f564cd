import Rung
import RungProviders
import RungSource
import RungSpec
import Testing

/// What providers say of changing things later covers what they take, and nothing else.
@Suite struct ChangeFactTests {
  @Test("every leaf of every body has one fact that speaks for it", arguments: Providers.ids)
  func coverage(_ id: String) throws {
    let provider = try #require(Providers.named(id))
    let facts = provider.changes
    for request in provider.requests {
      guard let schema = request.schema?() else { continue }
      let ignored = request.ignored.map(\.path)
      for leaf in Self.paths(in: schema).leaves where !ignored.contains(leaf) || facts.contains(where: { $0.covers(leaf) }) {
        let covering = facts.filter { $0.request == request.name && $0.covers(leaf) }
        let longest = covering.compactMap(\.path).map(\.utf8.count).max()
        #expect(
          covering.filter { $0.path?.utf8.count == longest }.count == 1 && !covering.isEmpty,
          "\(id)/\(request.name): `\(leaf)` has \(covering.count) facts, and not one that speaks")
        #expect(facts.fact(for: leaf, in: request.name)?.path?.utf8.count == longest)
      }
    }
  }

  @Test("every fact names a body, a path and a request that exist, and says something", arguments: Providers.ids)
  func existence(_ id: String) throws {
    let provider = try #require(Providers.named(id))
    let facts = provider.changes
    let bodies = Dictionary(
      uniqueKeysWithValues: provider.requests.compactMap { request in request.schema.map { (request.name, Self.paths(in: $0())) } })
    #expect(Set(facts.map { "\($0.request) \($0.subject)" }).count == facts.count, "\(id): two facts of the same")
    for fact in facts {
      #expect(provider.requests.contains { $0.name == fact.request }, "\(id): there is no request `\(fact.request)`")
      for citation in [fact.citation] + fact.traits.map(\.citation) { #expect(citation.checked != nil && citation.url != nil) }
      guard let path = fact.path else { continue }
      let body = try #require(bodies[fact.request], "\(id): `\(fact.request)` has no body")
      #expect(path.isEmpty || body.all.contains(path), "\(id)/\(fact.request): there is no `\(path)`")
      #expect(
        body.leaves.contains { facts.fact(for: $0, in: fact.request) == fact }, "\(id)/\(fact.request): no leaf is left for `\(path)`")
      if case .patchable(.kind(let kind)) = fact.changeability {
        // Under the same path, or alone, or in a way that the fact remarks on.
        let names = [path, String(path.split(separator: ".").last ?? "")]
        let isThere = fact.remark != nil && bodies[kind] != nil || names.contains { bodies[kind]?.all.contains($0) == true }
        #expect(isThere, "\(id)/\(fact.request): `\(kind)` has no `\(path)`")
      }
      for case .fixedWhen(let condition, _, _) in fact.traits {
        #expect(body.leaves.contains(condition), "\(id)/\(fact.request): there is no `\(condition)`")
      }
    }
  }

  @Test("what the documents say of single fields")
  func samples() throws {
    #expect(LiveKit.changes.fact(for: "url", in: "create")?.changeability == .createOnly)
    #expect(LiveKit.changes.fact(for: "video.options.layers.width", in: "create")?.path == "video")
    #expect(MKIO.changes.fact(for: "properties.encoding.encodingType", in: "live-event")?.changeability == .createOnly)
    #expect(MKIO.changes.fact(for: "properties.pipeline.name", in: "live-event")?.changeability != .createOnly)
    #expect(MKIO.changes.fact(for: "properties.containerDeletionPolicy", in: "asset")?.changeability == .undocumented)
    #expect(Qencode.changes.fact(for: "playback_domain", in: "create")?.changeability == .createOnly)
    #expect(Qencode.changes.fact(for: "dvr.destination.url", in: "update")?.path == "dvr")
    #expect(Tenbyte.changes.fact(for: "recording.s3_config.bucket", in: "create")?.changeability == .createOnly)
  }

  /// Paths without indices: those of values, and of everything on the way to them.
  private static func paths(in schema: ObjectSchema) -> (leaves: Set<String>, all: Set<String>) {
    var leaves: Set<String> = []
    var all: Set<String> = []
    func walk(_ schema: Schema, _ path: String) {
      all.insert(path)
      switch schema {
      case .object(let object) where !object.properties.isEmpty:
        for property in object.properties { walk(property.schema, path.isEmpty ? property.key : "\(path).\(property.key)") }
      case .list(let element, _, _): walk(element, path)
      case .anyOf(let options): for option in options { walk(option, path) }
      default: leaves.insert(path)
      }
    }
    walk(.object(schema), "")
    return (leaves, all)
  }
}
