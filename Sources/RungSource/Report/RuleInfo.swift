/// What is known of a rule without running it: what `rung rules` lists and `rung explain` shows.
public final class RuleInfo: Sendable {
  /// Where a rule has something to say, other than in specs.
  package enum Scope: Sendable {
    /// In bodies and in what they are converted into.
    case everywhere
    /// Only where the bodies make a stream: those that change one do not say what else it is.
    case wholeStreams
    /// Not in bodies of the provider's own, which say the same in another way.
    case otherTexts
    /// Nowhere: it is about how a spec is written.
    case specs
  }

  /// Named for the fault, so that "allow …" reads true: `archive-window-above-limit`.
  public let name: String
  /// The family before the slash: `yaml`, `spec`, `ladder`, or a provider's id. Nil for a rule that every provider
  /// shares: its id has the provider whose limit was exceeded.
  public let family: String?
  /// Of its findings, where a finding does not say another.
  public let severity: Severity
  /// One line: what the rule finds.
  public let summary: String
  /// Why it matters to the operator of the stream.
  public let why: String
  /// Of its findings, where a finding has none of its own; nil for a rule of Rung's own language.
  public let citation: Citation?
  /// The ids of general rules that this one replaces where it is reported. Those of a fault or a rule of bodies are not run in
  /// bodies at all.
  package let replaces: [String]
  package let scope: Scope
  /// Whether it reports that a target loses or changes a value: `accepts` of the target silences it there, errors excepted.
  public let isAcceptable: Bool
  // Built only when asked for, so that a run that finds nothing pays nothing for them.
  private let makeBad: @Sendable () -> [Example]
  private let makeGood: @Sendable () -> [Example]
  package let declaredIn: String

  package init(
    _ name: String, family: String?, severity: Severity, summary: String, why: String, citation: Citation? = nil,
    replaces: [String] = [], scope: Scope = .everywhere, isAcceptable: Bool = false, bad: @autoclosure @escaping @Sendable () -> [Example],
    good: @autoclosure @escaping @Sendable () -> [Example], fileID: String = #fileID
  ) {
    self.name = name
    self.family = family
    self.severity = severity
    self.summary = summary
    self.why = why
    self.citation = citation
    self.replaces = replaces
    self.scope = scope
    self.isAcceptable = isAcceptable
    self.makeBad = bad
    self.makeGood = good
    self.declaredIn = fileID
  }

  /// `ladder/odd-dimensions`; a shared rule without its provider is `provider/…`.
  public var id: RuleID { RuleID(rawValue: "\(family ?? "provider")/\(name)") }
  /// Specs or bodies in which it finds something: each is a test.
  public var bad: [Example] { makeBad() }
  /// Specs or bodies in which it finds nothing.
  public var good: [Example] { makeGood() }
}
