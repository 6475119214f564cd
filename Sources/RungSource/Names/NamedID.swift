/// The name of something that Rung knows. A type for each kind, so that a rule cannot be handed on where a target is meant.
///
/// Equal by the bytes of the text; an unknown name is a value as well: the function that takes it reports that it is unknown.
public protocol NamedID: RawRepresentable<String>, ExpressibleByStringLiteral, Hashable, Comparable, Sendable, CustomStringConvertible
where StringLiteralType == String {
  /// - Parameter rawValue: as it is written in specs, on the command line and in JSON.
  init(rawValue: String)
}

extension NamedID {
  /// The name as it is written.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// The name as it is written.
  public var description: String { rawValue }

  /// By the text.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
