/// A quantity whose unit stands in its text. Parsing is exact: no floating point, no truncation.
public protocol UnitValue: Sendable, Hashable {
  /// With its article: "a bitrate".
  static var noun: String { get }
  /// Forms to show to somebody who wrote something else.
  static var examples: [String] { get }
  /// A regular expression (ECMA-262) of the accepted forms, for the JSON Schema. It may accept more than `parse`.
  static var pattern: String { get }

  static func parse(_ text: String) -> UnitParse<Self>

  /// The form that Rung itself would write.
  var text: String { get }
}

public enum UnitParse<Value: Sendable>: Sendable {
  case value(Value)
  /// Read, with something to say about how.
  case remarked(Value, String)
  /// Read as it stands, though something else was probably meant: the fault says what.
  case doubtful(Value, UnitFault)
  case fault(UnitFault)
}

/// Why a text is no such quantity.
public struct UnitFault: Sendable {
  public enum Kind: Sendable {
    /// A bare number where a unit decides what it means.
    case unitMissing
    case malformed
  }
  public let kind: Kind
  /// Goes behind the quoted text: "has no unit".
  public let message: String
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

/// A number and the letters behind it.
struct NumberWithUnit {
  private let text: String
  /// Bytes of the number.
  private let length: Int
  let number: Rational
  let unit: String

  /// The number as it was written.
  var digits: String { String(text.utf8.prefix(length)) ?? "" }
  /// Bits for bytes.
  var eightfold: String { number.times(Rational(8))?.text ?? digits }

  /// `3000k`, `3.5 Mbps`, `2s`: one number, optional blanks, the rest. Nil when no number leads.
  init?(_ text: String) {
    var copy = text
    let parts = copy.withUTF8 { bytes -> (length: Int, number: Rational, unit: String)? in
      var end = 0
      while end < bytes.count, bytes[end] &- 0x30 < 10 || bytes[end] == UInt8(ascii: ".") { end += 1 }
      guard let number = Rational(decimal: UnsafeBufferPointer(rebasing: bytes[..<end])) else { return nil }
      var start = end
      while start < bytes.count, bytes[start] == 0x20 { start += 1 }
      return (end, number, String(decoding: UnsafeBufferPointer(rebasing: bytes[start...]), as: UTF8.self))
    }
    guard let parts else { return nil }
    self.text = text
    (length, number, unit) = parts
  }
}
