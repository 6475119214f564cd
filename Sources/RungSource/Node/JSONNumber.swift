/// A number of the YAML 1.2 core schema (yaml.org/spec/1.2.2, section 10.3.2) in the form that JSON has for it: digit for
/// digit the value that its author wrote.
package enum JSONNumber: Hashable, Sendable {
  /// RFC 8259, section 6.
  case text(String)
  /// No JSON number carries the value. Why, as the end of a sentence: "is beyond …".
  case unwritable(String)

  /// - Returns: nil for anything but a number.
  package init?(_ scalar: Scalar) {
    switch scalar.type {
    case .integer: self = Self.integer(scalar.text)
    case .decimal: self = Self.decimal(scalar.text)
    case .null, .bool, .string: return nil
    }
  }

  /// JSON sets no limit, readers do: jansson and most others keep integers in 64 bits and refuse, or round, what is longer.
  private static func integer(_ text: String) -> JSONNumber {
    let radix = text.hasPrefix("0x") ? 16 : text.hasPrefix("0o") ? 8 : 10
    guard let value = Int64(radix == 10 ? text[...] : text.dropFirst(2), radix: radix) else {
      return .unwritable("exceeds the 64 bits that JSON readers use for integers")
    }
    return .text(String(value))
  }

  private static func decimal(_ text: String) -> JSONNumber {
    guard let value = Double(text), !text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "n") }) else {
      return .unwritable("cannot be written as a JSON number")
    }
    guard value.isFinite else { return .unwritable("exceeds the 64-bit floats that JSON readers use for decimals") }
    var rest = text.utf8[...]
    var result = ""
    if rest.first == UInt8(ascii: "-") { result = "-" }
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let whole = rest.prefix { $0 &- 0x30 < 10 }
    rest = rest.dropFirst(whole.count)
    let digits = whole.drop { $0 == UInt8(ascii: "0") }
    result += digits.isEmpty ? "0" : String(Substring(digits))
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      let fraction = rest.prefix { $0 &- 0x30 < 10 }
      rest = rest.dropFirst(fraction.count)
      result += "." + (fraction.isEmpty ? "0" : String(Substring(fraction)))
    }
    // What is left is an exponent, which JSON writes alike.
    return .text(result + String(Substring(rest)))
  }
}

extension Scalar {
  /// Whether two numbers have one value, however it is written; nil when one of them is not a number.
  package func isSameNumber(as other: Scalar) -> Bool? {
    guard let mine = JSONNumber(self), let its = JSONNumber(other) else { return nil }
    guard case .text(let left) = mine, case .text(let right) = its else { return text == other.text }
    return left == right || Digits(left) == Digits(right)
  }
}

/// A decimal as its significant digits and the power of ten of the last of them.
private struct Digits: Equatable {
  private var isNegative: Bool
  private var digits: [UInt8]
  private var exponent: Int

  /// - Parameter text: a JSON number.
  init(_ text: String) {
    let parts = text.utf8.split { $0 | 0x20 == UInt8(ascii: "e") }
    // An exponent of more digits than an `Int` holds leaves nothing but zero, for the value is finite.
    exponent = parts.count > 1 ? Int(Substring(parts[1])) ?? Int.min / 2 : 0
    isNegative = text.hasPrefix("-")
    let mantissa = parts[0].drop { $0 == UInt8(ascii: "-") }
    if let point = mantissa.firstIndex(of: UInt8(ascii: ".")) { exponent -= mantissa.distance(from: point, to: mantissa.endIndex) - 1 }
    digits = Array(mantissa.filter { $0 != UInt8(ascii: ".") }.drop { $0 == UInt8(ascii: "0") })
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
  }
}
