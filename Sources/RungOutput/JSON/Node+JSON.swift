internal import RungSource

// Trees that are only written: their values have no places.
extension Node {
  static func text(_ text: String) -> Node { .string(text, at: .nowhere) }
  static func number(_ number: Int) -> Node { .integer(number, at: .nowhere) }
  static func object(_ members: [(String, Node)]) -> Node { .map(members, at: .nowhere) }
  static func array(_ items: [Node]) -> Node { .list(items, at: .nowhere) }
}
