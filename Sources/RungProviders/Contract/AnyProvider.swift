package import RungSource
package import RungSpec

/// A provider without its type: what the list of providers holds.
package struct AnyProvider: Sendable {
  package let id: String
  package let title: String
  package let optionsSchema: @Sendable () -> ObjectSchema
  package let rules: @Sendable () -> [RuleInfo]
  package let requests: [RequestKind]
  /// The published facts, one for each product.
  package let published: @Sendable () -> [Facts]
  package let inexpressible: @Sendable () -> [Inexpressible]
  package let changes: @Sendable () -> [ChangeFact]
  package let comparison: @Sendable () -> Comparison
  package let declared: @Sendable (RequestPlan) -> [DeclaredRequest]
  package let declaredByBodies: @Sendable ([DeclaredRequest], [GivenBody]) -> [DeclaredRequest]
  package let update: @Sendable (Transition) -> RequestPlan
  package let starter: StarterPart
  package let reader: @Sendable () -> BodyReader?
  package let bodyRules: @Sendable () -> [Rule<GivenBody>]
  package let ladderTerms: @Sendable (LadderWish) -> LadderAnswer
  package let evaluate: @Sendable (Stream, Target, inout Report) -> Judgment
  package let taken: @Sendable (Stream, Target, inout Report) -> Taken

  package init<P: Provider>(_ type: P.Type) {
    id = P.id
    title = P.title
    optionsSchema = { CommonOptions.schema(around: P.options.schema) }
    rules = { P.rules.map(\.info) + P.bodyRules.map(\.info) }
    requests = P.requests
    comparison = {
      var comparison = P.comparison
      comparison.known = KnownFields(P.requests)
      for request in P.requests where !request.ignored.isEmpty { comparison.ignored[request.name] = request.ignored.map(\.path) }
      return comparison
    }
    declared = { P.declared($0) }
    declaredByBodies = { P.declared($0, told: $1) }
    update = { P.update($0) }
    starter = P.starter
    reader = { P.reader }
    bodyRules = { P.bodyRules }
    ladderTerms = { P.ladderTerms(for: $0) }
    published = { P.published }
    inexpressible = { P.inexpressible }
    changes = { P.changes }
    taken = { Evaluation<P>.taken($0, $1, common: CommonOptions.keys, &$2) }
    evaluate = { stream, target, report in report.working(for: P.id) { Evaluation<P>.run(stream, target, &$0) } }
  }
}
