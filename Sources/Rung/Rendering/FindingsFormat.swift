public import RungSource

/// How findings are written.
public enum FindingsFormat: String, Sendable, CaseIterable {
  /// To read: as `rung check` shows them.
  case text
  /// To read, a line each.
  case concise
  /// For programs: a document of the schema `diagnostics.v1`.
  case json
  /// For programs: a line of JSON for each finding, and one with the counts.
  case jsonl
  /// A table, for the page of a job.
  case markdown
  /// SARIF 2.1.0, for GitHub code scanning and editors.
  case sarif
  /// Commands of a GitHub workflow, which make annotations.
  case github
  /// A report of GitLab Code Quality.
  case gitlab
  /// A report of tests, for Jenkins.
  case junit
  /// The XML of Checkstyle.
  case checkstyle
  /// reviewdog's JSON.
  case rdjson

  /// The lowest severity that is shown where none is asked for: a program that reads JSON misses nothing, and no pull request is flooded.
  public var leastShown: Severity { self == .json || self == .jsonl ? .note : .warning }
}
