/// Binary logarithms in whole numbers of 2⁻¹⁶: the same on every machine.
package enum BinaryLogarithm {
  /// Rounded down; 0 for what is below 1.
  package static func of(_ value: Int64) -> Int {
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

  /// The least number with this logarithm, or with the next one where no number has it; at most 2⁶².
  package static func number(_ logarithm: Int) -> Int64 {
    var below: Int64 = 0
    var found: Int64 = 1 << 62
    while found - below > 1 {
      let middle = below + (found - below) / 2
      if of(middle) < logarithm { below = middle } else { found = middle }
    }
    return found
  }
}
