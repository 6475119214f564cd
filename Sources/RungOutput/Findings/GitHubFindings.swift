package import RungSource

/// Findings as commands of a GitHub workflow, which makes annotations of them: errors first, then warnings, then notes.
///
/// A step has room for ten errors, ten warnings and ten notices. What is beyond is counted in the last of the notices.
package struct GitHubFindings: FindingsWriter {
  private let least: Severity
  private let paths: RepositoryPaths
  private var commands: [Severity: [String]] = [:]
  /// Those that have no command.
  private var left: [Severity: Int] = [:]

  private static let most: [Severity: Int] = [.error: 10, .warning: 10, .note: 9]

  package init(from least: Severity, _ paths: RepositoryPaths) { (self.least, self.paths) = (least, paths) }

  package mutating func add(_ found: FoundInText) -> String {
    var places: FindingPlaces?
    for finding in found.counted(from: least) {
      guard hasRoom(for: finding.severity) else { continue }
      let known = places ?? FindingPlaces(found, paths)
      places = known
      let place = known.place(of: finding)
      let (start, end) = (known.start(place), known.end(place))
      var properties: [(String, String)] = []
      // A path that is not the repository's would be shown nowhere, and the runner has no way to write most of what a log obeys.
      let isWritable = !VisibleText.areIn(place.path, besidesNewlines: true) && LogCommands.defused(place.path) == place.path
      if place.isInRepository, isWritable, !RepositoryPaths.isStandardInput(place.path) {
        properties = [("file", place.path), ("line", "\(start.line)")]
        // Columns go with one line only.
        if end.line == start.line {
          properties += [("endLine", "\(end.line)"), ("col", "\(start.column)"), ("endColumn", "\(max(start.column, end.column - 1))")]
        } else {
          properties.append(("endLine", "\(end.column == 1 ? end.line - 1 : end.line)"))
        }
      }
      let lead = properties.isEmpty ? "\(VisibleText.of(place.path)):\(start.line):\(start.column): " : ""
      let help = known.help(finding).map { "\nhelp: \($0)" } ?? ""
      add(finding.severity, properties + [("title", finding.id.rawValue)], lead + known.message(finding, at: place) + help)
    }
    return ""
  }

  package mutating func add(unreadable name: String, reason: String) {
    guard hasRoom(for: .error) else { return }
    add(.error, [("title", "unreadable")], VisibleText.of("\(name) \(reason)"))
  }

  package mutating func add(fault: String) { add(.error, [("title", "rung")], VisibleText.of(fault)) }

  private mutating func hasRoom(for severity: Severity) -> Bool {
    guard commands[severity, default: []].count >= Self.most[severity, default: 0] else { return true }
    left[severity, default: 0] += 1
    return false
  }

  private mutating func add(_ severity: Severity, _ properties: [(String, String)], _ message: String) {
    let command = severity.word("error", "warning", "notice")
    let list = properties.map { "\($0)=\(Self.property($1))" }.joined(separator: ",")
    commands[severity, default: []].append("::\(command) \(list)::\(Self.data(message))\n")
  }

  package mutating func end(_ counts: Counts) -> String {
    let all = [Severity.error, .warning, .note]
    var text = all.flatMap { commands[$0] ?? [] }.joined()
    let rest = all.compactMap { severity in left[severity].map { "\($0) \(severity.name)\($0 == 1 ? "" : "s")" } }
    if !rest.isEmpty { text += "::notice title=rung::\(Self.data("not shown here: \(rest.joined(separator: ", ")); a step has room for ten annotations of a kind"))\n" }
    return text
  }

  package var remarks: [String] {
    let count = left.values.reduce(0, +)
    return count == 0 ? [] : ["\(count) finding\(count == 1 ? "" : "s") without an annotation: a step has room for ten of a kind"]
  }

  /// What the runner reads as the end of a line, and the sign that escapes it.
  private static func data(_ text: String) -> String {
    LogCommands.defused(text).replacingExactly("%", with: "%25").replacingExactly("\r", with: "%0D").replacingExactly("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacingExactly(":", with: "%3A").replacingExactly(",", with: "%2C")
  }
}
