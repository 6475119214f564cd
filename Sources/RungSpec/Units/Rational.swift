/// An exact fraction of two 64-bit integers, always in lowest terms with a positive denominator.
///
/// Arithmetic that would not fit gives nil: nothing is rounded, nothing traps.
public struct Rational: Hashable, Sendable, Comparable {
  /// Negative for a negative number.
  public let numerator: Int64
  /// At least 1.
  public let denominator: Int64

  /// The lowest number of 64 bits has no negative, and counts as the one above it.
  public init(_ whole: Int) {
    numerator = Swift.max(Int64(whole), -Int64.max)
    denominator = 1
  }

  /// Nil for a denominator of 0, and for the lowest number of 64 bits, which has no negative.
  public init?(_ numerator: Int64, _ denominator: Int64) {
    if denominator == 1, numerator != .min {
      self.numerator = numerator
      self.denominator = 1
      return
    }
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Self.gcd(numerator.magnitude, denominator.magnitude)
    let sign: Int64 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int64(divisor)
    self.denominator = sign * denominator / Int64(divisor)
  }

  /// Digits with at most one point, digits on both sides of it: `29.97`, `2`, `0.5`. Nil for anything else and for more
  /// digits than fit.
  public init?(decimal text: some StringProtocol) {
    var copy = String(text)
    guard let value = copy.withUTF8({ Rational(decimal: $0) }) else { return nil }
    self = value
  }

  init?(decimal bytes: UnsafeBufferPointer<UInt8>) {
    var digits: Int64 = 0
    var scale: Int64 = 1
    var point = false
    var count = 0
    for byte in bytes {
      if byte == UInt8(ascii: "."), !point {
        point = true
        continue
      }
      guard byte &- 0x30 < 10 else { return nil }
      count += 1
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      let (sum, overflowed) = product.addingReportingOverflow(Int64(byte - 0x30))
      guard !overflow, !overflowed else { return nil }
      digits = sum
      if point {
        let (next, overflow) = scale.multipliedReportingOverflow(by: 10)
        guard !overflow else { return nil }
        scale = next
      }
    }
    guard count > 0, bytes.first != UInt8(ascii: "."), !point || scale > 1 else { return nil }
    self.init(digits, scale)
  }

  /// 0/1.
  public static let zero = Rational(0)

  /// The integer that it is; nil when it is none.
  public var whole: Int? { denominator == 1 ? Int(exactly: numerator) : nil }

  /// Above zero.
  public var isPositive: Bool { numerator > 0 }

  /// For showing and for comparing with measured values only.
  public var approximation: Double { Double(numerator) / Double(denominator) }

  public static func < (left: Rational, right: Rational) -> Bool {
    let a = left.numerator.multipliedFullWidth(by: right.denominator)
    let b = right.numerator.multipliedFullWidth(by: left.denominator)
    return (a.high, a.low) < (b.high, b.low)
  }

  /// Nil when it does not fit.
  public func times(_ other: Rational) -> Rational? {
    if denominator == 1, other.denominator == 1 {
      let (product, overflow) = numerator.multipliedReportingOverflow(by: other.numerator)
      return overflow ? nil : Rational(product, 1)
    }
    guard let a = Rational(numerator, other.denominator), let b = Rational(other.numerator, denominator) else { return nil }
    let (top, overTop) = a.numerator.multipliedReportingOverflow(by: b.numerator)
    let (bottom, overBottom) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    return overTop || overBottom ? nil : Rational(top, bottom)
  }

  /// Nil when it does not fit, and for a division by zero.
  public func divided(by other: Rational) -> Rational? {
    guard let inverse = Rational(other.denominator, other.numerator) else { return nil }
    return times(inverse)
  }

  /// Nil when it does not fit.
  public func plus(_ other: Rational) -> Rational? {
    let (left, a) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, b) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (top, c) = left.addingReportingOverflow(right)
    let (bottom, d) = denominator.multipliedReportingOverflow(by: other.denominator)
    return a || b || c || d ? nil : Rational(top, bottom)
  }

  /// Nil when it does not fit.
  public func minus(_ other: Rational) -> Rational? {
    guard let negative = Rational(-other.numerator, other.denominator) else { return nil }
    return plus(negative)
  }

  /// How far apart two numbers are; the largest number when that does not fit.
  package func distance(to other: Rational) -> Rational { (other > self ? other.minus(self) : minus(other)) ?? Rational(.max) }

  /// The nearest integer, halves up; nil below zero.
  public var rounded: Int? {
    guard numerator >= 0 else { return nil }
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return Int(exactly: remainder >= denominator - remainder ? quotient + 1 : quotient)
  }

  /// The smallest integer that is not below it; nil below zero.
  package var roundedUp: Int? {
    guard numerator >= 0 else { return nil }
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return Int(exactly: remainder == 0 ? quotient : quotient + 1)
  }

  /// `25`, `2.002`, or `30000/1001` where no short decimal is exact.
  public var text: String {
    if denominator == 1 { return String(numerator) }
    var scale: Int64 = 1
    for places in 1...6 {
      scale *= 10
      guard scale % denominator == 0 else { continue }
      let (scaled, overflow) = numerator.magnitude.multipliedReportingOverflow(by: UInt64(scale / denominator))
      if overflow { break }
      let (whole, fraction) = scaled.quotientAndRemainder(dividingBy: UInt64(scale))
      let digits = String(fraction)
      let padding = String(repeating: "0", count: places - digits.utf8.count)
      return "\(numerator < 0 ? "-" : "")\(whole).\(padding)\(digits)"
    }
    return "\(numerator)/\(denominator)"
  }

  /// At most three decimals, for prose; the caller says that it is rounded.
  package var roundedText: String {
    guard let thousandths = times(Rational(1000))?.rounded, let value = Rational(Int64(thousandths), 1000) else { return text }
    return value.text
  }

  private static func gcd(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a == 0 ? 1 : a
  }
}
