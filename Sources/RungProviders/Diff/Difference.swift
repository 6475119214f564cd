public import RungSource

/// One value that differs between two versions of a request, and what is needed to change it.
public struct Difference: Sendable {
  /// The value in one version.
  public struct Value: Sendable {
    package var node: Node
    /// Its place is its origin: a value of a spec, or a member of a body.
    public var value: BodyValue { BodyValue(node) }
    /// In the body of that version, as a JSON Pointer (RFC 6901); nil for a value in a URL, and for a default.
    public var pointer: String?
    /// Not written: a default from the provider's documents.
    public var isDefault: Bool
  }

  /// The name of the request whose body or URL has the value: `create`, `live-event`.
  public var request: RequestKindID
  /// The path to it: `ladder.video[720p].gop`. Members of lists have their names where they have one. A placeholder in the URL
  /// is `{event_name}`.
  public var path: String
  /// Nil when this version does not have it.
  public var old: Value?
  /// Nil when this version does not have it.
  public var new: Value?
  /// It is a credential and must not be shown.
  public var isSecret: Bool
  /// What is needed to change the value from the old version to the new.
  public var effect: ChangeEffect
  /// The request that makes the change, where there is one: `update`, `PATCH …/media/liveEvents/{event_name}`.
  public var by: String?
  /// Reasons and remarks, each a phrase.
  public var reasons: [String]
  /// The sources.
  public var citations: [Citation]

  /// The path without the names of members, for the lookup of facts.
  package var plainPath: String

  /// A key that no request of the provider has: nothing is known about it.
  package var isUnknown = false
}
