/// A resolution as a rendition states it: both sides, or one that the other follows in the source's aspect ratio.
package enum RequestedResolution: UnitValue {
  case exact(Resolution)
  /// In pixels; the width follows.
  case height(Int)
  /// In pixels; the height follows.
  case width(Int)

  package static let noun = Resolution.noun
  package static let examples = Resolution.examples + ["?x720"]
  package static let pattern = #"^([1-9][0-9]{0,4}x[1-9][0-9]{0,4}|\?x[1-9][0-9]{0,4}|[1-9][0-9]{0,4}x\?)$"#

  /// `1280x720`, `?x720`, `1280x?`.
  package var text: String {
    switch self {
    case .exact(let size): size.text
    case .height(let height): "?x\(height)"
    case .width(let width): "\(width)x?"
    }
  }

  package static func parse(_ text: String) -> UnitParse<RequestedResolution> {
    if text.hasPrefix("?x"), let height = Resolution.side(text.dropFirst(2)) { return .value(.height(height)) }
    if text.hasSuffix("x?"), let width = Resolution.side(text.dropLast(2)) { return .value(.width(width)) }
    return Resolution.parse(text).map { .exact($0) }
  }

  /// Both sides for a source of this aspect ratio: the one that follows is the nearest even number, as 4:2:0 video needs it. Nil
  /// where it would be above every codec's largest.
  package func resolved(for aspect: Rational) -> Resolution? {
    let size: Resolution?
    switch self {
    case .exact(let exact): size = exact
    case .height(let height): size = Self.even(Rational(height).times(aspect)).map { Resolution(width: $0, height: height) }
    case .width(let width): size = Self.even(Rational(width).divided(by: aspect)).map { Resolution(width: width, height: $0) }
    }
    return size.flatMap { Resolution.sides.contains($0.width) && Resolution.sides.contains($0.height) ? $0 : nil }
  }

  private static func even(_ side: Rational?) -> Int? {
    side?.divided(by: Rational(2))?.rounded.map { Swift.max(2, $0 * 2) }
  }
}
