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
    // Most have both sides.
    let exact = Resolution.parse(text)
    if case .value(let size) = exact { return .value(.exact(size)) }
    if text.hasPrefix("?x"), let height = Resolution.side(text.dropFirst(2)) { return .value(.height(height)) }
    if text.hasSuffix("x?"), let width = Resolution.side(text.dropLast(2)) { return .value(.width(width)) }
    if let meant = meant(by: text.lowercased()) {
      // Where YAML is written in braces a question mark at the beginning stands for a key.
      let written = meant.text.hasPrefix("?") ? "\"\(meant.text)\"" : meant.text
      return .fault(UnitFault(.malformed, "has one side in another form", help: "write `\(written)`", replacements: [written], isSpelling: true))
    }
    return exact.map { .exact($0) }
  }

  /// `x720`, `?x720p`, `-2:720` as FFmpeg has it, `*x720`: the other side is left open as well.
  private static func meant(by text: String) -> RequestedResolution? {
    let plain = text.filter { !$0.isWhitespace }
    guard let separator = plain.firstIndex(where: { $0 == "x" || $0 == ":" || $0 == "×" }) else { return nil }
    func isOpen(_ side: Substring) -> Bool { ["", "?", "*", "-1", "-2", "auto", "any"].contains(side) }
    let (left, right) = (plain[..<separator], plain[plain.index(after: separator)...])
    let lines = right.hasSuffix("p") ? right.dropLast() : right
    if isOpen(left), let height = Resolution.side(lines) { return .height(height) }
    if isOpen(right), let width = Resolution.side(left) { return .width(width) }
    return nil
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
