internal import ArgumentParser
internal import RungOutput
internal import RungPlatform

/// A day, as citations have it: `2026-11-20`.
enum DayText {
  /// Of an option that takes one.
  static func day(_ word: String) throws -> String {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int32($0) }
    guard parts.count == 3 else { throw ValidationError("it is not a day; write it as 2026-11-20") }
    var time = tm()
    (time.tm_year, time.tm_mon, time.tm_mday) = (parts[0] &- 1900, parts[1] &- 1, parts[2])
    // The 31st of February comes back as another day.
    guard text(timegm(&time)) == word else { throw ValidationError("there is no such day; write it as 2026-11-20") }
    return word
  }

  /// The day that SOURCE_DATE_EPOCH says, by UTC; nil where it is not set (reproducible-builds.org, SOURCE_DATE_EPOCH).
  static func ofEnvironment() throws -> String? {
    guard Environment.isSet("SOURCE_DATE_EPOCH") else { return nil }
    guard let seconds = Environment.value("SOURCE_DATE_EPOCH").flatMap({ Int($0) }), let day = text(seconds) else {
      throw Failure.usage("SOURCE_DATE_EPOCH must be a number of seconds since 1970, such as 1795132800")
    }
    return day
  }

  /// - Returns: nil beyond the years that have four digits.
  private static func text(_ seconds: Int) -> String? {
    guard (-62_167_219_200...253_402_300_799).contains(seconds) else { return nil }
    var seconds = seconds
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return [(parts.tm_year + 1900, 4), (parts.tm_mon + 1, 2), (parts.tm_mday, 2)].map { "\($0)".zeroPadded(to: $1) }.joined(separator: "-")
  }
}
