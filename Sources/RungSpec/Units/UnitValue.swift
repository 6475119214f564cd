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

  /// `1_000k`: a habit of YAML 1.1 and of programmers. The same text without them.
  static func withoutSeparators(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "_")) || text.utf8.contains(UInt8(ascii: ",")) else { return nil }
    let plain = text.filter { $0 != "_" && $0 != "," }
    return NumberWithUnit(plain) == nil ? nil : plain
  }
}

extension UnitValue {
  static func malformed(_ text: String) -> UnitParse<Self> {
    let list = examples.map { "`\($0)`" }.joined(separator: ", ")
    let plain = NumberWithUnit.withoutSeparators(text)
    return .fault(
      UnitFault(
        .malformed, "is not \(noun)", help: plain == nil ? "write for example \(list)" : "write digits without separators",
        replacements: plain.map { [$0] } ?? []))
  }
}
