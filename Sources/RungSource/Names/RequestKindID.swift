/// The kind of a provider's request: `create`, `live-event`. Unique at one provider; the schema of its body is `<target>.<kind>`.
public struct RequestKindID: NamedID {
  /// As `rung providers NAME` lists it.
  public let rawValue: String

  /// - Parameter rawValue: as `rung providers NAME` lists it.
  public init(rawValue: String) { self.rawValue = rawValue }
}
