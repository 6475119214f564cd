/// What is known of a rule without running it: what `rung rules` lists and `rung explain` shows.
public final class RuleInfo: Sendable {
  /// Named for the fault, so that "allow …" reads true: `archive-window-above-limit`.
  public let name: String
  /// The family before the slash: `yaml`, `spec`, `ladder`, or a provider's id. Nil for a rule that every provider
  /// shares: it speaks under the name of the provider whose limit was crossed.
  public let family: String?
  public let severity: Severity
  /// One line: what the rule finds.
  public let summary: String
  /// Why it matters to somebody who runs the stream.
  public let why: String
  public let citation: Citation?
  /// The ids of general rules that say less of the same fault, or mend it otherwise: where this one speaks, they keep quiet.
  package let replaces: [String]
  // Built only when asked for, so that a run that finds nothing pays nothing for them.
  private let makeBad: @Sendable () -> [Example]
  private let makeGood: @Sendable () -> [Example]
  package let declaredIn: String

  package init(
    _ name: String, family: String?, severity: Severity, summary: String, why: String, citation: Citation? = nil,
    replaces: [String] = [], bad: @autoclosure @escaping @Sendable () -> [Example],
    good: @autoclosure @escaping @Sendable () -> [Example], fileID: String = #fileID
  ) {
    self.name = name
    self.family = family
    self.severity = severity
    self.summary = summary
    self.why = why
    self.citation = citation
    self.replaces = replaces
    self.makeBad = bad
    self.makeGood = good
    self.declaredIn = fileID
  }

  /// `ladder/odd-dimensions`; a shared rule without its provider is `provider/…`.
  public var id: String { "\(family ?? "provider")/\(name)" }
  public var bad: [Example] { makeBad() }
  public var good: [Example] { makeGood() }
}

/// A spec, or a request body, that shows a rule at work, and the test of it.
///
/// In a bad example `⟦` and `⟧` stand around the text that the finding must point at.
public struct Example: Sendable {
  /// What an example is an example of.
  public enum Use: Sendable, Hashable {
    case checked
    case imported
    /// To the provider of this id.
    case converted(String)
    /// With itself, as both sides of a diff.
    case compared
  }

  public let text: String
  /// What the text is a body of, as `rung check --as` takes it: `tenbyte.create`. Nil for a spec.
  public let request: String?
  /// What is done with the body.
  public let use: Use
  /// The same text after the rule's fix-it; nil when the rule offers none.
  public let mended: String?
  /// How many findings of the rule there are in it; the first of them stands at the mark.
  package let findings: Int
  /// Nil where the rule speaks with its own.
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

  /// A body that is to become one of another provider's.
  package init(
    converting request: String, to provider: String, _ text: String, findings: Int = 1, fileID: String = #fileID, line: Int = #line
  ) {
    self.init(text, of: request, use: .converted(provider), mended: nil, findings: findings, fileID: fileID, line: line)
  }

  /// A text that is compared with itself.
  package init(comparing text: String, fileID: String = #fileID, line: Int = #line) {
    self.init(text, of: nil, use: .compared, mended: nil, fileID: fileID, line: line)
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
