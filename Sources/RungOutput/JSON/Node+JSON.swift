package import RungSource

// Trees that are only written: their values have no places.
extension Node {
  package static func text(_ text: String) -> Node { .string(text, at: .nowhere) }
  package static func number(_ number: Int) -> Node { .integer(number, at: .nowhere) }
  package static func object(_ members: [(String, Node)]) -> Node { .map(members, at: .nowhere) }
  package static func array(_ items: [Node]) -> Node { .list(items, at: .nowhere) }
}
