package import RungSource

/// What a run came to.
package struct Counts: Sendable {
  package var files = 0
  package var errors = 0
  package var warnings = 0
  package var notes = 0
  /// Of the notes, those that are not shown.
  package var hidden = 0
  /// Files that could not be read.
  package var unreadable = 0
  /// Findings that are allowed, and not among the others.
  package var suppressed = 0
  /// Files of a directory that are no specs.
  package var passedOver = 0

  package init() {}

  package mutating func add(_ diagnostic: Diagnostic) {
    let count = max(1, diagnostic.unlisted)
    switch diagnostic.severity {
    case .error: errors += count
    case .warning: warnings += count
    case .note: notes += count
    }
  }

  /// `3 files, 2 errors, 1 warning`.
  package var summary: String {
    if files == 0, unreadable > 0 { return "nothing judged, \(Self.count(unreadable, "file")) not read" }
    var text = Self.count(files, "file")
    if passedOver > 0 { text += ", \(passedOver) passed over" }
    if errors > 0 { text += ", " + Self.count(errors, "error") }
    if warnings > 0 { text += ", " + Self.count(warnings, "warning") }
    if notes > 0 { text += ", " + Self.count(notes, "note") + (hidden == notes ? " (--notes shows \(notes == 1 ? "it" : "them"))" : "") }
    if suppressed > 0 { text += ", \(suppressed) suppressed" }
    if errors + warnings + notes + unreadable + suppressed == 0 { text += ", nothing found" }
    if unreadable > 0 { text += ", \(Self.count(unreadable, "file")) not read" }
    return text
  }

  /// Without findings: `3 files, 1 passed over`.
  package var extent: String {
    var parts = [Self.count(files, "file")]
    if passedOver > 0 { parts.append("\(passedOver) passed over") }
    if unreadable > 0 { parts.append("\(Self.count(unreadable, "file")) not read") }
    return parts.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
