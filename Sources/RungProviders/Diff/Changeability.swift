/// How a value can be changed later.
package enum Changeability: Sendable, Hashable {
  /// Another value requires deleting the resource and creating it again.
  case createOnly
  case patchable(by: Door)
  /// Nothing is stored: the value selects the resource of the request.
  case selects
  /// Not documented.
  case undocumented

  /// The request that makes a change.
  package enum Door: Sendable, Hashable {
    /// One of the provider's ``Provider/requests``.
    case kind(String)
    /// One that no plan contains, with method and path.
    case unplanned(String)
  }
}
