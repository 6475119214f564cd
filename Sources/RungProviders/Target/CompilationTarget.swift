package import RungSource
package import RungSpec

/// What a spec can be compiled for: a provider, which takes requests, or an encoder, which is set up. What both share is
/// how a stream is judged, and that no value of it gets lost.
package protocol CompilationTarget: Sendable {
  /// The keys of `targets.<id>` that are this target's own.
  associatedtype Options: Sendable
  /// What has to be settled before the facts are known: which of the provider's products it is to be.
  associatedtype Decision: Sendable

  /// As in `targets` and before the slash of rule ids.
  static var id: String { get }
  /// As it writes itself.
  static var title: String { get }
  static var options: Shape<Options> { get }
  static var rules: [Rule<Fit<Self>>] { get }
  /// Why it cannot take what it cannot take, by path in the spec; the longest match speaks.
  static var inexpressible: [Inexpressible] { get }

  /// The stream as the options turn it for this target: a product that forwards makes `encoding` passthrough.
  static func adapt(_ stream: Stream, _ options: Options, _ report: inout Report) -> Stream
  static func decide(_ stream: Stream, _ options: Options, _ report: inout Report) -> Decision
  static func facts(for decision: Decision) -> Facts
  /// What the target encodes itself where that is not the stream's ladder: what its limits on sound are for. Nil where it is.
  static func encoded(_ decision: Decision) -> [Located<Rendition>]?
  /// A rendition that goes out with keyframes that nobody stated. Nil where none does.
  static func usualKeyframes(_ fit: Fit<Self>) -> (rendition: Rendition, isContribution: Bool)?

  /// The keys of `targets.<id>`, with those that every target has.
  static var optionsSchema: ObjectSchema { get }
  /// Of its own rules, those about bodies included.
  static var ruleInfos: [RuleInfo] { get }
  /// What it makes of a stream, from its options to its requests or settings.
  static func judge(_ stream: Stream, for target: Target, _ report: inout Report) -> Judgment
  /// What it takes of what general rules suggest.
  static func taken(_ stream: Stream, for target: Target, _ unheard: inout Report) -> Taken
}

extension CompilationTarget {
  package static func adapt(_ stream: Stream, _ options: Options, _ report: inout Report) -> Stream { stream }
  package static func encoded(_ decision: Decision) -> [Located<Rendition>]? { nil }
  package static func usualKeyframes(_ fit: Fit<Self>) -> (rendition: Rendition, isContribution: Bool)? { nil }
}
