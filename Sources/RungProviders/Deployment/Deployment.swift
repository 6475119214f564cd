package import RungSource
internal import RungSpec

/// The resources of a deployment tool that stand for the requests of a plan.
public struct Deployment: Sendable {
  /// A resource of a template.
  package struct Resource: Sendable {
    /// By which others refer to it: `Channel`.
    package let name: String
    /// `AWS::IVS::Channel`, `cloudflare_stream_live_input`.
    package let type: String
    /// In the words of the tool.
    package let properties: Node
    /// Keys of properties that the tool takes as a text in JSON.
    package var texts: [String] = []
    /// The resources that have to be there first, and that no property refers to.
    package var after: [String] = []
  }

  /// A value that the tool prints when the resources are there.
  package struct Output: Sendable {
    package let name: String
    package let value: Node
    package let summary: String
    package let isSecret: Bool
  }

  /// Whose document it is.
  public let format: DeploymentFormat
  /// The requests with a body that are not in it, and still have to be sent.
  public internal(set) var left: [StepID]
  /// A remark on the document for its reader; nil for none.
  public internal(set) var remark: String?
  /// The provider of Terraform that has the resources, as in `required_providers`; nil for other tools.
  package internal(set) var source: (namespace: String, name: String, version: String)?
  /// To which the resources of Terraform are held; nil where nothing is known of them.
  package internal(set) var blocks: TerraformBlocks?
  /// What a resource cannot hold of the bodies, in words after its type; where there is some, the document would be refused.
  package internal(set) var lacks: [String] = []
  package internal(set) var resources: [Resource] = []
  package internal(set) var outputs: [Output] = []
  /// The variables that `${env:NAME}` in the bodies stands for, in the order of their first use.
  package internal(set) var variables: [String] = []

  /// Nothing of the plan is in it yet.
  package init(_ format: DeploymentFormat, _ plan: RequestPlan) {
    self.format = format
    left = plan.steps.filter { $0.node != nil && !$0.request.isOfAnswers }.map(\.id)
    self.plan = plan
  }

  private let plan: RequestPlan

  // MARK: Making one

  /// Adds the resource that a step creates, where the plan has the step.
  ///
  /// - Parameters:
  ///   - name: by which others refer to it.
  ///   - others: the resources that have to be there first, and that no property refers to; those that are not in the document are left out.
  ///   - change: what the properties differ in from the body in other spelling.
  package mutating func add(_ step: StepID, as type: String, named name: String, after others: [String] = [], _ change: (inout DeploymentProperties) -> Void = { _ in }) {
    guard let step = plan.steps.first(where: { $0.id == step }), let body = step.node else { return }
    var properties = DeploymentProperties(format, body, fills: step.request.fills)
    change(&properties)
    if let lacking = blocks.flatMap({ properties.hold(to: $0, of: type) }) { lacks.append("`\(type)` \(lacking)") }
    left.removeAll { $0 == step.id }
    let after = others.filter { other in resources.contains { $0.name == other } }
    resources.append(Resource(name: name, type: type, properties: take(properties), texts: properties.jsonTexts, after: after))
  }

  /// Adds a resource that no request creates: what a request creates on the way.
  package mutating func add(_ type: String, named name: String, _ properties: [(String, Node)]) {
    resources.append(Resource(name: name, type: type, properties: .map(properties, at: .nowhere)))
  }

  package mutating func output(_ name: String, _ value: Node, _ summary: String, isSecret: Bool = false) {
    outputs.append(Output(name: name, value: value, summary: summary, isSecret: isSecret))
  }

  /// Whether the plan has the step.
  package func has(_ step: StepID) -> Bool { plan.steps.contains { $0.id == step && $0.node != nil } }

  private mutating func take(_ properties: DeploymentProperties) -> Node {
    for name in properties.variables where !variables.contains(name) { variables.append(name) }
    return properties.node
  }

  // MARK: Expressions

  /// A value that a resource has once it is there.
  package func attribute(_ attribute: String, of name: String) -> Node {
    switch format {
    case .cloudFormation:
      .map([("Fn::GetAtt", .list([.string(name, at: .nowhere), .string(attribute, at: .nowhere)], at: .nowhere))], at: .nowhere)
    case .terraformJSON:
      .string("${\(resources.first { $0.name == name }?.type ?? "").\(Self.snakeCase(name)).\(attribute)}", at: .nowhere)
    }
  }

  /// The id of a resource once it is there.
  package func reference(to name: String) -> Node {
    switch format {
    case .cloudFormation: .map([("Ref", .string(name, at: .nowhere))], at: .nowhere)
    case .terraformJSON: attribute("id", of: name)
    }
  }

  /// `RecordingConfiguration` and `recordingConfiguration` → `recording_configuration`.
  package static func snakeCase(_ name: String) -> String {
    var result = ""
    var isRaised = true
    for character in name {
      if character.isUppercase, !isRaised { result += "_" }
      isRaised = character.isUppercase || character == "_"
      result += character.lowercased()
    }
    return result
  }

  /// `recordingConfiguration` and `recording_configuration` → `RecordingConfiguration`.
  package static func pascalCase(_ name: String) -> String {
    name.split { $0 == "_" || $0 == "-" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
