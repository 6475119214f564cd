internal import RungPlatform

enum Today {
  /// Since 1970; of SOURCE_DATE_EPOCH where that is set.
  static var seconds: Int { getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) } ?? time(nil) }

  /// As citations have it: `2026-11-20`, by UTC.
  static var text: String {
    var now = seconds
    var parts = tm()
    gmtime_r(&now, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }
}
