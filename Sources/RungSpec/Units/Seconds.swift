/// A duration: an exact, never negative number of seconds.
public struct Seconds: UnitValue, Comparable {
  /// Exact.
  public let value: Rational

  /// - Parameter value: in seconds.
  public init(_ value: Rational) { self.value = value }

  /// - Parameter whole: in seconds.
  public init(_ whole: Int) {
    value = Rational(whole)
  }

  package static func hours(_ count: Int) -> Seconds { Seconds(count * 3600) }

  public static let noun = "a duration"
  public static let examples = ["2s", "500ms", "1h30m", "PT2S"]
  public static let pattern =
    #"^((([0-9]+\.?[0-9]*|\.[0-9]+) *(ms|s|m|min|h|d) *)+|P([0-9.]+[WD])*(T([0-9.]+[HMS])+)?)$"#

  public static func < (left: Seconds, right: Seconds) -> Bool { left.value < right.value }

  /// The number of whole seconds; nil when there is a remainder.
  public var whole: Int? { value.whole }

  /// `4h`, `1h30m`, `2s`, `500ms`, `2.002s`; a fraction without a short decimal stays one: `1001/500s`.
  public var text: String {
    guard let seconds = value.whole else {
      if value < Rational(1), let milliseconds = value.times(Rational(1000))?.whole { return "\(milliseconds)ms" }
      return "\(value.text)s"
    }
    return Self.clock(seconds, "h", "m", "s")
  }

  private static func clock(_ seconds: Int, _ hour: String, _ minute: String, _ second: String) -> String {
    var text = seconds < 3600 ? "" : "\(seconds / 3600)\(hour)"
    if seconds % 3600 >= 60 { text += "\(seconds % 3600 / 60)\(minute)" }
    if seconds % 60 > 0 || seconds == 0 { text += "\(seconds % 60)\(second)" }
    return text
  }

  /// ISO 8601 as providers print it: hours, minutes and seconds only (`PT168H`, not `P7D`).
  ///
  /// The only published pattern of MK.IO requires the `T`; `PT…` satisfies every reader of ISO 8601 durations.
  public var iso8601: String? {
    guard let seconds = value.whole else {
      return value.text.utf8.contains(UInt8(ascii: "/")) ? nil : "PT\(value.text)S"
    }
    return "PT" + Self.clock(seconds, "H", "M", "S")
  }

  public static func parse(_ text: String) -> UnitParse<Seconds> {
    if text.utf8.first == UInt8(ascii: "P") {
      return iso(text).map { .value($0) } ?? malformed(text, like: text.uppercased())
    }
    if let only = NumberWithUnit(text) {
      if only.unit.isEmpty {
        return fault(.unitMissing, "has no unit", write: (only.digits + "s", nil), (only.digits + "ms", nil), (only.digits + "m", nil), (only.digits + "h", nil))
      }
      if let (_, factor) = factor(only.unit), let value = only.number.times(factor) { return .value(Seconds(value)) }
    }
    var total = Rational.zero
    var rest = text.utf8[...]
    var last = 6
    while !rest.isEmpty {
      let number = rest.prefix { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }
      rest = rest[number.endIndex...].drop { $0 == 0x20 }
      let unit = rest.prefix { ($0 | 0x20) &- 0x61 < 26 }
      rest = rest[unit.endIndex...].drop { $0 == 0x20 }
      guard let amount = Rational(decimal: Substring(number)), let (order, factor) = factor(String(Substring(unit))), order < last,
        let part = amount.times(factor), let sum = total.plus(part)
      else { return malformed(text, like: text.first == "p" ? text.uppercased() : spelled(text)) }
      last = order
      total = sum
    }
    return last == 6 ? malformed(text, like: nil) : .value(Seconds(total))
  }

  private static let words: UnitWords = [
    ("d", ["day", "days"]), ("h", ["hour", "hours", "hr", "hrs"]), ("m", ["minute", "minutes", "mins", "mn"]),
    ("s", ["second", "seconds", "sec", "secs"]), ("ms", ["millisecond", "milliseconds", "msec", "msecs", "millis"]),
  ]

