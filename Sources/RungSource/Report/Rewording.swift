/// How findings are put when what was read is no spec: rules and readers are written for specs, and speak in their words.
package struct Rewording: Sendable {
  /// What speaks in a rule's place: the rule itself, another one, or nil when nothing is to be said.
  package var rule: @Sendable (RuleInfo) -> RuleInfo?
  /// Nil leaves the severity as it is.
  package var severity: @Sendable (RuleInfo) -> Severity?
  /// What to do, in the words of the text; nil when the rule's own help cannot be said in them.
  package var help: @Sendable (RuleInfo, Help?) -> String?
  /// Messages and notes in the words of the text.
  package var vocabulary: Vocabulary
  /// Whether a note tells anything of the text.
  package var keepsNote: @Sendable (String) -> Bool
  /// What there is to say of a key that its mapping does not have, where the key itself tells; nil to guess what was meant.
  package var unknownKey: @Sendable (_ key: String, _ mapping: String) -> UnknownKey? = { _, _ in nil }
  /// Where in the text the value at a place stands: `ladder.video[0].gop`. Nil for what the text does not say itself, and
  /// where paths of a spec are wanted.
  package var path: @Sendable (SourcePlace) -> String?
  /// Whose rules speak where no provider is at work.
  package var provider: String
  /// The document that says what is allowed, for findings that cite nothing themselves.
  package var citation: Citation?
  /// True while the text itself is judged: its values are written as its own format has them, so fix-its hold. Later on
  /// the same values stand in a spec, where they are written in another way.
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
