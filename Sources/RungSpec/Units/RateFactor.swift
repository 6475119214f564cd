/// A constant rate factor. Encoders work with fractions of it: x264 and x265 take any, lower is better and larger.
package struct RateFactor: Sendable, Hashable, Comparable {
  package let value: Rational

  package init(_ value: Rational) { self.value = value }

  package static func < (left: RateFactor, right: RateFactor) -> Bool { left.value < right.value }

  /// `23`, `23.5`: at most three decimals are read.
  package var text: String { value.text }
  /// Nil for a fraction.
  package var whole: Int? { value.whole }
}

extension RateFactor: CustomStringConvertible {
  package var description: String { text }
}
