/// The size of a VBV buffer in bits, k = 1000 (`bufsize` of encoders).
public struct BufferSize: UnitValue, Comparable {
  /// k is 1000.
  public let bits: Int64

  /// - Parameter bits: k is 1000.
  public init(bits: Int64) { self.bits = bits }

  public static let noun = "a buffer size"
  public static let examples = ["6000k", "6M", "6000 kbit"]
  public static let pattern = #"^([0-9]+\.?[0-9]*|\.[0-9]+) *(bits?|[kKM](bits?)?)$"#

  private static let words: UnitWords = [
    (" bit", ["b"]), ("k", ["kb", "kbit", "kbits", "kilobit", "kilobits"]),
    ("M", ["m", "mb", "mbit", "mbits", "meg", "megs", "megabit", "megabits"]),
  ]

  public static func < (left: BufferSize, right: BufferSize) -> Bool { left.bits < right.bits }

  /// The number of whole kilobits; nil when there is a remainder.
  public var kilobits: Int? { bits % 1000 == 0 ? Int(bits / 1000) : nil }

  /// As in a spec: `6000k`.
  public var text: String { bits > 0 && bits % 1000 == 0 ? "\(bits / 1000)k" : "\(bits) bit" }

  package var prose: String {
    if bits >= 1000, let value = Rational(bits, 1000) { return "\(value.text) kbit" }
    return "\(bits) bit"
  }

  public static func parse(_ text: String) -> UnitParse<BufferSize> {
    guard let value = NumberWithUnit(text) else { return malformed(text, words) }
    let factor: Int
    switch value.unit {
    case "bit", "bits": factor = 1
    case "k", "K", "kbit", "kbits": factor = 1000
    case "M", "Mbit", "Mbits": factor = 1_000_000
    case "":
      return fault(.unitMissing, "has no unit", write: (value.digits + "k", "kilobits"), (value.digits + " bit", nil))
    case "kbps", "Mbps", "bps", "kbit/s", "Mbit/s":
      let letter = value.unit.hasPrefix("b") ? " bit" : String(value.unit.prefix(1))
      return fault(.malformed, "is a bitrate; a buffer is in bits", write: (value.digits + letter, nil))
    case "kB", "KB", "MB":
      return fault(.malformed, "is in bytes; a buffer is in bits", write: (value.eightfold + (value.unit == "MB" ? "M" : "k"), nil))
    case "s", "ms", "sec", "seconds":
      return .fault(
        UnitFault(.malformed, "is a duration; a buffer is in bits", help: "multiply it by the maximum bitrate: one second of 3000k is `3000k`"))
    default: return malformed(text, words)
    }
    guard let bits = value.number.times(Rational(factor))?.whole else { return malformed(text) }
    return .value(BufferSize(bits: Int64(bits)))
  }
}
