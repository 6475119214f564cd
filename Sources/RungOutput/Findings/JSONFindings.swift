package import RungSource

/// Findings as a document of the schema `diagnostics.v1`, or as JSON Lines: a line each, and a last line with the document's other members.
package struct JSONFindings: FindingsWriter {
  private let least: Severity
  private let isLines: Bool
  private var json = DiagnosticsJSON()

  package init(from least: Severity, isLines: Bool = false) { (self.least, self.isLines) = (least, isLines) }

  package mutating func add(_ found: FoundInText) -> String {
    let shown = found.counted(from: least)
    if isLines { return json.lines(shown, sources: found.sources, secrets: found.secrets) }
    json.add(shown, sources: found.sources, secrets: found.secrets)
    return ""
  }

  package mutating func add(unreadable name: String, reason: String) { json.add(unreadable: name, reason: reason) }

  package mutating func end(_ counts: Counts) -> String { isLines ? json.lastLine(counts) : json.text(counts) }
}
