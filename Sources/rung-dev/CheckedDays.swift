internal import RungPlatform

/// The days on which the documents behind facts and rules were last read, as the built tool prints them, so that it does not
/// matter how a source writes a citation. What no list of the tool shows is searched in the sources.
enum CheckedDays {
  private struct Entry: Hashable {
    let document: String
    let day: String
    /// What it is cited for, or the file that cites it.
    let subject: String
  }

  static func list(olderThan days: Int, in root: String, by folder: String) throws(Fault) {
    let today = Today.seconds / 86_400
    var entries: [Entry] = []
    for list in ["providers", "rules"] {
      let printed = try Program.shell("rung \(list) --format json", in: root, path: folder)
      guard printed.status == 0 else { throw Fault("`rung \(list)` ended with \(printed.status)") }
      entries += printedEntries(printed.output)
    }
    guard !entries.isEmpty else { throw Fault("`rung providers` and `rung rules` print no citation") }
    entries += try sourceEntries(in: root, but: Set(entries.map(\.document)))

    var seen: Set<Entry> = []
    let old = entries.filter { seen.insert($0).inserted }
      .compactMap { entry in dayNumber(entry.day[...]).map { (entry, today - $0) } }.filter { $0.1 > days }
    for (entry, age) in old.sorted(by: { ($0.1, $1.0.document) > ($1.1, $0.0.document) }) {
      Console.say("checked \(entry.day), \(age) days ago: \(entry.document), for \(entry.subject)")
    }
    Console.say("\(old.count) of \(seen.count) citations were last checked more than \(days) days ago")
  }

  /// The citations in a list with one member per line, as `--format json` prints it.
  private static func printedEntries(_ list: String) -> [Entry] {
    var entries: [Entry] = []
    var (id, name, document) = ("", "", "")
    for line in list.split(separator: "\n") {
      let parts = line.split(separator: "\"", maxSplits: 3).map(String.init)
      guard parts.count == 4 else { continue }
      let value = String(parts[3].prefix { $0 != "\"" })
      switch parts[1] {
      case "id": (id, name) = (value, "")
      case "name", "path": name = value
      case "document": document = value
      case "checked": entries.append(Entry(document: document, day: value, subject: id.hasSuffix(name) ? id : "\(id), \(name)"))
      default: break
      }
    }
    return entries
  }

  /// `Citation("DOCUMENT", …, checked: "DAY")`, where the day may be a constant of the file.
  private static func sourceEntries(in root: String, but known: Set<String>) throws(Fault) -> [Entry] {
    var entries: [Entry] = []
    for file in Tree.swiftFiles(below: "\(root)/Sources") {
      let text = try Tree.text(of: file) ?? ""
      for part in text.split(separator: "Citation(").dropFirst() {
        guard let document = literal(in: part), !known.contains(document), let place = part.firstRange(of: "checked: ") else { continue }
        let rest = part[place.upperBound...]
        let name = rest.prefix { $0.isLetter || $0 == "." }.split(separator: ".").last ?? ""
        let day = rest.hasPrefix("\"") ? literal(in: rest) : text.firstRange(of: "static let \(name) = \"").flatMap { literal(in: text[text.index(before: $0.upperBound)...]) }
        if let day { entries.append(Entry(document: document, day: day, subject: String(file.dropFirst(root.utf8.count + 1)))) }
      }
    }
    return entries
  }

  /// The first one.
  private static func literal(in text: Substring) -> String? {
    let parts = text.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 ? String(parts[1]) : nil
  }

  /// Days since 1970-01-01 of a date of the Gregorian calendar; nil for anything else.
  private static func dayNumber(_ date: Substring) -> Int? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else { return nil }
    // Years begin in March here, so that the leap day is the last one.
    let year = parts[1] > 2 ? parts[0] : parts[0] - 1
    let month = (parts[1] + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + parts[2] - 1 - 719_468
  }
}
