

/// Why a text is not a quantity of its kind.
public struct UnitFault: Sendable {
  /// What is wrong with the text.
  public enum Kind: Sendable {
    /// A bare number where a unit is required.
    case unitMissing
    /// Anything else: no such number, or no such unit.
    case malformed
  }
  /// What is wrong with the text.
  public let kind: Kind
  /// Follows the quoted text: "has no unit".
  public let message: String
  /// What to write, for a person.
  public let help: String
  /// A text to replace it; with several the author chooses.
  public let replacements: [String]
  /// Whether the replacement is the same quantity in a form that is read.
  let isSpelling: Bool

  init(_ kind: Kind, _ message: String, help: String, replacements: [String] = [], isSpelling: Bool = false) {
    (self.kind, self.message, self.help, self.replacements, self.isSpelling) = (kind, message, help, replacements, isSpelling)
  }

  /// One with the texts that were probably meant.
  init(_ kind: Kind, _ message: String, write replacements: [String], isSpelling: Bool = false) {
    self.init(kind, message, help: "write \(oneOf(replacements))", replacements: replacements, isSpelling: isSpelling)
  }
}
