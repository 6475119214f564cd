/// Bits per second, k = 1000.
public struct Bitrate: UnitValue, Comparable {
  /// k is 1000.
  public let bitsPerSecond: Int64

  /// - Parameter bitsPerSecond: k is 1000.
  public init(bitsPerSecond: Int64) { self.bitsPerSecond = bitsPerSecond }

  /// - Parameter kilobits: thousands of bits per second; numbers that do not fit into 64 bits become the highest or lowest that do.
  public init(kilobits: Int64) {
    let (bits, overflow) = kilobits.multipliedReportingOverflow(by: 1000)
    bitsPerSecond = overflow ? (kilobits < 0 ? .min : .max) : bits
  }

  public static let noun = "a bitrate"
  public static let examples = ["3000k", "3.5M", "3500 kbps", "128000 bps"]
  public static let pattern = #"^([0-9]+\.?[0-9]*|\.[0-9]+) *(bps|[kKM](bps|bit/s|b/s)?|G(bps|bit/s)?|bit/s|b/s)$"#

  private static let words: UnitWords = [
    (" bps", ["b", "bit", "bits", "bits/s", "bit/sec", "bits/sec", "bits per second"]),
    ("k", ["kb", "kbit", "kbits", "kbits/s", "kbit/sec", "kb/sec", "kbits/sec", "kilobit", "kilobits", "kilobits/s", "kilobits per second", "kbit per second"]),
    ("M", ["mb", "mbit", "mbits", "mbits/s", "mb/s", "mbit/sec", "mb/sec", "mbits/sec", "meg", "megs", "megabit", "megabits", "megabits/s", "megabits per second", "mbit per second"]),
    ("G", ["gb", "gbit", "gbits", "gbits/s", "gb/s", "gbit/sec", "gigabit", "gigabits"]),
  ]

  public static func < (left: Bitrate, right: Bitrate) -> Bool { left.bitsPerSecond < right.bitsPerSecond }

  /// The number of whole kilobits per second; nil when there is a remainder.
  public var kilobits: Int? { bitsPerSecond % 1000 == 0 ? Int(bitsPerSecond / 1000) : nil }

  /// As in a spec: `3500k`, or `128001 bps` where that is not a whole number of kilobits.
  public var text: String {
    if bitsPerSecond > 0, bitsPerSecond % 1000 == 0 { return "\(bitsPerSecond / 1000)k" }
    return "\(bitsPerSecond) bps"
  }

  /// For prose: `4.1 Mbps`, `900 kbps`, `500 bps`.
  package var prose: String {
    if bitsPerSecond >= 1_000_000, bitsPerSecond % 1000 == 0, let value = Rational(bitsPerSecond, 1_000_000) {
      return "\(value.text) Mbps"
    }
    if bitsPerSecond >= 1000, let value = Rational(bitsPerSecond, 1000) { return "\(value.text) kbps" }
    return "\(bitsPerSecond) bps"
  }

  /// Of a measured rate, to three digits: `1.59 Mbps`, `846 kbps`.
  package var measured: String {
    guard bitsPerSecond >= 1000 else { return prose }
    let isMega = bitsPerSecond >= 999_500
    let scaled = Double(bitsPerSecond) / (isMega ? 1_000_000 : 1000)
    let places = scaled < 10 ? 100.0 : scaled < 100 ? 10.0 : 1.0
    let rounded = Rational(Int64((scaled * places).rounded()), Int64(places))
    return "\(rounded?.text ?? prose) \(isMega ? "Mbps" : "kbps")"
  }

  public static func parse(_ text: String) -> UnitParse<Bitrate> {
    guard let value = NumberWithUnit(text) else { return malformed(text, words) }
    let factor: Int
    switch value.unit {
    case "bps", "bit/s", "b/s": factor = 1
    case "k", "K", "kbps", "kbit/s", "kb/s", "Kbps": factor = 1000
    case "M", "Mbps", "Mbit/s", "Mb/s": factor = 1_000_000
    case "G", "Gbps", "Gbit/s": factor = 1_000_000_000
    case "":
      return fault(.unitMissing, "has no unit", write: (value.digits + "k", "kbps"), (value.digits + " bps", nil), (value.digits + "M", "Mbps"))
    case "m", "mbps", "mbit/s":
      return fault(.malformed, "is not a bitrate (`m` is milli)", write: (value.digits + "M", nil))
    case "kB/s", "KB/s", "kBps", "KBps":
      return fault(.malformed, "is in bytes; a bitrate is in bits", write: (value.eightfold + "k", nil))
    case "MB/s", "MBps":
      return fault(.malformed, "is in bytes; a bitrate is in bits", write: (value.eightfold + "M", nil))
    case "kB", "KB", "MB":
      let letter = value.unit == "MB" ? "M" : "k"
      return fault(.malformed, "is an amount of bytes; a bitrate is in bits per second", write: (value.digits + letter, nil), (value.eightfold + letter, nil))
    default: return malformed(text, words)
    }
    guard let bits = value.number.times(Rational(factor)) else { return malformed(text, words) }
    guard let whole = bits.whole else {
      return .fault(UnitFault(.malformed, "is not a whole number of bits per second", help: "use fewer decimals"))
    }
    guard whole > 0 else {
      return .fault(UnitFault(.malformed, "is not above zero; a bitrate must be", help: "set the bitrate that is meant, or remove the key"))
    }
    return .value(Bitrate(bitsPerSecond: Int64(whole)))
  }
}
