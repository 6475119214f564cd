package import RungSource

/// Findings to read, a line each: `news.yaml:3:7: error[ladder/gop-mismatch]: …`.
package struct ConciseFindings: FindingsWriter {
  private let style: TextStyle
  private let least: Severity

  package init(style: TextStyle, from least: Severity) { (self.style, self.least) = (style, least) }

  package mutating func add(_ found: FoundInText) -> String {
    let shown = found.counted(from: least)
    guard !shown.isEmpty else { return "" }
    let places = FindingPlaces(found)
    return shown.map { finding in
      let place = places.place(of: finding)
      let start = places.start(place)
      let head = style.paint("\(finding.severity.name)[\(finding.id)]", style.role(of: finding.severity))
      return "\(VisibleText.of(place.path)):\(start.line):\(start.column): \(head): \(places.message(finding, at: place))\n"
    }.joined()
  }

  package mutating func end(_ counts: Counts) -> String { "" }
}
