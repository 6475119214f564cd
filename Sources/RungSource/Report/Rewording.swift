/// How findings are worded when the text is not a spec: rules and readers are written for specs, and use their terms.
package struct Rewording: Sendable {
  /// The rule that is reported: the rule itself, another one, or nil for none.
  package var rule: @Sendable (RuleInfo) -> RuleInfo?
  /// Nil leaves the severity as it is.
  package var severity: @Sendable (RuleInfo) -> Severity?
  /// The help in the terms of the text; nil when the rule's own help cannot be expressed in them.
  package var help: @Sendable (RuleInfo, Help?) -> String?
  /// Messages and notes in the terms of the text.
  package var vocabulary: Vocabulary
  /// Whether a note applies to the text.
  package var keepsNote: @Sendable (String) -> Bool
  /// The finding about a key that its mapping does not have, where the key itself is known; nil to guess what was meant.
  package var unknownKey: @Sendable (_ key: String, _ mapping: String) -> UnknownKey? = { _, _ in nil }
  /// The path in the text of the value at a place: `ladder.video[0].gop`. Nil for values that are not in the text, and where
  /// paths of a spec are wanted.
  package var path: @Sendable (SourcePlace) -> String?
  /// The provider of findings where none is active.
  package var provider: String
  /// The document with the allowed values, for findings without their own citation.
  package var citation: Citation?
  /// True while the text itself is checked: its values are in its own format, so fix-its apply. Later the same values are in
  /// a spec, in another format.
  package var isFirstReading: Bool

  package init(
    of provider: String, isFirstReading: Bool, citation: Citation? = nil, rule: @escaping @Sendable (RuleInfo) -> RuleInfo?,
    severity: @escaping @Sendable (RuleInfo) -> Severity? = { _ in nil }, help: @escaping @Sendable (RuleInfo, Help?) -> String?,
    vocabulary: Vocabulary, keepsNote: @escaping @Sendable (String) -> Bool = { _ in true },
    path: @escaping @Sendable (SourcePlace) -> String? = { _ in nil }
  ) {
    self.provider = provider
    self.isFirstReading = isFirstReading
    self.citation = citation
    self.rule = rule
    self.severity = severity
    self.help = help
    self.vocabulary = vocabulary
    self.keepsNote = keepsNote
    self.path = path
  }
}
