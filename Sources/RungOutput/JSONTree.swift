internal import RungReading
internal import RungSource
internal import RungSpec

/// What a JSON document of Rung's own is made of. Its values stand nowhere, so their place says nothing.
enum JSONTree {
  private static let nowhere = Place(Span(file: FileID(index: 0), lower: 0, upper: 0))

  static func object(_ members: [(String, Node)]) -> Node {
    Node(.map(members.map { Node.Entry(key: Located($0.0, at: nowhere), value: $0.1) }), at: nowhere)
  }

  static func list(_ items: [Node]) -> Node { Node(.list(items), at: nowhere) }
  static func integer(_ value: Int) -> Node { .integer(value, at: nowhere) }

  /// At most six decimals.
  static func number(_ value: Rational) -> Node {
    if let whole = value.whole { return integer(whole) }
    guard let millionths = value.times(Rational(1_000_000))?.rounded, let rounded = Rational(Int64(millionths), 1_000_000) else { return null }
    return Node(.scalar(Scalar(rounded.text, .plain)), at: nowhere)
  }

  static func bool(_ value: Bool) -> Node { .bool(value, at: nowhere) }
  static var null: Node { .null(at: nowhere) }

  static func string(_ text: String?) -> Node {
    text.map { .string($0, at: nowhere) } ?? null
  }

  /// - Returns: the document, its last line ended.
  static func document(_ node: Node) -> String { JSONWriter.shown(node) + "\n" }

  /// The same of a document that holds bodies.
  static func document(ofBodies node: Node) throws(UnwritableValue) -> String { try JSONWriter.text(node) + "\n" }
}
