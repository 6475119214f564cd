package import RungSource

/// A body of one of the provider's requests, as read from a file.
package struct ParsedBody: Sendable {
  /// The name of its ``RequestKind``.
  package let kind: String
  /// Without an envelope, and without what the provider fills in; in the provider's own spelling where it allows several.
  package let node: Node
  /// The same with what the provider accepts and ignores.
  package let whole: Node
  /// Everything in the body, with what the provider fills in.
  package let said: Node
  /// Whether it is an answer of the provider, not a request.
  package let isAnswer: Bool
  /// What of it could not be read, and has been reported.
  package let unread: Unread
  /// Keys that no field of the provider's bodies has, anywhere in the text.
  package var unknown: [UnknownField] = []

  package init(kind: String, node: Node, whole: Node? = nil, said: Node? = nil, isAnswer: Bool, unread: Unread = Unread()) {
    self.kind = kind
    self.node = node
    self.whole = whole ?? node
    self.said = said ?? whole ?? node
    self.isAnswer = isAnswer
    self.unread = unread
  }

  package var root: BodyPart { BodyPart(node, unread) }
  /// The place of findings about the body as a whole.
  package var place: SourcePlace { node.entries.first?.key.place ?? node.place }
}
