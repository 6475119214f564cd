package import RungSource
internal import RungSpec

/// Findings in the XML of Checkstyle: an element for each file that was judged, those without findings included.
package struct CheckstyleFindings: FindingsWriter {
  private let least: Severity
  /// In the order in which they were met first.
  private var files = Grouped<[UInt8], (name: String, error: String)>()

  package init(from least: Severity) { self.least = least }

  package mutating func add(_ found: FoundInText) -> String {
    for name in found.names { add("", to: name) }
    let places = FindingPlaces(found)
    for finding in found.counted(from: least) {
      let place = places.place(of: finding)
      let start = places.start(place)
      let severity = finding.severity.word("error", "warning", "info")
      add(
        "    <error line=\"\(start.line)\" column=\"\(start.column)\" severity=\"\(severity)\"\(XMLText.attribute("message", places.line(finding, at: place)))\(XMLText.attribute("source", "rung.\(finding.id)"))/>\n",
        to: place.path)
    }
    return ""
  }

  package mutating func add(unreadable name: String, reason: String) {
    add("    <error line=\"1\" severity=\"error\"\(XMLText.attribute("message", "the file \(VisibleText.of(reason))"))\(XMLText.attribute("source", "rung.unreadable"))/>\n", to: name)
  }

  private mutating func add(_ error: String, to name: String) { files.add((name, error), to: Array(name.utf8)) }

  package mutating func end(_ counts: Counts) -> String {
    let elements = files.groups.map { _, found in
      let head = "  <file\(XMLText.attribute("name", found[0].name))"
      let errors = found.map(\.error).joined()
      return errors.isEmpty ? "\(head)/>\n" : "\(head)>\n\(errors)  </file>\n"
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n\(elements.joined())</checkstyle>\n"
  }
}
