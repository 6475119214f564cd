/// Frames per second, exact: 29.97 means 30000/1001.
public struct FrameRate: UnitValue, Comparable {
  /// Frames per second, exact: 30000/1001 for 29.97.
  public let value: Rational

  /// - Parameter value: frames per second.
  public init(_ value: Rational) { self.value = value }

  /// - Parameter whole: frames per second.
  public init(_ whole: Int) {
    value = Rational(whole)
  }

  public static let noun = "a frame rate"
  public static let examples = ["25", "29.97", "30000/1001"]
  public static let pattern = #"^([0-9]+\.?[0-9]*|\.[0-9]+)(/[0-9]+)?( *fps)?$"#

  public static func < (left: FrameRate, right: FrameRate) -> Bool { left.value < right.value }

  /// Its usual name, a decimal for NTSC rates. It reads as the same rate.
  public var text: String {
    if let known = Self.ntsc.first(where: { $0.rate == value }) { return known.name }
    let text = value.text
    if case .value(let read) = Self.parse(text), read == self { return text }
    return "\(value.numerator)/\(value.denominator)"
  }

  /// 1000/1001 of whole rates: introduced with color in NTSC (SMPTE 170M), and kept by every digital rate of that family.
  private static let ntsc: [(whole: Int, rate: Rational, name: String)] = [12, 15, 24, 30, 48, 60, 120, 240].compactMap { whole in
    guard let rate = Rational(Int64(whole) * 1000, 1001), let name = Rational(Int64(whole) * 999, 1000) else { return nil }
    return (whole, rate, name.text)
  }

  private static let words: UnitWords = [
    ("", ["p", "hz", "f/s", "frame/s", "frames/s", "frames/sec", "frames", "frames per second", "frames a second", "fps"])
  ]
  private static let names = ["ntsc": "30000/1001", "pal": "25", "film": "24", "ntsc-film": "24000/1001"]

  public static func parse(_ text: String) -> UnitParse<FrameRate> {
    let whole = text
    var text = text
    if text.hasSuffix("fps") { text = String(text.dropLast(3)).trimmingBlanks }
    if let slash = text.firstIndex(of: "/") {
      guard let top = Rational(decimal: text[..<slash])?.whole, let bottom = Rational(decimal: text[text.index(after: slash)...])?.whole,
        let value = Rational(Int64(top), Int64(bottom)), value.isPositive
      else { return malformed(whole, like: fraction(text)) }
      return taken(value, text)
    }
    if let known = named(text) {
      return .remarked(
        FrameRate(known), "\(text) means \(known.numerator)/\(known.denominator) fps, an NTSC rate")
    }
    guard let value = Rational(decimal: text), value.isPositive else { return malformed(whole, like: names[text.lowercased()] ?? fraction(text)) }
    return taken(value, text)
  }

  /// The NTSC rate that a decimal of two places or more is, rounded to these places: 23.98, 23.976, 23.9760. More than nine
  /// places are ignored.
  private static func named(_ text: String) -> Rational? {
    guard let point = text.firstIndex(of: ".") else { return nil }
    let decimals = text[text.index(after: point)...].prefix(9)
    guard decimals.utf8.count >= 2, let value = Rational(decimal: text[..<decimals.endIndex]) else { return nil }
    var scale = Rational(1)
    for _ in decimals.utf8 { scale = scale.times(Rational(10)) ?? scale }
    guard let scaled = value.times(scale)?.whole else { return nil }
    return ntsc.first { $0.rate.times(scale)?.rounded == scaled }?.rate
  }

  /// 29.98 is close to 29.97 and to 30, and one of them is probably meant.
  private static func taken(_ value: Rational, _ text: String) -> UnitParse<FrameRate> {
    guard value.whole == nil,
      let near = ntsc.first(where: { rate in
        guard rate.rate != value, let tolerance = Rational(Int64(Swift.max(50, rate.whole)), 500) else { return false }
        guard let below = Rational(rate.whole).minus(tolerance), let above = Rational(rate.whole).plus(tolerance) else { return false }
        return below <= value && value <= above
      }), !ntsc.contains(where: { $0.rate == value })
    else { return .value(FrameRate(value)) }
    return .doubtful(
      FrameRate(value),
      UnitFault(
        .malformed, "is neither \(near.whole) nor the NTSC rate \(near.rate.text); it is read as \(value.numerator)/\(value.denominator) fps",
        write: [near.rate.text, "\(near.whole)"]))
  }

  private static func malformed(_ text: String, like other: String?) -> UnitParse<FrameRate> {
    if let other { return .fault(UnitFault(.malformed, "is not \(noun)", write: [other])) }
    // 50i: fifty fields, which are 25 frames; 25i: the frames.
    if text.last == "i", let count = Rational(decimal: text.dropLast()), count.isPositive, let half = count.divided(by: Rational(2)) {
      let frames = count < Rational(48) ? count : half
      return .fault(UnitFault(.malformed, "is interlaced; a frame rate is in whole frames", write: [FrameRate(frames).text]))
    }
    return malformed(text, words)
  }

  /// `30/1.001`, `30000:1001`, `30000 / 1001`.
  private static func fraction(_ text: String) -> String? {
    let parts = text.split { "/: ".contains($0) }
    guard parts.count == 2, text.contains(where: { "/:".contains($0) }), let top = Rational(decimal: parts[0]), let bottom = Rational(decimal: parts[1]),
      bottom.isPositive, let value = top.divided(by: bottom), value.isPositive
    else { return nil }
    return "\(value.numerator)/\(value.denominator)"
  }
}

extension String {
  var trimmingBlanks: String {
    var text = Substring(self)
    while text.last == " " { text = text.dropLast() }
    return String(text.drop { $0 == " " })
  }
}
