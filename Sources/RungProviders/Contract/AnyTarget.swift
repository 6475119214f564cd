package import RungSource
package import RungSpec

/// A target without its type.
package struct AnyTarget: Sendable {
  package let id: String
  package let title: String
  package let optionsSchema: @Sendable () -> ObjectSchema
  package let rules: @Sendable () -> [RuleInfo]
  package let evaluate: @Sendable (Stream, Target, inout Report) -> Judgment
  /// Why it cannot take what it cannot take.
  let reasons: ReasonTree
  /// What it takes of what general rules suggest.
  package let taken: @Sendable (Stream, Target, inout Report) -> Taken

  package init(_ provider: AnyProvider) {
    id = provider.id
    title = provider.title
    optionsSchema = provider.optionsSchema
    rules = provider.rules
    evaluate = provider.evaluate
    taken = provider.taken
    reasons = ReasonTree(provider.inexpressible())
  }

  package init<E: Encoder>(_ type: E.Type) {
    id = E.id
    title = E.title
    optionsSchema = { CommonOptions.schema(around: E.options.schema, keys: CommonOptions.encoderKeys) }
    rules = { E.rules.map(\.info) }
    taken = { Evaluation<E>.taken($0, $1, common: CommonOptions.encoderKeys, &$2) }
    reasons = ReasonTree(E.inexpressible)
    evaluate = { stream, target, report in report.working(for: E.id) { Evaluation<E>.run(stream, target, &$0) } }
  }
}

/// Everything that `targets` can name: providers, then encoders.
package enum Targets {
  package static let all = Providers.all.map(AnyTarget.init) + Encoders.all
}
