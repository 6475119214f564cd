/// What differs while a provider's bodies are checked: rules and readers are written for specs.
package struct BodyReading: Sendable {
  /// Whether the text could have a key of specs that a finding misses, and lacks it.
  let isMissing: @Sendable (_ key: String) -> Bool
  /// The rule that is reported: the rule itself, another one, or nil for none.
  let rule: @Sendable (RuleInfo) -> RuleInfo?
  /// Nil leaves the severity as it is.
  let severity: @Sendable (RuleInfo) -> Severity?
  /// Of messages and notes.
  let vocabulary: Vocabulary
  /// Of what to do: in the body, or in the spec that a body is converted into.
  let helpVocabulary: Vocabulary
  /// The finding about a key that its mapping does not have, where the key itself is known; nil to guess what was meant.
  package let unknownKey: @Sendable (_ key: String, _ mapping: String) -> UnknownKey?
  /// The path in the body of the value at a place: `ladder.video[0].gop`. Nil for values that are not in the body, and where
  /// paths of a spec are wanted.
  package let path: @Sendable (SourcePlace) -> String?
  /// The provider of findings where none is active.
  let provider: String
  /// The document with the allowed values, for findings without their own citation.
  let citation: Citation?
  /// True while the body itself is checked: its values are in its own format, so fix-its apply. Later the same values are in
  /// a spec, in another format.
  let isFirstReading: Bool

  package init(
    of provider: String, isFirstReading: Bool, citation: Citation? = nil, vocabulary: Vocabulary, helpVocabulary: Vocabulary? = nil,
    rule: @escaping @Sendable (RuleInfo) -> RuleInfo?, severity: @escaping @Sendable (RuleInfo) -> Severity? = { _ in nil },
    unknownKey: @escaping @Sendable (_ key: String, _ mapping: String) -> UnknownKey? = { _, _ in nil },
    path: @escaping @Sendable (SourcePlace) -> String? = { _ in nil }, isMissing: @escaping @Sendable (_ key: String) -> Bool = { _ in true }
  ) {
    self.provider = provider
    self.isFirstReading = isFirstReading
    self.citation = citation
    self.vocabulary = vocabulary
    self.helpVocabulary = helpVocabulary ?? vocabulary
    self.rule = rule
    self.severity = severity
    self.unknownKey = unknownKey
    self.path = path
    self.isMissing = isMissing
  }
}
