/// Dates with times of ISO 8601, as playlists and manifests write them.
package enum DateTime {
  /// Milliseconds since 1970 of `2026-11-27T10:00:00.123Z`, `…+01:00`, `…+0100` or `20261127T100000Z`. Nil for anything else. A time without a zone is
  /// taken as UTC, which RFC 8216 does not define.
  package static func milliseconds(_ text: String) -> Int64? {
    var rest = Array(text.utf8)[...]
    func number(_ count: Int) -> Int64? {
      guard rest.count >= count else { return nil }
      var value: Int64 = 0
      for byte in rest.prefix(count) {
        guard byte &- 0x30 < 10 else { return nil }
        value = value * 10 + Int64(byte - 0x30)
      }
      rest = rest.dropFirst(count)
      return value
    }
    func skip(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest = rest.dropFirst()
      return true
    }
    func fields(_ mark: UInt8, _ first: Int) -> (Int64, Int64, Int64)? {
      guard let one = number(first) else { return nil }
      // All of the marks, or none: the extended and the basic format.
      let isMarked = skip(mark)
      guard let two = number(2), skip(mark) == isMarked, let three = number(2) else { return nil }
      return (one, two, three)
    }
    guard let (year, month, day) = fields(0x2D, 4), skip(UInt8(ascii: "T")), let (hour, minute, second) = fields(0x3A, 2), 1...12 ~= month, 1...31 ~= day, hour < 25,
      minute < 60, second < 61
    else { return nil }
    var milliseconds: Int64 = 0
    if skip(UInt8(ascii: ".")) || skip(UInt8(ascii: ",")) {
      let digits = rest.prefix { $0 &- 0x30 < 10 }
      guard !digits.isEmpty else { return nil }
      for index in 0..<3 { milliseconds = milliseconds * 10 + (index < digits.count ? Int64(digits[digits.startIndex + index] - 0x30) : 0) }
      rest = rest.dropFirst(digits.count)
    }
    var offset: Int64 = 0
    if !skip(UInt8(ascii: "Z")), let sign = rest.first {
      guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
      rest = rest.dropFirst()
      guard let hours = number(2) else { return nil }
      _ = skip(0x3A)
      let minutes = rest.isEmpty ? 0 : number(2)
      guard let minutes else { return nil }
      offset = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }
    guard rest.isEmpty else { return nil }
    let minutes = (days(year, month, day) * 24 + hour) * 60 + minute - offset
    return (minutes * 60 + second) * 1000 + milliseconds
  }

  /// Since 1970-01-01, in the Gregorian calendar, counted in eras of 400 years that begin in March.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = (year < 0 ? year - 399 : year) / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }
}
