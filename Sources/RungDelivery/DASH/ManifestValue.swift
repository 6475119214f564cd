internal import RungSpec

/// Values of attributes, by the types of the manifest's schema.
enum ManifestValue {
  /// `xs:unsignedLong` below 2⁶³, and the types with fewer bits.
  static func integer(_ text: String) -> Int64? {
    let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
    return digits.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int64(digits) : nil
  }

  static func positive(_ text: String) -> Int64? { integer(text).flatMap { $0 > 0 ? $0 : nil } }

  /// `xs:integer` of 64 bits.
  static func signed(_ text: String) -> Int64? { text.hasPrefix("-") ? integer(String(text.dropFirst())).map { -$0 } : integer(text) }

  static func boolean(_ text: String) -> Bool? {
    switch text {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }

  /// A boolean, or the number of a group, of which every one above 0 is true.
  static func conditional(_ text: String) -> Bool? { boolean(text) ?? integer(text).map { $0 > 0 } }

  /// `30` or `30000/1001`.
  static func frameRate(_ text: String) -> FrameRate? { fraction(text, "/", isWhole: true).map(FrameRate.init) }

  /// `16:9`.
  static func ratio(_ text: String) -> Rational? { fraction(text, ":", isWhole: false) }

  private static func fraction(_ text: String, _ mark: Character, isWhole: Bool) -> Rational? {
    let parts = text.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false).map { positive(String($0)) }
    guard let top = parts[0] else { return nil }
    guard parts.count == 2 else { return isWhole ? Rational(top, 1) : nil }
    return parts[1].flatMap { Rational(top, $0) }
  }

  /// `xs:duration` that is not negative: `PT1M0.5S`, `P1DT2H`. Years and months have no fixed length, and must be 0.
  static func duration(_ text: String) -> Seconds? {
    guard text.hasPrefix("P") else { return nil }
    var rest = text.utf8.dropFirst()
    var total = Rational.zero
    // Each unit once, in this order; T is before the units of time.
    var units: [(letter: UInt8, factor: Int)] = [(0x59, 0), (0x4D, 0), (0x44, 86_400)]
    var isTime = false
    var count = 0
    while let first = rest.first {
      if first == UInt8(ascii: "T"), !isTime {
        rest = rest.dropFirst()
        (isTime, units) = (true, [(0x48, 3600), (0x4D, 60), (0x53, 1)])
        guard !rest.isEmpty else { return nil }
        continue
      }
      let number = rest.prefix { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }
      rest = rest[number.endIndex...]
      guard let amount = decimal(Substring(number)), let letter = rest.popFirst(), let unit = units.firstIndex(where: { $0.letter == letter }) else { return nil }
      let factor = units[unit].factor
      // Only seconds have a fraction.
      guard factor > 0 || amount == .zero, factor == 1 || !number.contains(UInt8(ascii: ".")), let part = amount.times(Rational(factor)),
        let sum = total.plus(part)
      else { return nil }
      total = sum
      count += 1
      units.removeFirst(unit + 1)
    }
    return count > 0 ? Seconds(total) : nil
  }

  /// Zeros at the end of a fraction are no digits that have to fit.
  private static func decimal(_ text: Substring) -> Rational? {
    guard text.contains("."), text.last == "0" else { return Rational(decimal: text) }
    var short = text
    while short.last == "0" { short = short.dropLast() }
    return short.last == "." ? Rational(decimal: short.dropLast()) : Rational(decimal: short)
  }
}
