

/// Why a text is no such quantity.
public struct UnitFault: Sendable {
  /// What is wrong with the text.
  public enum Kind: Sendable {
    /// A bare number where a unit decides what it means.
    case unitMissing
    case malformed
  }
  /// What is wrong with the text.
  public let kind: Kind
  /// Goes behind the quoted text: "has no unit".
  public let message: String
  /// What to write, for a person.
  public let help: String
  /// A text to put there instead; with several the author chooses.
  public let replacements: [String]

  init(_ kind: Kind, _ message: String, help: String, replacements: [String] = []) {
    self.kind = kind
    self.message = message
    self.help = help
    self.replacements = replacements
  }

  /// One that says which texts were probably meant.
  init(_ kind: Kind, _ message: String, write replacements: [String]) {
    self.init(kind, message, help: "write \(oneOf(replacements))", replacements: replacements)
  }
}
