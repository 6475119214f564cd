package import RungSource

/// A body that somebody has, for one of the provider's requests.
package struct ParsedBody: Sendable {
  /// The name of its ``RequestKind``.
  package let kind: String
  /// Without an envelope, and without what the provider fills in; in the provider's own spelling where it takes several.
  package let node: Node
  /// The same with what the provider takes and ignores.
  package let whole: Node
  /// Everything that stands there, with what the provider fills in.
  package let said: Node
  /// Whether the provider said it, and not somebody who asks.
  package let isAnswer: Bool
  /// What of it could not be read, and has been reported.
  package let unread: Unread
  /// Keys that no field of the provider's bodies has, wherever they stood in the text.
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
  /// Where to point when the body as a whole is meant.
  package var place: SourcePlace { node.entries.first?.key.place ?? node.place }
}
