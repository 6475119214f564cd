public import RungSource

/// One value that two versions of a request do not have in common, and what it takes to change it.
public struct Difference: Sendable {
  /// A value as one version has it.
  public struct Value: Sendable {
    package var node: Node
    /// Its place is where it came from: a value of a spec, or a member of a body.
    public var value: BodyValue { BodyValue(node) }
    /// In the body of that version, as a JSON Pointer (RFC 6901); nil for what stands in a URL, and for a default.
    public var pointer: String?
    /// Nobody wrote it: the provider's documents say that it is so.
    public var isDefault: Bool
  }

  /// The name of the request whose body or URL has the value: `create`, `live-event`.
  public var request: RequestKindID
  /// The way to it: `ladder.video[720p].gop`. Members of lists go by name where they have one. A place in the URL is
  /// `{event_name}`.
  public var path: String
  /// Nil when this version does not say.
  public var old: Value?
  /// Nil when this version does not say.
  public var new: Value?
  /// It lets somebody in: it is not to be shown.
  public var isSecret: Bool
  /// What it takes to bring the value from the old version to the new.
  public var effect: ChangeEffect
  /// The request that a change goes through, where there is one: `update`, `PATCH …/media/liveEvents/{event_name}`.
  public var by: String?
  /// Why, and what else to know, each a phrase.
  public var reasons: [String]
  /// The documents that say so.
  public var citations: [Citation]

  /// The path without the names of members: what facts are found by.
  package var plainPath: String

  /// A key that no request of the provider's has: nothing can be said of it.
  package var isUnknown = false
}
