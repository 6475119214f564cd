package import RungSource
package import RungSpec

/// What a spec can be compiled for: a provider, which has requests, or an encoder, which is configured. Both judge a stream in
/// the same way, and neither loses a value of it.
package protocol CompilationTarget: Sendable {
  /// The keys of `targets.<id>` that are this target's own.
  associatedtype Options: Sendable
  /// What has to be decided before the facts are known: which of the provider's products is used.
  associatedtype Decision: Sendable

  /// As in `targets` and before the slash of rule ids.
  static var id: String { get }
  /// Its name, as it writes it.
  static var title: String { get }
  static var options: Shape<Options> { get }
  static var rules: [Rule<Fit<Self>>] { get }
  /// Why it has no field for a value, by path in the spec; the longest match applies.
  static var inexpressible: [Inexpressible] { get }

  /// The stream as the options change it for this target: a product that forwards sets `encoding` to passthrough.
  static func adapt(_ stream: Stream, _ options: Options, _ report: inout Report) -> Stream
  static func decide(_ stream: Stream, _ options: Options, _ report: inout Report) -> Decision
  static func facts(for decision: Decision) -> Facts
  /// What the target encodes itself where that is not the stream's ladder: its limits of video and audio apply to this. Nil where it is.
  static func encoded(_ decision: Decision) -> [Located<Rendition>]?
  /// What it sends to destinations that are known. Nothing by default.
  static func feeds(_ fit: Fit<Self>, _ report: inout Report) -> [Feed]
  /// A rendition that is sent with a keyframe interval that the spec does not set. Nil where there is none.
  static func usualKeyframes(_ fit: Fit<Self>) -> (rendition: Rendition, isContribution: Bool)?

  /// The renditions that viewers get where these are not the ladder of the spec: a ladder that a product fixes. Each value is at the target's
  /// place, as a fact. Nil where it is the ladder of the spec.
  static func delivered(_ fit: Fit<Self>, _ report: inout Report) -> [Located<Rendition>]?

  /// Who writes the multivariant playlist, where that is known.
  static func packager(_ fit: Fit<Self>) -> PreviewedPackager

  /// The keys of `targets.<id>`, with those that every target has.
  static var optionsSchema: ObjectSchema { get }
  /// Of its own rules, those about bodies included.
  static var ruleInfos: [RuleInfo] { get }
  /// Judges a stream, from its options to its requests or settings.
  static func judge(_ stream: Stream, for target: Target, _ report: inout Report) -> Judgment
  /// Which suggestions of general rules it supports.
  static func taken(_ stream: Stream, for target: Target, _ unheard: inout Report) -> Taken
}

extension CompilationTarget {
  package static func adapt(_ stream: Stream, _ options: Options, _ report: inout Report) -> Stream { stream }
  package static func encoded(_ decision: Decision) -> [Located<Rendition>]? { nil }
  package static func usualKeyframes(_ fit: Fit<Self>) -> (rendition: Rendition, isContribution: Bool)? { nil }
  package static func delivered(_ fit: Fit<Self>, _ report: inout Report) -> [Located<Rendition>]? { nil }
  package static func packager(_ fit: Fit<Self>) -> PreviewedPackager { .any }
}
