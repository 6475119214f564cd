/// The text of a scalar and whether its form lets it be anything but text.
public struct Scalar: Sendable, Hashable {
  /// How it was written: that decides what it means.
  public enum Style: Sendable, Hashable {
    /// Unquoted YAML, or a JSON number, `true`, `false` or `null`: the YAML 1.2 core schema says what it is.
    case plain
    /// In quotes: always text.
    case quoted
    /// A YAML block scalar (`|` or `>`): always text, and its span holds more than its text.
    case block
  }

  /// What it means, by the core schema of YAML 1.2: a plain `on` is a string.
  public enum Kind: Sendable, Hashable {
    /// `null`, `~`, or nothing at all.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number.
    case integer
    /// A number with a fraction or an exponent, an infinity, or `.nan`.
    case decimal
    /// Text.
    case string
  }

  /// Without quotes, and with escapes resolved.
  public let text: String
  /// Plain scalars may be numbers; quoted ones are strings.
  public let style: Style

  /// A value made by hand.
  public init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }

  /// Its type by the YAML 1.2 core schema (yaml.org/spec/1.2.2, section 10.3.2). JSON's literals are a subset.
  public var type: Kind {
    guard style == .plain else { return .string }
    var text = self.text
    return text.withUTF8 { Self.coreType($0) }
  }

  private static func coreType(_ bytes: UnsafeBufferPointer<UInt8>) -> Kind {
    guard let first = bytes.first else { return .null }
    switch first {
    case UInt8(ascii: "~"):
      return bytes.count == 1 ? .null : .string
    case UInt8(ascii: "n"), UInt8(ascii: "N"):
      return oneOf(bytes, "null", "Null", "NULL") ? .null : .string
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      return oneOf(bytes, "true", "True", "TRUE") ? .bool(true) : .string
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      return oneOf(bytes, "false", "False", "FALSE") ? .bool(false) : .string
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return numberType(bytes)
    default:
      return .string
    }
  }

  private static func oneOf(_ bytes: UnsafeBufferPointer<UInt8>, _ words: StaticString...) -> Bool {
    for word in words where bytes.count == word.utf8CodeUnitCount {
      if bytes.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)) { return true }
    }
    return false
  }

  private static func numberType(_ bytes: UnsafeBufferPointer<UInt8>) -> Kind {
    var index = 0
    let count = bytes.count
    func digits() -> Int {
      let start = index
      while index < count, bytes[index] &- 0x30 < 10 { index += 1 }
      return index - start
    }
    if count > 2, bytes[0] == 0x30, bytes[1] == UInt8(ascii: "x") || bytes[1] == UInt8(ascii: "o") {
      let hex = bytes[1] == UInt8(ascii: "x")
      let allDigits = bytes.dropFirst(2).allSatisfy {
        hex ? ($0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6) : $0 &- 0x30 < 8
      }
      return allDigits ? .integer : .string
    }
    if bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-") { index = 1 }
    if index < count, bytes[index] == UInt8(ascii: ".") {
      let rest = UnsafeBufferPointer(rebasing: bytes[(index + 1)...])
      if oneOf(rest, "inf", "Inf", "INF") { return .decimal }
      if index == 0, oneOf(rest, "nan", "NaN", "NAN") { return .decimal }
    }
    let whole = digits()
    if index == count { return whole > 0 ? .integer : .string }
    var fraction = 0
    if bytes[index] == UInt8(ascii: ".") {
      index += 1
      fraction = digits()
    }
    guard whole + fraction > 0 else { return .string }
    if index < count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      guard digits() > 0 else { return .string }
    }
    return index == count ? .decimal : .string
  }
}
