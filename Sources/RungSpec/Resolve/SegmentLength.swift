internal import RungSource

/// The segment duration: as set, or the fewest whole GOPs that last six seconds.
package enum SegmentLength {
  /// Apple HLS Authoring Specification (2025-05), 7.5: target durations should be 6 seconds.
  package static let usual = Rational(6)

  /// - Parameter renditions: the first with a keyframe interval decides where no duration is set.
  package static func of(_ stated: Seconds?, _ renditions: [Rendition]) -> Seconds {
    if let stated { return stated }
    guard let interval = renditions.lazy.compactMap({ $0.keyframeInterval?.value.value }).first, interval.isPositive,
      let count = usual.divided(by: interval)?.roundedUp, let whole = interval.times(Rational(count))
    else { return Seconds(usual) }
    return Seconds(whole)
  }
}

extension Seconds {
  /// Seconds with at most six decimals, as tools accept them; a fraction that needs more is rounded down.
  package var decimal: String {
    if let whole = value.whole { return "\(whole)" }
    guard let millionths = value.times(Rational(1_000_000)) else { return value.text }
    let down = Rational(millionths.numerator / millionths.denominator, 1_000_000)
    return down?.text ?? value.text
  }
}
