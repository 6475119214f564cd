internal import RungSource

/// What becomes of a value when somebody wants another one later.
package enum Changeability: Sendable, Hashable {
  /// Another value means deleting what was made, and making another.
  case createOnly
  case patchable(by: Door)
  /// Nothing is stored: the value says what the request is about.
  case selects
  /// No document says.
  case undocumented

  /// The request that a change goes through.
  package enum Door: Sendable, Hashable {
    /// One of the provider's ``Provider/requests``.
    case kind(String)
    /// One that no plan holds, with method and path.
    case unplanned(String)
  }
}
