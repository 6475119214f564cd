package import RungSource

/// What a provider has to say so that bodies of its requests are input: the way back from body to spec.
package struct BodyReader: Sendable {
  /// Keys that answers wrap a body, or a list of them, in.
  package var envelopes: [String] = []
  /// What else stands in an answer beside the envelope.
  package var besideEnvelope: [String] = []
  /// Keys of an answer that refuses: it holds no body.
  package var refusal: [String] = []
  /// Bodies of other products that are taken for this one's.
  package var foreign: [ForeignBody] = []
  /// What the spec's words are called in the bodies: `max_bitrate` is `max_bitrate_kbps`. Findings of rules are put so.
  package var words: [String: String]
  /// The same for words that do not stand between backquotes.
  package var terms: [(String, String)] = []
  /// Rules that say of the spec what the declaration of the bodies says of them.
  package var unsaid: [String] = []
  /// How a value of a spec is written for a field of the body, in JSON: `3500k` for `max_bitrate_kbps` is `3500`. Nil where
  /// the body has no such value; help that needs one is left out.
  package var value: @Sendable (_ field: String, _ value: String) -> String? = { _, value in plainValue(value) }
  /// Notes with one of these in them tell how a spec was taken, and nothing of a body.
  package var unsaidNotes: [String] = []
  /// What to do about a rule's finding, by the rule's name, where its own help speaks of specs.
  package var help: [String: String] = [:]
  /// The body in the provider's own spelling, where it takes several. What is wrong with the spelling is reported.
  package var canonical: @Sendable (_ body: Node, _ kind: String, _ isAnswer: Bool, inout Report) -> Node = { body, _, _, _ in body }
  /// The body as the provider understands it, without the defaults that it would put in itself: two bodies that ask for
  /// the same are the same then.
  package var meaning: @Sendable (_ body: Node, _ kind: String) -> Node = { body, _ in body }
  /// The kind of body that makes a stream: where there are several, there are several streams.
  package var primary = "create"
  /// The requests that would make what an answer has in one piece; nil for what is none.
  package var parts: @Sendable (_ answered: Node) -> [(node: Node, kind: String)]? = { _ in nil }
  /// Where in such an answer the values of which requests stand.
  package var answered: [AnsweredPart] = []
  /// Puts the bodies of one stream into a spec. What cannot be put there is left out: it goes under `extra`.
  package var read: @Sendable (_ bodies: [ParsedBody], inout SpecDraft, inout Report) -> Void

  /// Numbers, booleans and words are the same in JSON, but for the quotes.
  package static func plainValue(_ value: String) -> String? {
    if value.hasPrefix("\"") { return value }
    switch Scalar(value, .plain).type {
    case .integer, .decimal, .bool: return value
    case .string where value.utf8.allSatisfy({ $0 &- 0x61 < 26 || $0 &- 0x41 < 26 || $0 == 0x2D || $0 == 0x5F }): return "\"\(value)\""
    case .string where value.utf8.first.map({ $0 | 0x20 }).map({ $0 &- 0x61 < 26 }) == true && !value.contains(" "): return "\"\(value)\""
    default: return nil
    }
  }

  package init(
    words: [String: String], read: @escaping @Sendable (_ bodies: [ParsedBody], inout SpecDraft, inout Report) -> Void
  ) {
    self.words = words
    self.read = read
  }
}

extension Node {
  /// The same tree without keys that lead to nothing.
  package var withoutNulls: Node {
    switch content {
    case .scalar: self
    case .list(let items): Node(.list(items.map(\.withoutNulls)), at: place)
    case .map(let entries):
      Node(
        .map(entries.filter { !$0.value.isNull }.map { Node.Entry(key: $0.key, value: $0.value.withoutNulls) }), at: place)
    }
  }
}
