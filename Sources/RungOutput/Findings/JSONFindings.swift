package import RungSource

/// Findings as a document of the schema `diagnostics.v1`.
package struct JSONFindings: FindingsWriter {
  private let least: Severity
  private var json = DiagnosticsJSON()

  package init(from least: Severity) { self.least = least }

  package mutating func add(_ found: FoundInText) -> String {
    json.add(found.counted(from: least), sources: found.sources, secrets: found.secrets)
    return ""
  }

  package mutating func add(unreadable name: String, reason: String) { json.add(unreadable: name, reason: reason) }

  package mutating func end(_ counts: Counts) -> String { json.text(counts) }
}
