internal import Glibc

/// The days on which the documents behind the facts were last read, as the sources state them: `checked: "2026-11-20"`.
enum CheckedDays {
  static func list(olderThan days: Int, in root: String) throws(Fault) {
    let today = time(nil) / 86_400
    var found = 0
    for file in Tree.swiftFiles(below: "\(root)/Sources/RungProviders") + Tree.swiftFiles(below: "\(root)/Sources/RungSpec") {
      let lines = (try Tree.text(of: file) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        guard let date = date(in: line), let day = dayNumber(date), today - day > days else { continue }
        found += 1
        Console.say("\(file.dropFirst(root.utf8.count + 1)):\(index + 1): checked \(date), \(today - day) days ago")
      }
    }
    if found == 0 { Console.say("every citation was checked within the last \(days) days") }
  }

  private static func date(in line: Substring) -> Substring? {
    var rest = line
    while let colon = rest.firstIndex(of: "\"") {
      let lead = rest[..<colon]
      rest = rest[rest.index(after: colon)...]
      guard let end = rest.firstIndex(of: "\"") else { return nil }
      let value = rest[..<end]
      if lead.hasSuffix("checked: ") || lead.hasSuffix("checked = "), value.utf8.count == 10 { return value }
      rest = rest[rest.index(after: end)...]
    }
    return nil
  }

  /// Days since 1970-01-01 of a date of the Gregorian calendar; nil for what is none.
  private static func dayNumber(_ date: Substring) -> Int? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else { return nil }
    // Years begin in March here, so that the leap day is the last one.
    let year = parts[1] > 2 ? parts[0] : parts[0] - 1
    let month = (parts[1] + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + parts[2] - 1 - 719_468
  }
}
