package import RungSource

/// A ``Claim`` as plain data, with what each rule says when another stream has claimed the same.
package struct WrittenClaim: Sendable {
  package var provider: String
  /// The name of the kind.
  package var kind: String
  /// A hash of what distinguishes it from others of its kind: nobody reads a secret out of it.
  package var key: String
  /// Equal to that of another claim of the same.
  package var word: String { "\(provider)/\(kind)/\(key)" }
  /// The name of the stream.
  package var stream: String?
  /// Where the text is that the claim comes from.
  package var origin: (file: FileID, lower: UInt32)
  /// Where it is made, in the file of the stream.
  package var place: SourceSpan
  package var sayings: [Saying]

  /// What a rule says where another stream has it.
  package struct Saying: Sendable {
    /// Beside a stream without a name, settled. A note about that stream is at ``Fleet/Meeting/standIn(_:)``.
    package var finding: Diagnostic
    /// The message and the notes beside a stream with a name: what is around the name.
    package var named: [[String]]
    package var suppression: Suppression?

    package init(_ finding: Diagnostic, named: [[String]], _ suppression: Suppression?) {
      (self.finding, self.named, self.suppression) = (finding, named, suppression)
    }
  }

  /// Stands for the name of the other stream: a character that is shown as it is, and in none of the texts.
  package static func standIn(notIn texts: [String]) -> String {
    // A message has not that many characters.
    let candidates = ([0xFFFC...0xFFFC, 0x4E00...0x9FFF] as [ClosedRange<UInt32>]).lazy.joined().lazy.compactMap { Unicode.Scalar($0) }
    let free = candidates.first { candidate in !texts.contains { $0.unicodeScalars.contains(candidate) } }
    return free.map { String($0) } ?? ""
  }

  /// What is around a stand-in.
  package static func parts(of text: String, around standIn: String) -> [String] {
    standIn.isEmpty ? [text] : text.split(separator: standIn, omittingEmptySubsequences: false).map(String.init)
  }

  package init(
    provider: String, kind: String, key: String, stream: String?, origin: (file: FileID, lower: UInt32), place: SourceSpan, sayings: [Saying]
  ) {
    (self.provider, self.kind, self.key, self.stream, self.origin) = (provider, kind, key, stream, origin)
    (self.place, self.sayings) = (place, sayings)
  }

  package init(_ claim: Claim, by stream: Fleet.Claimant, at provider: String, _ sayings: [Saying]) {
    self.init(
      provider: provider, kind: claim.kind.name,
      key: TextHash.wide { hash in for part in claim.key { hash.take(part.map { "=" + $0 } ?? "") } },
      stream: stream.name, origin: (claim.place.span.file, claim.place.span.lower), place: stream.place(of: claim).span, sayings: sayings)
  }

  /// What there is to say where another stream has it, by each rule.
  func findings(besides first: String?, at span: SourceSpan) -> [(finding: Diagnostic, suppression: Suppression?)] {
    sayings.map { saying in
      var found = saying.finding
      if let first, saying.named.count == found.notes.count + 1 {
        let texts = saying.named.map { Report.shown($0.joined(separator: first)) }
        found.message = texts[0]
        for index in found.notes.indices { found.notes[index].text = texts[index + 1] }
      }
      for index in found.notes.indices where found.notes[index].span == Fleet.Meeting.standIn(place) { found.notes[index].span = span }
      return (found, saying.suppression)
    }
  }
}
