internal import RungOutput
package import RungProviders
internal import RungReading
package import RungSource

/// The request bodies of one stream, by provider and by kind; and what encoders are set to.
package struct StreamBodies: Sendable {
  package struct Body: Sendable {
    /// The request kind; the id of the step where a plan sends several of one kind.
    package let key: String
    package var node: Node
  }

  package struct OfProvider: Sendable {
    package let provider: TargetID
    package var bodies: [Body]
    /// What the bodies are of.
    fileprivate let plan: RequestPlan
  }

  package let stream: String?
  /// Which of the texts that are compiled together it is in.
  package let text: Int
  /// Where that says so: `news.yaml:2:7`.
  package let place: @Sendable () -> String
  package var providers: [OfProvider]
  package var setups: [EncoderSetup]

  package init(_ stream: CompiledStream, in text: Int = 0, of sources: SourceMap) {
    self.stream = stream.name
    self.text = text
    place = { [place = stream.place] in SourceViews(sources).place(of: place.span).text }
    providers = stream.plans.map { plan in
      let kinds = plan.steps.compactMap { $0.body == nil ? nil : $0.bodyKind }
      let bodies = plan.steps.compactMap { step -> Body? in
        guard let node = step.node, !step.request.isOfAnswers else { return nil }
        let alone = step.bodyKind.flatMap { kind in kinds.count { $0 == kind } == 1 ? kind.rawValue : nil }
        return Body(key: alone ?? step.id.rawValue, node: node)
      }
      return OfProvider(provider: plan.provider, bodies: bodies, plan: plan)
    }
    setups = stream.setups
  }

  var isEmpty: Bool { providers.allSatisfy { $0.bodies.isEmpty } && setups.isEmpty }

  /// The bodies of one kind.
  func only(_ kind: String) -> StreamBodies {
    var chosen = self
    for index in providers.indices { chosen.providers[index].bodies.removeAll { $0.key != kind } }
    chosen.providers.removeAll { $0.bodies.isEmpty }
    chosen.setups = []
    return chosen
  }

  // MARK: As documents of a deployment tool

  /// One for each provider.
  ///
  /// - Throws: ``RungError/noDeployment(_:for:of:)`` when one of the targets has none; ``RungError/undeployable(_:for:lacks:of:)`` when
  ///   its resources cannot hold the bodies; ``RungError/unwritable(_:at:)``.
  package func deployments(as format: DeploymentFormat) throws(RungError) -> [CompiledDeployment] {
    if let setup = setups.first { throw .noDeployment(format, for: setup.encoder, of: []) }
    var made: [CompiledDeployment] = []
    for provider in providers {
      let type = Providers.named(provider.provider.rawValue)
      guard let type, type.deploymentFormats.contains(format) else { throw .noDeployment(format, for: provider.provider, of: type?.deploymentFormats ?? []) }
      let deployment = type.deployment(format, of: provider.plan)
      guard deployment.lacks.isEmpty else { throw .undeployable(format, for: provider.provider, lacks: deployment.lacks, of: type.deploymentFormats) }
      let text = try RungError.writing { () throws(UnwritableValue) in try DeploymentText.text(deployment, stream: stream) }
      made.append(CompiledDeployment(stream: stream, provider: provider.provider, text: text, left: deployment.left, remark: deployment.remark))
    }
    return made
  }

  // MARK: As one JSON value

  /// One stream, or a list of several.
  static func tree(_ all: [StreamBodies]) -> Node {
    let trees = all.map(\.tree)
    return trees.count == 1 ? trees[0] : .list(trees, at: .nowhere)
  }

  private var tree: Node {
    let trees = providers.map { ($0.provider.rawValue, Self.tree($0)) } + setups.map { ($0.encoder.rawValue, EncoderJSON.node($0)) }
    return trees.count == 1 ? trees[0].1 : .map(trees, at: .nowhere)
  }

  private static func tree(_ provider: OfProvider) -> Node {
    provider.bodies.count == 1 ? provider.bodies[0].node : .map(provider.bodies.map { ($0.key, $0.node) }, at: .nowhere)
  }
}
