/// Places on a logarithmic axis, in whole numbers: the same on every machine.
struct LogScale {
  private let low: Int
  private let high: Int
  /// Where the two ends are drawn, in tenths of a unit.
  private let from: Int
  private let to: Int

  /// - Parameters:
  ///   - values: the ends of the axis; both at least 1, the second above the first.
  ///   - from: where the first is drawn, in units.
  init(_ values: (low: Int64, high: Int64), from: Int, to: Int) {
    low = Self.log2(values.low)
    high = Swift.max(Self.log2(values.high), low + 1)
    (self.from, self.to) = (from * 10, to * 10)
  }

  /// In tenths of a unit.
  func place(_ value: Int64) -> Int { from + (to - from) * (Self.log2(value) - low) / (high - low) }

  /// The binary logarithm in steps of 2⁻¹⁶, rounded down; of 1 for what is below 1.
  static func log2(_ value: Int64) -> Int {
    let value = UInt64(Swift.max(1, value))
    let whole = 63 - value.leadingZeroBitCount
    // Squaring a number between 1 and 2 yields the next bit of its logarithm.
    var mantissa = whole >= 31 ? value >> UInt64(whole - 31) : value << UInt64(31 - whole)
    var result = whole
    for _ in 0..<16 {
      mantissa = (mantissa * mantissa) >> 31
      result <<= 1
      if mantissa >= 1 << 32 {
        result += 1
        mantissa >>= 1
      }
    }
    return result
  }
}
