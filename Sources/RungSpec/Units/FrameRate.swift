/// Frames per second, exact: 29.97 is a name for 30000/1001.
public struct FrameRate: UnitValue, Comparable {
  public let value: Rational

  public init(_ value: Rational) {
    self.value = value
  }

  public init(_ whole: Int) {
    value = Rational(whole)
  }

  public static let noun = "a frame rate"
  public static let examples = ["25", "29.97", "30000/1001"]
  public static let pattern = #"^([0-9]+\.?[0-9]*|\.[0-9]+)(/[0-9]+)?( *fps)?$"#

  public static func < (left: FrameRate, right: FrameRate) -> Bool { left.value < right.value }

  /// What people call it: the NTSC rates by their decimal names.
  public var text: String { Self.names.first { $0.rate == value }?.name ?? value.text }

  private static let names: [(name: String, rate: Rational)] = [
    ("23.976", 24000), ("29.97", 30000), ("47.952", 48000), ("59.94", 60000), ("119.88", 120_000), ("14.985", 15000),
  ].compactMap { name, top in Rational(Int64(top), 1001).map { (name, $0) } }

  public static func parse(_ text: String) -> UnitParse<FrameRate> {
    var text = text
    if text.hasSuffix("fps") { text = String(text.dropLast(3)).trimmingBlanks }
    if let slash = text.firstIndex(of: "/") {
      guard let top = Rational(decimal: text[..<slash])?.whole, let bottom = Rational(decimal: text[text.index(after: slash)...])?.whole,
        let value = Rational(Int64(top), Int64(bottom)), value.isPositive
      else { return malformed(text) }
      return .value(FrameRate(value))
    }
    let name = text == "23.98" ? "23.976" : text
    if let known = names.first(where: { $0.name == name }) {
      return .remarked(
        FrameRate(known.rate), "\(text) means \(known.rate.numerator)/\(known.rate.denominator) frames per second, the NTSC rate")
    }
    guard let value = Rational(decimal: text), value.isPositive else { return malformed(text) }
    return .value(FrameRate(value))
  }
}

extension String {
  var trimmingBlanks: String {
    var text = Substring(self)
    while text.last == " " { text = text.dropLast() }
    return String(text.drop { $0 == " " })
  }
}
