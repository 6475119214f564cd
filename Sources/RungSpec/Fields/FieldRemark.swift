package import RungSource

/// What a provider says of a field that a request may have, but should not.
@usableFromInline package struct FieldRemark: Sendable {
  @usableFromInline package enum Kind: Sendable {
    /// Accepted, and without effect.
    case ignored
    /// Accepted, and about to be removed.
    case deprecated
  }

  package let kind: Kind
  /// Why, as the end of a sentence.
  package let reason: Message
  package let citation: Citation
  /// What to use instead; nil where there is nothing.
  package let instead: Help?

  package static func ignored(_ reason: Message, _ citation: Citation, instead: Help? = nil) -> FieldRemark {
    FieldRemark(kind: .ignored, reason: reason, citation: citation, instead: instead)
  }

  package static func deprecated(_ reason: Message, _ citation: Citation) -> FieldRemark {
    FieldRemark(kind: .deprecated, reason: reason, citation: citation, instead: nil)
  }
}
