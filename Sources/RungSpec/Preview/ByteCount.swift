

/// A number of bytes, exact: bits divided by eight may be a fraction.
public struct ByteCount: Sendable, Hashable {
  /// Exact; not always whole.
  public let bytes: Rational

  /// Nil above 64 bits.
  package init?(_ rate: Bitrate, over time: Seconds) {
    guard let bits = Rational(rate.bitsPerSecond, 8), let bytes = bits.times(time.value) else { return nil }
    self.bytes = bytes
  }

  /// Whole bytes, rounded up.
  public var whole: Int? { bytes.roundedUp }

  /// `7.06 GB (6.575 GiB)`: 10⁹ and 2³⁰ bytes, at most three decimals.
  public var text: String {
    func count(_ unit: Int64) -> String? { Rational(unit, 1).flatMap { bytes.divided(by: $0) }?.roundedText }
    guard let decimal = count(1_000_000_000), let binary = count(1 << 30) else { return "\(bytes.text) bytes" }
    return "\(decimal) GB (\(binary) GiB)"
  }
}
