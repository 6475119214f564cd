/// Audio samples per second.
public struct SampleRate: UnitValue, Comparable {
  /// Samples per second and channel.
  public let hertz: Int

  /// - Parameter hertz: samples per second and channel.
  public init(hertz: Int) { self.hertz = hertz }

  public static let noun = "a sample rate"
  public static let examples = ["48 kHz", "44.1 kHz", "44100 Hz"]
  public static let pattern = #"^([0-9]+\.?[0-9]*|\.[0-9]+) *[kK]?[hH][zZ]$"#

  private static let words: UnitWords = [(" Hz", ["hz", "hertz"]), (" kHz", ["k", "khz", "kilohertz"])]

  public static func < (left: SampleRate, right: SampleRate) -> Bool { left.hertz < right.hertz }

  /// As in a spec: `48 kHz`.
  public var text: String {
    guard let kilo = Rational(Int64(hertz), 1000) else { return "\(hertz) Hz" }
    return hertz >= 1000 ? "\(kilo.text) kHz" : "\(hertz) Hz"
  }

  public static func parse(_ text: String) -> UnitParse<SampleRate> {
    guard let value = NumberWithUnit(text) else { return malformed(text, words) }
    let factor: Int
    switch value.unit {
    case "Hz", "hz": factor = 1
    case "kHz", "khz", "KHz": factor = 1000
    case "":
      return fault(.unitMissing, "has no unit", write: (value.digits + ((value.number.whole ?? 0) >= 1000 ? " Hz" : " kHz"), nil))
    default: return malformed(text, words)
    }
    guard let hertz = value.number.times(Rational(factor))?.whole, hertz > 0 else { return malformed(text) }
    return .value(SampleRate(hertz: hertz))
  }
}
