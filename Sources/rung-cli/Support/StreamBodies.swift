internal import Rung
internal import RungOutput
internal import RungProviders
internal import RungReading
internal import RungSource

/// The request bodies of one stream, by provider and by kind; and what encoders are set to.
struct StreamBodies {
  struct Body {
    /// The request kind; the name of the step where a plan sends several of one kind.
    let key: String
    var node: Node
  }

  struct OfProvider {
    let provider: String
    var bodies: [Body]
  }

  let stream: String?
  var providers: [OfProvider]
  var encoders: [OfEncoder]

  struct OfEncoder {
    var setup: EncoderSetup

    /// Nil where the encoder is set up by hand.
    var script: String? { setup.command.map { EncoderScript.text($0, of: setup) } }

    func show(on console: Console) {
      if let script { console.print(script) } else { console.show(EncoderText.text(setup, style: Console.resultStyle)) }
    }
  }

  init(_ stream: CompiledStream) {
    self.stream = stream.name
    providers = stream.plans.map { plan in
      let kinds = plan.steps.compactMap { $0.body == nil ? nil : $0.bodyKind }
      let bodies = plan.steps.compactMap { step -> Body? in
        guard let node = step.body else { return nil }
        let isAlone = step.bodyKind.map { kind in kinds.filter { $0 == kind }.count == 1 } ?? false
        return Body(key: isAlone ? step.bodyKind ?? step.name : step.name, node: node)
      }
      return OfProvider(provider: plan.provider, bodies: bodies)
    }
    encoders = stream.setups.map { OfEncoder(setup: $0) }
  }

  var isEmpty: Bool { providers.allSatisfy { $0.bodies.isEmpty } && encoders.isEmpty }

  /// The one thing to show, when it is an encoder's.
  static func onlySetup(of all: [StreamBodies]) -> OfEncoder? {
    let setups = all.flatMap(\.encoders)
    return setups.count == 1 && all.count == 1 && all[0].providers.isEmpty ? setups[0] : nil
  }

  /// The bodies of one kind; a provider that has none is left out.
  static func only(_ kind: String, of all: [StreamBodies]) throws -> [StreamBodies] {
    let chosen = all.map { bodies in
      var bodies = bodies
      for index in bodies.providers.indices { bodies.providers[index].bodies.removeAll { $0.key != kind } }
      bodies.providers.removeAll { $0.bodies.isEmpty }
      bodies.encoders = []
      return bodies
    }
    guard chosen.allSatisfy(\.isEmpty) else { return chosen }
    var keys: [String] = []
    for key in all.flatMap(\.providers).flatMap(\.bodies).map(\.key) where !keys.contains(key) { keys.append(key) }
    guard !keys.isEmpty else { return chosen }
    let near = Similarity.nearest(to: kind, among: keys).question.map { "; \($0)" }
    throw Failure.usage("the plan has no body `\(kind)`\(near ?? "; it has \(keys.joined(separator: ", "))")")
  }

  // MARK: As one JSON value

  static func tree(_ all: [StreamBodies]) -> Node {
    let trees = all.map(\.tree)
    return trees.count == 1 ? trees[0] : .list(trees, at: .nowhere)
  }

  private var tree: Node {
    let trees = providers.map { ($0.provider, Self.tree($0)) } + encoders.map { ($0.setup.encoder, EncoderJSON.node($0.setup)) }
    return trees.count == 1 ? trees[0].1 : .map(trees, at: .nowhere)
  }

  private static func tree(_ provider: OfProvider) -> Node {
    provider.bodies.count == 1 ? provider.bodies[0].node : .map(provider.bodies.map { ($0.key, $0.node) }, at: .nowhere)
  }
}
