package import RungSource

/// Something at a provider that only one stream can have: a name, an identity. Two streams that claim the same cannot both
/// run, wherever their specs are.
package struct Claim: Sendable {
  /// One for each thing that can be claimed at a provider.
  package final class Kind: Sendable {
    /// Of the provider: `event`.
    let name: String
    /// What happens to the two: "LiveKit disconnects the first when the second joins".
    let consequence: String
    let mend: Help
    let citation: Citation

    package init(_ name: String, _ consequence: String, mend: Help, _ citation: Citation) {
      (self.name, self.consequence, self.mend, self.citation) = (name, consequence, mend, citation)
    }
  }

  let kind: Kind
  /// What distinguishes it from others of its kind. Nil for what the spec does not set: two specs that do not set it mean the
  /// same, because one command sends them to one account.
  let key: [String?]
  let place: SourcePlace
  /// What is claimed, for a sentence: "the live event `news`". Made only when two streams claim it.
  let title: @Sendable () -> String
  let notes: [MessageNote]

  package init(_ kind: Kind, _ key: [String?], at place: SourcePlace, notes: [MessageNote] = [], _ title: @escaping @Sendable () -> String) {
    (self.kind, self.key, self.place, self.notes, self.title) = (kind, key, place, notes, title)
  }
}
