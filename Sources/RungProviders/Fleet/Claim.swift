package import RungSource

/// Something at a provider that one stream has for itself alone: a name, an identity. Two streams that claim the same
/// cannot both run, wherever their specs stand.
package struct Claim: Sendable {
  /// One for each thing that can be claimed. Compared by identity.
  package final class Kind: Sendable {
    /// What becomes of the two: "LiveKit puts the one out when the other joins".
    let consequence: String
    let mend: Help
    let citation: Citation

    package init(_ consequence: String, mend: Help, _ citation: Citation) {
      (self.consequence, self.mend, self.citation) = (consequence, mend, citation)
    }
  }

  let kind: Kind
  /// What tells it from others of its kind. Nil for what the spec leaves open: two that leave it open are taken to mean
  /// the same, because one command sends them to one account.
  let key: [String?]
  let place: SourcePlace
  /// What is claimed, for a sentence: "the live event `news`". Worded only when two streams claim it.
  let title: @Sendable () -> String
  let notes: [MessageNote]

  package init(_ kind: Kind, _ key: [String?], at place: SourcePlace, notes: [MessageNote] = [], _ title: @escaping @Sendable () -> String) {
    (self.kind, self.key, self.place, self.notes, self.title) = (kind, key, place, notes, title)
  }
}
