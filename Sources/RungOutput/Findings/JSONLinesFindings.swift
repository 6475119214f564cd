package import RungSource

/// Findings as JSON Lines: a line each, as in the schema `diagnostics.v1`, and a last line with its other members.
package struct JSONLinesFindings: FindingsWriter {
  private let least: Severity
  private var json = DiagnosticsJSON()

  package init(from least: Severity) { self.least = least }

  package mutating func add(_ found: FoundInText) -> String {
    json.lines(found.counted(from: least), sources: found.sources, secrets: found.secrets)
  }

  package mutating func add(unreadable name: String, reason: String) { json.add(unreadable: name, reason: reason) }

  package mutating func end(_ counts: Counts) -> String { json.lastLine(counts) }
}
