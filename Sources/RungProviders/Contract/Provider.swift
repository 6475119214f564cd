package import RungSource
package import RungSpec

/// A streaming provider: one folder, and nothing about it anywhere else.
package protocol Provider: Sendable {
  /// The keys of `targets.<id>` that are this provider's own.
  associatedtype Options: Sendable
  /// What has to be settled before the facts are known: which of the provider's products it is to be.
  associatedtype Decision: Sendable

  /// As in `targets` and before the slash of rule ids.
  static var id: String { get }
  /// As the provider writes itself.
  static var title: String { get }
  static var options: Shape<Options> { get }
  static var rules: [Rule<Fit<Self>>] { get }
  /// Every request that its plans can hold.
  static var requests: [RequestKind] { get }
  /// Why the API cannot take what it cannot take, by path in the spec; the longest match speaks.
  static var inexpressible: [Inexpressible] { get }
  /// What can be changed once it is made, for every leaf of every body; the longest path speaks.
  static var changes: [ChangeFact] { get }

  /// The stream as the options turn it for this provider: a product that forwards makes `encoding` passthrough.
  static func adapt(_ stream: Stream, _ options: Options, _ report: inout Report) -> Stream
  static func decide(_ stream: Stream, _ options: Options, _ report: inout Report) -> Decision
  static func facts(for decision: Decision) -> Facts
  /// The facts of every product, for `rung providers`. A provider with one product need not say it.
  static var published: [Facts] { get }
  /// What a first spec has for this provider.
  static var starter: StarterPart { get }
  /// What a ladder has to be that is designed for this provider, or why none can be.
  static func ladderTerms(for wish: LadderWish) -> LadderAnswer
  /// The requests from nothing to playing, and back to nothing. Runs whatever the rules found, so that every leaf is accounted for; what is
  /// missing is left out of the bodies.
  static func plan(_ fit: Fit<Self>, _ report: inout Report) -> RequestPlan
  /// Takes note of every leaf that the plan shows, without making the plan: all that a check wants to know of it. By
  /// default the plan is made and looked through.
  static func mark(_ fit: Fit<Self>, _ report: inout Report)
  /// What the stream takes at the provider that no other stream can have. Nothing by default.
  static func claims(_ fit: Fit<Self>) -> [Claim]
}

extension Provider where Decision == Void {
  package static var published: [Facts] { [facts(for: ())] }
}

extension Provider {
  package static var starter: StarterPart { StarterPart(options: "{}", remark: "options: `rung providers \(id)`") }

  /// Any ladder that keeps to the published facts.
  package static func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    .terms(LadderTerms(.yours(.all), published.first ?? Facts(party: title)))
  }

  package static func mark(_ fit: Fit<Self>, _ report: inout Report) { Accounting.mark(plan(fit, &report), &report) }
  package static func claims(_ fit: Fit<Self>) -> [Claim] { [] }
  package static func adapt(_ stream: Stream, _ options: Options, _ report: inout Report) -> Stream { stream }
}

/// A request body that a provider takes.
package struct RequestKind: Sendable {
  /// `create`, `live-event`: behind the provider's id it names the JSON Schema and the key under `extra`.
  package let name: String
  package let summary: String
  /// Nil when the request has no body.
  package let schema: (@Sendable () -> ObjectSchema)?

  package init(_ name: String, _ summary: String, schema: (@Sendable () -> ObjectSchema)? = nil) {
    self.name = name
    self.summary = summary
    self.schema = schema
  }
}
