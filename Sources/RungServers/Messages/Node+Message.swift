internal import RungSource

// Messages are trees without places.
extension Node {
  static func text(_ text: String) -> Node { .string(text, at: .nowhere) }
  static func number(_ number: Int) -> Node { .integer(number, at: .nowhere) }
  static func flag(_ flag: Bool) -> Node { .bool(flag, at: .nowhere) }
  static var nothing: Node { .null(at: .nowhere) }

  /// A mapping, without the members that are nil.
  static func object(_ members: [(String, Node?)]) -> Node { .map(members.compactMap { name, value in value.map { (name, $0) } }, at: .nowhere) }

  static func array(_ items: [Node]) -> Node { .list(items, at: .nowhere) }

  /// Nil for anything but a string.
  var string: String? { scalar.flatMap { $0.type == .string ? $0.text : nil } }

  /// Nil for anything but an integer.
  var wholeNumber: Int? { scalar.flatMap { $0.type == .integer ? Int($0.text) : nil } }

  /// The value at a path; nil where a part of it is missing.
  func at(_ path: String...) -> Node? {
    var node: Node? = self
    for key in path { node = node?[key] }
    return node
  }

  var isTrue: Bool { scalar?.type == .bool(true) }
}
