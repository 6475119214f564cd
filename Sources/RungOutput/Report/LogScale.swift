internal import RungSpec

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
    low = BinaryLogarithm.of(values.low)
    high = Swift.max(BinaryLogarithm.of(values.high), low + 1)
    (self.from, self.to) = (from * 10, to * 10)
  }

  /// In tenths of a unit.
  func place(_ value: Int64) -> Int { from + (to - from) * (BinaryLogarithm.of(value) - low) / (high - low) }
}
