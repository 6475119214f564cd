

/// A spec, or a request body, that shows a rule at work, and the test of it.
///
/// In a bad example `⟦` and `⟧` enclose the text that the finding must point at.
public struct Example: Sendable {
  /// What an example is an example of.
  public enum Use: Sendable, Hashable {
    /// It is checked.
    case checked
    /// It is imported as a spec.
    case imported
    /// To the provider of this id.
    case converted(String)
    /// With itself, as both sides of a diff.
    case compared
    /// A `rung.yaml`.
    case configuration
    /// What was delivered, held against what was asked for in a spec; nil without one. A line `=== NAME` begins a further file.
    case verified(against: String?)
  }

  /// YAML, or JSON for a body. `⟦` and `⟧` enclose what findings point at.
  public let text: String
  /// What the text is a body of, as `rung check --as` takes it: `tenbyte.create`. Nil for a spec.
  public let request: String?
  /// What is done with the body.
  public let use: Use
  /// The same text after the rule's fix-it; nil when the rule offers none.
  public let mended: String?
  /// Whether the text is a spec, a body or a configuration, and not what was delivered.
  package var isWritten: Bool { if case .verified = use { false } else { true } }
  /// How many findings of the rule there are in it; the first of them is at the mark.
  package let findings: Int
  /// Nil where it is the rule's own.
  package let severity: Severity?
  package let fileID: String
  package let line: Int

  package init(
    _ text: String, mended: String? = nil, severity: Severity? = nil, findings: Int = 1, fileID: String = #fileID, line: Int = #line
  ) {
    self.init(text, of: nil, mended: mended, severity: severity, findings: findings, fileID: fileID, line: line)
  }

  package init(
    body request: String, _ text: String, mended: String? = nil, severity: Severity? = nil, findings: Int = 1, fileID: String = #fileID,
    line: Int = #line
  ) {
    self.init(text, of: request, mended: mended, severity: severity, findings: findings, fileID: fileID, line: line)
  }

  /// A body that is read into a spec.
  package init(importing request: String, _ text: String, fileID: String = #fileID, line: Int = #line) {
    self.init(text, of: request, use: .imported, mended: nil, fileID: fileID, line: line)
  }

  /// A body that is converted to another provider's.
  package init(
    converting request: String, to provider: String, _ text: String, findings: Int = 1, fileID: String = #fileID, line: Int = #line
  ) {
    self.init(text, of: request, use: .converted(provider), mended: nil, findings: findings, fileID: fileID, line: line)
  }

  /// A text that is compared with itself.
  package init(comparing text: String, fileID: String = #fileID, line: Int = #line) {
    self.init(text, of: nil, use: .compared, mended: nil, fileID: fileID, line: line)
  }

  /// A `rung.yaml`.
  package init(configuration text: String, mended: String? = nil, fileID: String = #fileID, line: Int = #line) {
    self.init(text, of: nil, use: .configuration, mended: mended, fileID: fileID, line: line)
  }

  /// Playlists, manifests and probes, held against a spec, in which `⟦` and `⟧` enclose what a finding has a note about.
  ///
  /// - Parameters:
  ///   - text: what was delivered; a line `=== NAME` begins a further file.
  ///   - spec: what was asked for; nil to judge what was delivered alone.
  package init(
    delivered text: String, of spec: String? = nil, severity: Severity? = nil, findings: Int = 1, fileID: String = #fileID, line: Int = #line
  ) {
    self.init(text, of: nil, use: .verified(against: spec), mended: nil, severity: severity, findings: findings, fileID: fileID, line: line)
  }

  private init(
    _ text: String, of request: String?, use: Use = .checked, mended: String?, severity: Severity? = nil, findings: Int = 1, fileID: String,
    line: Int
  ) {
    self.text = text
    self.request = request
    self.use = use
    self.mended = mended
    self.findings = findings
    self.severity = severity
    self.fileID = fileID
    self.line = line
  }
}