  private static func malformed(_ text: String, like other: String?) -> UnitParse<Seconds> {
    if let value = NumberWithUnit(NearMiss(text).plain), let whole = value.number.whole {
      let unit = value.unit.lowercased()
      if ["frame", "frames", "f"].contains(unit) {
        let help = whole > 0 ? "set `gop: \(whole)` for a GOP in frames" : formHelp
        return .fault(UnitFault(.malformed, "is a number of frames; a duration is a time", help: help))
      }
      if ["w", "week", "weeks"].contains(unit), whole < 10_000 { return .fault(UnitFault(.malformed, "is not \(noun)", write: ["\(whole * 7)d"])) }
    }
    let clock = text.split(separator: ":", omittingEmptySubsequences: false).map { $0.utf8.count <= 2 ? Int($0) : nil }
    if clock.count == 2, let first = clock[0], let second = clock[1], first > 0 {
      return .fault(
        UnitFault(.malformed, "is ambiguous: hours and minutes, or minutes and seconds", write: [Self(first * 3600 + second * 60).text, Self(first * 60 + second).text]))
    }
    if clock.count == 2, clock[0] == 0, let second = clock[1], second > 0 { return .fault(UnitFault(.malformed, "is not \(noun)", write: ["\(second)s"])) }
    if clock.count == 3, let hours = clock[0], let minutes = clock[1], let seconds = clock[2] {
      return .fault(UnitFault(.malformed, "is not \(noun)", write: [Self(hours * 3600 + minutes * 60 + seconds).text]))
    }
    if let other, other != text, case .value = parse(other) { return .fault(UnitFault(.malformed, "is not \(noun)", write: [other], isSpelling: true)) }
    return malformed(text, words)
  }

  /// `1 hour and 30 minutes` with each word as its unit. Nil where a word is not a unit.
  private static func spelled(_ text: String) -> String? {
    var spelled = ""
    for part in text.lowercased().replacing(", ", with: " ").split(separator: " ") where part != "and" {
      let number = part.prefix { $0.isNumber || $0 == "." }
      if !number.isEmpty, spelled.last?.isNumber == true { return nil }
      let word = String(part[number.endIndex...])
      spelled += number
      guard !word.isEmpty else { continue }
      guard let unit = words.first(where: { $0.unit == word || $0.words.contains(word) })?.unit else { return nil }
      spelled += unit
    }
    return spelled
  }

  /// Units in falling order, so that `30m1h` is rejected.
  private static func factor(_ unit: String) -> (Int, Rational)? {
    switch unit {
    case "d": (5, Rational(86400))
    case "h": (4, Rational(3600))
    case "m", "min": (3, Rational(60))
    case "s": (2, Rational(1))
    case "ms": Rational(1, 1000).map { (1, $0) }
    default: nil
    }
  }

  /// `P[nW][nD]T[nH][nM][nS]`. Years and months have no fixed length and are rejected.
  private static func iso(_ text: String) -> Seconds? {
    var rest = text.utf8.dropFirst()
    var total = Rational.zero
    var inTime = false
    var last = 6
    while let first = rest.first {
      if first == UInt8(ascii: "T"), !inTime {
        inTime = true
        rest = rest.dropFirst()
        guard !rest.isEmpty else { return nil }
        continue
      }
      let number = rest.prefix { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }
      rest = rest[number.endIndex...]
      guard let amount = Rational(decimal: Substring(number)), let unit = rest.popFirst() else { return nil }
      let order: Int
      let factor: Int
      switch (UnicodeScalar(unit), inTime) {
      case ("W", false): (order, factor) = (5, 604_800)
      case ("D", false): (order, factor) = (4, 86_400)
      case ("H", true): (order, factor) = (3, 3600)
      case ("M", true): (order, factor) = (2, 60)
      case ("S", true): (order, factor) = (1, 1)
      default: return nil
      }
      guard order < last, let part = amount.times(Rational(factor)), let sum = total.plus(part) else { return nil }
      last = order
      total = sum
    }
    return last < 6 ? Seconds(total) : nil
  }
}
