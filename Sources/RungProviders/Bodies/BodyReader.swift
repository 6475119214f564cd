package import RungSource
package import RungSpec

/// What a provider has to say so that bodies of its requests are input: the way back from body to spec.
package struct BodyReader: Sendable {
  /// Keys that answers wrap a body, or a list of them, in.
  package var envelopes: [String] = []
  /// What else is in an answer beside the envelope.
  package var besideEnvelope: [String] = []
  /// Keys of an answer that refuses: it holds no body.
  package var refusal: [String] = []
  /// Bodies of other products that are taken for this one's.
  package var foreign: [ForeignBody] = []
  /// What the provider calls a rendition, for example.
  package var terms: [Message.Term: String] = [:]
  /// A text with its keys in one spelling, before anything is recognized in it; where there is one spelling, the text as it is.
  package var respelled: @Sendable (_ text: Node) -> Node = { $0 }
  /// The body in the provider's own spelling, where it takes several. What is wrong with the spelling is reported.
  package var canonical: @Sendable (_ body: Node, _ kind: RequestKind, _ isAnswer: Bool, inout Report) -> Node = { body, _, _, _ in body }
  /// The declaration of a body with every spelling that ``canonical`` reads.
  package var spelled: @Sendable (ObjectSchema) -> ObjectSchema = { $0 }
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

  package init(read: @escaping @Sendable (_ bodies: [ParsedBody], inout SpecDraft, inout Report) -> Void) { self.read = read }
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
