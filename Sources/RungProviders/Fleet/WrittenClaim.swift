package import RungSource

/// A ``Claim`` as plain data, with what there is to say when another stream has claimed the same.
package struct WrittenClaim: Sendable {
  package var provider: String
  /// The name of the kind.
  package var kind: String
  /// A hash of what distinguishes it from others of its kind: nobody reads a secret out of it.
  package var key: String
  /// The name of the stream.
  package var stream: String?
  /// Where the text is that the claim comes from.
  package var origin: (file: FileID, lower: UInt32)
  /// What is claimed.
  package var title: String
  package var consequence: String
  /// The finding beside a stream without a name, settled; its first note points at that stream.
  package var finding: Diagnostic
  package var suppression: Suppression?

  package init(
    provider: String, kind: String, key: String, stream: String?, origin: (file: FileID, lower: UInt32), title: String, consequence: String, finding: Diagnostic,
    suppression: Suppression?
  ) {
    (self.provider, self.kind, self.key, self.stream, self.origin) = (provider, kind, key, stream, origin)
    (self.title, self.consequence, self.finding, self.suppression) = (title, consequence, finding, suppression)
  }

  /// - Parameter finding: what the rule says where another stream has it.
  package init(_ claim: Claim, by stream: Fleet.Claimant, at provider: String, _ finding: Diagnostic, _ suppression: Suppression?) {
    self.init(
      provider: provider, kind: claim.kind.name,
      key: TextHash.wide { hash in for part in claim.key { hash.take(part.map { "=" + $0 } ?? "") } },
      stream: stream.name, origin: (claim.place.span.file, claim.place.span.lower), title: claim.title(), consequence: claim.kind.consequence,
      finding: finding, suppression: suppression)
  }

  func finding(besides first: String?, at span: SourceSpan) -> Diagnostic {
    var found = finding
    found.message = Report.shown(Vocabulary.spec.text(FleetRules.taken(title, by: first, consequence)))
    if !found.notes.isEmpty { found.notes[0] = DiagnosticNote(Report.shown(Vocabulary.spec.text(FleetRules.used(by: first))), at: span) }
    return found
  }
}
