package import RungSource
package import RungSpec

/// A streaming provider: one folder, and nothing about it anywhere else.
package protocol Provider: CompilationTarget {
  /// The content of its plans.
  associatedtype Content: PlanContent

  /// Every request that its plans can hold.
  static var requests: [RequestKind] { get }
  /// What can be changed after creation, for every leaf of every body; the longest path applies.
  static var changes: [ChangeFact] { get }
  /// Which differences of its bodies have a meaning.
  static var comparison: Comparison { get }
  /// How the bodies of its requests become a spec. Nil for a provider whose bodies are not input: it has requests only to send.
  static var reader: BodyReader? { get }
  /// Faults of bodies that no spec can have: a body has in two places what a spec has in one.
  static var bodyRules: [Rule<ParsedBody>] { get }

  /// The facts of every product, for `rung providers`. A provider with one product does not need it.
  static var published: [Facts] { get }
  /// What a first spec has for this provider.
  static var starter: StarterPart { get }
  /// What a ladder for this provider must be, or why none is possible.
  static func ladderTerms(for wish: LadderWish) -> LadderAnswer
  /// What the plan contains, as typed values. Created whatever the rules found, so that every leaf is accounted for; what is
  /// missing is omitted from the bodies.
  static func content(_ fit: Fit<Self>, _ report: inout Report) -> Content
  /// The requests from creation to playback, and the teardown. It has no report: the content has accounted for everything in it.
  static func plan(_ fit: Fit<Self>, _ content: Content) -> RequestPlan
  /// Whether what comes in is sent to `simulcast`, also where a ladder is encoded. False by default.
  static var simulcastsInput: Bool { get }
  /// What the stream uses at the provider that no other stream can have. Nothing by default.
  static func claims(_ fit: Fit<Self>) -> [Claim]
  /// The resources that a plan creates. By default each request with a body creates one.
  static func declared(_ plan: RequestPlan) -> [DeclaredRequest]
  /// The resources by an answer, with what it has beside the bodies: names, and resources that no request creates. By default
  /// those that the bodies would create.
  static func declared(_ declared: [DeclaredRequest], told bodies: [ParsedBody]) -> [DeclaredRequest]
  /// The requests that change one version into the other, and the teardown from there. Used only where something differs. By
  /// default everything is deleted and created again.
  static func update(_ transition: Transition) -> RequestPlan
  /// The documents of deployment tools that its plans can be written as. None by default.
  static var deploymentFormats: [DeploymentFormat] { get }
  /// The resources of a tool that stand for a plan's requests; only asked for one of ``deploymentFormats``.
  static func deployment(_ format: DeploymentFormat, of plan: RequestPlan) -> Deployment
}

extension Provider where Decision == Void {
  package static var published: [Facts] { [facts(for: ())] }
}

extension Provider {
  package static var optionsSchema: ObjectSchema { CommonOptions.schema(around: options.schema) }
  package static var ruleInfos: [RuleInfo] { rules.map(\.info) + bodyRules.map(\.info) }
  package static func judge(_ stream: Stream, for target: Target, _ report: inout Report) -> Judgment {
    report.working(for: id) { Evaluation<Self>.run(stream, target, &$0) }
  }
  package static func taken(_ stream: Stream, for target: Target, _ unheard: inout Report) -> Taken {
    Evaluation<Self>.taken(stream, target, common: CommonOptions.keys, &unheard)
  }

  /// The same with what follows from its requests.
  package static var wholeComparison: Comparison {
    var comparison = comparison
    comparison.known = KnownFields(requests)
    for request in requests { comparison.ignored[request.name] = request.ignored.map(\.path) }
    return comparison
  }

  package static var comparison: Comparison { Comparison() }
  package static func declared(_ plan: RequestPlan) -> [DeclaredRequest] {
    plan.steps.filter { $0.node != nil }.map { DeclaredRequest($0) }
  }
  package static func declared(_ declared: [DeclaredRequest], told bodies: [ParsedBody]) -> [DeclaredRequest] { declared }
  package static func update(_ transition: Transition) -> RequestPlan { transition.anew() }
  package static var reader: BodyReader? { nil }
  package static var bodyRules: [Rule<ParsedBody>] { [] }

  package static var starter: StarterPart { StarterPart(options: "{}", remark: "options: `rung providers \(id)`") }

  /// Any ladder within the published facts.
  package static func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    .terms(LadderTerms(.yours(.all), published.first ?? Facts(party: title)))
  }

  package static func claims(_ fit: Fit<Self>) -> [Claim] { [] }

  package static var deploymentFormats: [DeploymentFormat] { [] }
  package static func deployment(_ format: DeploymentFormat, of plan: RequestPlan) -> Deployment { Deployment(format, plan) }
}
