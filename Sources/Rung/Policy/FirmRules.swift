internal import RungProviders
internal import RungReading
internal import RungSource
internal import RungSpec

/// Findings that nothing suppresses or lowers: texts and values that were not read as what they are meant to be, of which nobody knows what
/// is sent, and secrets in plain text.
package enum FirmRules {
  /// By id; those that every provider shares by their names.
  private static let readers =
    SourceFaults.all + YAMLFaults.all + JSONFaults.all
    + SpecFaults.all.filter { rule in ![SpecFaults.exactMeaning, SpecFaults.doubtfulRate, SpecFaults.baseNotMarked].contains { $0 === rule } }
    + [TargetFaults.unknownTarget, BodyFaults.notRecognised, BodyFaults.refusal] + ImportFaults.all + DiffFaults.all + AllowFaults.all + ConfigFaults.all
  private static let unread = names(readers)
  /// Those whose findings are errors unless something says otherwise.
  private static let usuallyUnread = names(readers.filter { $0.severity == .error })

  private static let secrets: Set<String> = names([SpecFaults.literalSecret, BodyFaults.plainSecret, ImportFaults.secretReferenced])

  private static func names(_ rules: [RuleInfo]) -> Set<String> { Set(rules.map { $0.family == nil ? $0.name : $0.id.rawValue }) }

  /// Whether the finding stays as it is. What a reader only warns of has been read.
  package static func hold(_ finding: Diagnostic) -> Bool {
    has(finding.id.rawValue, among: secrets) || isUnread(finding)
  }

  /// Whether the finding says that something was not read as it is meant.
  static func isUnread(_ finding: Diagnostic) -> Bool { finding.severity == .error && has(finding.id.rawValue, among: unread) }

  /// Whether findings of a rule do, as far as they are not less than usual.
  package static func hold(_ id: String) -> Bool { has(id, among: secrets) || has(id, among: usuallyUnread) }

  private static func has(_ id: String, among rules: Set<String>) -> Bool {
    rules.contains(id) || id.firstIndex(of: "/").map { rules.contains(String(id[id.index(after: $0)...])) } == true
  }

  /// Why, behind the id of the rule.
  static func reason(_ id: String) -> String {
    has(id, among: secrets) ? "a secret in plain text" : "a text or a value that could not be read as it is meant"
  }
}
