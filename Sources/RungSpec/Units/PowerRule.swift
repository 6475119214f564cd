/// Bits by the power of ¾: twice the pixels (or frames) take 2^¾ = 1.68 times the bits, because neighbors are alike.
///
/// LiveKit's server computes its layers this way, and encoding practice has used it since before H.264.
package enum PowerRule {
  /// ⌊top × (numerator ÷ denominator)^¾⌋, up to the maximum of a uint32. Each of the two is a product of its factors.
  ///
  /// b ≤ top × r^¾ where b⁴ ≤ top⁴ × r³: whole numbers throughout, so that no rounding of a logarithm decides.
  package static func scaled(_ top: UInt64, by numerator: [UInt64], over denominator: [UInt64]) -> Int {
    let right = WideNumber(product: repeated(top, 4) + numerator + numerator + numerator)
    let cubed = denominator + denominator + denominator
    var fits: UInt64 = 0
    var exceeds = UInt64(UInt32.max) + 1
    while exceeds - fits > 1 {
      let middle = (fits + exceeds) / 2
      if WideNumber(product: repeated(middle, 4) + cubed) <= right { fits = middle } else { exceeds = middle }
    }
    return Int(fits)
  }

  private static func repeated(_ factor: UInt64, _ count: Int) -> [UInt64] { Array(repeating: factor, count: count) }
}

/// A natural number of any size: no more than products and their comparison need.
private struct WideNumber: Comparable {
  /// Least significant first, the last one not zero.
  private var words: [UInt64] = [1]

  init(product factors: [UInt64]) {
    for factor in factors {
      var carry: UInt64 = 0
      for index in words.indices {
        let (high, low) = words[index].multipliedFullWidth(by: factor)
        let (sum, overflow) = low.addingReportingOverflow(carry)
        words[index] = sum
        // high is at most 2⁶⁴ − 2, so that one more fits.
        carry = high + (overflow ? 1 : 0)
      }
      if carry > 0 { words.append(carry) }
      while words.last == 0 { words.removeLast() }
    }
  }

  static func < (left: WideNumber, right: WideNumber) -> Bool {
    if left.words.count != right.words.count { return left.words.count < right.words.count }
    for (a, b) in zip(left.words.reversed(), right.words.reversed()) where a != b { return a < b }
    return false
  }
}
