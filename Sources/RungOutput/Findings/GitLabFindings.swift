internal import RungReading
package import RungSource

/// Findings as a report of GitLab Code Quality.
package struct GitLabFindings: FindingsWriter {
  private let least: Severity
  private let paths: RepositoryPaths
  private var items: [String] = []
  private var fingerprints = Fingerprints()

  package init(from least: Severity, _ paths: RepositoryPaths) { (self.least, self.paths) = (least, paths) }

  package mutating func add(_ found: FoundInText) -> String {
    let places = FindingPlaces(found, paths)
    for finding in found.counted(from: least) {
      let place = places.place(of: finding)
      let severity = finding.severity.word("major", "minor", "info")
      add(
        places.line(finding, at: place), finding.id.rawValue, severity, place.path, line: places.start(place).line,
        fingerprints.next(place.path, finding.id.rawValue, places.message(finding, at: place)))
    }
    return ""
  }

  package mutating func add(unreadable name: String, reason: String) {
    let path = paths.path(of: name) ?? name
    add("the file \(VisibleText.of(reason))", "unreadable", "blocker", path.isEmpty ? "." : path, line: 1, fingerprints.next(path, "unreadable", ""))
  }

  private mutating func add(_ description: String, _ rule: String, _ severity: String, _ path: String, line: Int, _ fingerprint: String) {
    let item = Node.object([
      ("description", .text(description)), ("check_name", .text(rule)), ("fingerprint", .text(fingerprint)), ("severity", .text(severity)),
      ("location", .object([("path", .text(path)), ("lines", .object([("begin", .number(line))]))])),
    ])
    items.append(JSONWriter.shown(item, indent: 0))
  }

  package mutating func end(_ counts: Counts) -> String { items.isEmpty ? "[]\n" : "[\n\(items.joined(separator: ",\n"))\n]\n" }
}
