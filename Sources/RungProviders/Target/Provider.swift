package import RungSource
package import RungSpec

/// A streaming provider: one folder, and nothing about it anywhere else.
package protocol Provider: CompilationTarget {
  /// What its plans are made of.
  associatedtype Content: PlanContent

  /// Every request that its plans can hold.
  static var requests: [RequestKind] { get }
  /// What can be changed once it is made, for every leaf of every body; the longest path speaks.
  static var changes: [ChangeFact] { get }
  /// What its bodies mean where two of them look different.
  static var comparison: Comparison { get }
  /// How the bodies of its requests become a spec. Nil where nobody has written that down.
  static var reader: BodyReader? { get }
  /// Faults of bodies that no spec can have: what a spec says once stands twice in them.
  static var bodyRules: [Rule<ParsedBody>] { get }

  /// The facts of every product, for `rung providers`. A provider with one product need not say it.
  static var published: [Facts] { get }
  /// What a first spec has for this provider.
  static var starter: StarterPart { get }
  /// What a ladder has to be that is designed for this provider, or why none can be.
  static func ladderTerms(for wish: LadderWish) -> LadderAnswer
  /// What the plan carries, as typed values. Made whatever the rules found, so that every leaf is accounted for; what is
  /// missing is left out of the bodies.
  static func content(_ fit: Fit<Self>, _ report: inout Report) -> Content
  /// The requests from nothing to playing, and back to nothing. It has no report: whatever it shows, the content has
  /// accounted for.
  static func plan(_ fit: Fit<Self>, _ content: Content) -> RequestPlan
  /// What the stream takes at the provider that no other stream can have. Nothing by default.
  static func claims(_ fit: Fit<Self>) -> [Claim]
  /// What a plan makes at the provider. By default each request with a body makes a thing of its own.
  static func declared(_ plan: RequestPlan) -> [DeclaredRequest]
  /// What is there by what an answer says beside the bodies: names, and what no request would have made. By default what
  /// the bodies would make.
  static func declared(_ declared: [DeclaredRequest], told bodies: [ParsedBody]) -> [DeclaredRequest]
  /// The requests that bring one version to the other, and back to nothing from there. Asked only where something differs.
  /// By default everything is taken down and made anew.
  static func update(_ transition: Transition) -> RequestPlan
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
    for request in requests where !request.ignored.isEmpty { comparison.ignored[request.name] = request.ignored.map(\.path) }
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

  /// Any ladder that keeps to the published facts.
  package static func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    .terms(LadderTerms(.yours(.all), published.first ?? Facts(party: title)))
  }

  package static func claims(_ fit: Fit<Self>) -> [Claim] { [] }
}
