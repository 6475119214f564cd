public import RungProviders
public import RungSource

/// A stream at a provider as the document of a deployment tool.
public struct CompiledDeployment: Sendable {
  /// The `name` of the stream, when it has one.
  public let stream: String?
  /// The provider's id.
  public let provider: TargetID
  /// The document. References to secrets are its parameters.
  public let text: String
  /// The requests of the plan that no resource stands for.
  public let left: [StepID]
  /// What the resources lack of the bodies; nil for nothing.
  public let remark: String?
}

extension CompiledBodies {
  /// The documents of all streams, in their order.
  ///
  /// - Throws: ``RungError/noDeployment(_:for:of:)`` when a target has no resources of the tool's; ``RungError/undeployable(_:for:lacks:of:)``
  ///   when they cannot hold its bodies; ``RungError/unwritable(_:at:)``.
  public func deployments(as format: DeploymentFormat) throws(RungError) -> [CompiledDeployment] {
    var made: [CompiledDeployment] = []
    for stream in streams { made += try stream.deployments(as: format) }
    return made
  }
}
