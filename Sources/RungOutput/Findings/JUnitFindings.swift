package import RungSource

/// Findings as a report of tests, for Jenkins: what fails the run is a failure, what does not passes with an output, and a file without
/// findings is a test that passes. No line is in the name of a test, so that it keeps its history.
package struct JUnitFindings: FindingsWriter {
  private let least: Severity
  private let failing: Severity
  private var cases: [(file: String, text: String)] = []
  private var counts: [[UInt8]: Int] = [:]
  private var failures = 0
  private var errors = 0

  /// - Parameter isStrict: whether warnings fail the run.
  package init(from least: Severity, isStrict: Bool) {
    self.least = least
    failing = isStrict ? .warning : .error
  }

  package mutating func add(_ found: FoundInText) -> String {
    let places = FindingPlaces(found)
    var clean = found.names
    for finding in found.counted(from: least) {
      let place = places.place(of: finding)
      clean.removeAll { Array($0.utf8) == Array(place.path.utf8) }
      let start = places.start(place)
      let message = places.message(finding, at: place)
      let body = "\(VisibleText.of(place.path)):\(start.line):\(start.column): \(finding.severity.name)[\(finding.id)]: \(places.line(finding, at: place))"
      var content = "      <system-out>\(XMLText.escaped(body))</system-out>\n"
      if finding.severity >= failing {
        failures += 1
        content = "      <failure\(XMLText.attribute("type", finding.severity.name))\(XMLText.attribute("message", message))>\(XMLText.escaped(body))</failure>\n"
      }
      add(place.path, finding.id.rawValue, content)
    }
    for name in clean { add(name, "rung check", "") }
    return ""
  }

  package mutating func add(unreadable name: String, reason: String) {
    errors += 1
    add(name, "rung check", "      <error type=\"unreadable\"\(XMLText.attribute("message", "the file \(VisibleText.of(reason))"))/>\n")
  }

  package mutating func add(fault: String) {
    errors += 1
    add("rung", "rung check", "      <error type=\"nothing-judged\"\(XMLText.attribute("message", VisibleText.of(fault)))/>\n")
  }

  private mutating func add(_ file: String, _ name: String, _ content: String) {
    let count = counts[Array("\(file)\n\(name)".utf8), default: 0] + 1
    counts[Array("\(file)\n\(name)".utf8)] = count
    let head = "    <testcase\(XMLText.attribute("name", count == 1 ? name : "\(name) \(count)"))\(XMLText.attribute("classname", file.isEmpty ? "-" : file))"
    cases.append((file, content.isEmpty ? "\(head)/>\n" : "\(head)>\n\(content)    </testcase>\n"))
  }

  package mutating func end(_ counts: Counts) -> String {
    let numbers = "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"rung\" \(numbers)>\n  <testsuite name=\"rung check\" \(numbers) skipped=\"0\">\n"
      + cases.map(\.text).joined() + "  </testsuite>\n</testsuites>\n"
  }
}
