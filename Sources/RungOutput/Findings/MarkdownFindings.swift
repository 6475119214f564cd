package import RungSource

/// Findings as a table for the page of a job (`$GITHUB_STEP_SUMMARY`), errors first.
package struct MarkdownFindings: FindingsWriter {
  private let least: Severity
  private var rows: [Severity: [String]] = [:]
  private var unreadable: [String] = []
  private var left = 0

  /// GitHub takes 1 MiB for a step; other programs of the step need room as well.
  private static let cap = 1_000_000

  package init(from least: Severity) { self.least = least }

  package mutating func add(_ found: FoundInText) -> String {
    let places = FindingPlaces(found)
    for finding in found.counted(from: least) {
      let place = places.place(of: finding)
      let start = places.start(place)
      let help = places.help(finding).map { "<br>" + MarkdownText.prose("help: \($0)", inCell: true) } ?? ""
      let row = MarkdownText.row([
        finding.severity.name, MarkdownText.code("\(place.path):\(start.line):\(start.column)", inCell: true),
        MarkdownText.prose(places.message(finding, at: place), inCell: true) + help, MarkdownText.code(finding.id.rawValue, inCell: true),
      ])
      rows[finding.severity, default: []].append(row)
    }
    return ""
  }

  package mutating func add(unreadable name: String, reason: String) { unreadable.append("- \(MarkdownText.code(name)) \(MarkdownText.prose(reason))\n") }

  package mutating func add(fault: String) { unreadable.append("- \(MarkdownText.prose(fault))\n") }

  package mutating func end(_ counts: Counts) -> String {
    var text = "### rung: \(MarkdownText.prose(counts.summary))\n"
    func fits(_ line: String) -> Bool { text.utf8.count + line.utf8.count <= Self.cap }
    if !unreadable.isEmpty { text += "\n" }
    for line in unreadable { if fits(line) { text += line } else { left += 1 } }
    let all = [Severity.error, .warning, .note].flatMap { rows[$0] ?? [] }
    guard !all.isEmpty else { return text }
    text += "\n" + MarkdownText.head(["severity", "place", "finding", "rule"])
    // The most severe that fit: after the first that does not, none.
    let fitting = all.prefix { row in
      guard fits(row) else { return false }
      text += row
      return true
    }
    left += all.count - fitting.count
    if left > 0 { text += "\n\(left) more \(left == 1 ? "finding is" : "findings are") not listed: a job page takes 1 MiB.\n" }
    return text
  }

  package var remarks: [String] { left == 0 ? [] : ["\(left) finding\(left == 1 ? "" : "s") left out: a job page takes 1 MiB"] }
}
