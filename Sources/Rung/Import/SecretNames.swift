/// The variables of the secrets that one run has given names: one secret has one name, and two secrets have two, in whichever of its
/// files they are. Hand the same one on from import to import.
public struct SecretNames: Sendable {
  /// Values by variable.
  var values: [String: String] = [:]

  /// No name yet.
  public init() {}
}
