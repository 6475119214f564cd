package import RungSource
internal import RungSpec

/// A value in a body, and whether it could be read.
package struct BodyPart: Sendable {
  package let node: Node
  private let unread: Unread

  package init(_ node: Node, _ unread: Unread) { (self.node, self.unread) = (node, unread) }

  package var place: SourcePlace { node.place }
  package var isUnread: Bool { unread.contains(node.place) }

  /// The value under a key. Where a key is missing that was to be there, and that has been said, a value that nobody can read.
  package subscript(key: String) -> BodyPart? {
    if isUnread { return self }
    if let value = node[key] { return BodyPart(value, unread) }
    return unread.gap(key, in: node.place).map { BodyPart(.null(at: $0), unread) }
  }

  /// Whether nothing, or an empty text, is under the path, through the members of lists, and nothing on the way is unreadable.
  func lacks(_ path: ArraySlice<Substring>) -> Bool {
    guard !isUnread else { return false }
    guard let key = path.first else { return node.isEmptyText }
    if case .list = node.content { return items.contains { $0.lacks(path) } }
    return self[String(key)]?.lacks(path.dropFirst()) ?? true
  }

  package func key(_ name: String) -> SourcePlace? { node.entries.first { $0.key.value == name }?.key.place }

  /// The members of a list; none when it is no list.
  package var items: [BodyPart] { isUnread ? [] : node.items.map { BodyPart($0, unread) } }

  package var isMapping: Bool {
    if case .map = node.content { !isUnread } else { false }
  }

  /// The text; nil when it is none, or could not be read.
  package var text: String? {
    guard !isUnread, let scalar = node.scalar, scalar.type == .string else { return nil }
    return scalar.text
  }

  package var integer: Int? {
    guard !isUnread, let scalar = node.scalar, scalar.type == .integer else { return nil }
    return Int(scalar.text)
  }

  package var bool: Bool? {
    guard !isUnread, let scalar = node.scalar, case .bool(let value) = scalar.type else { return nil }
    return value
  }

  /// The value as a spec writes it.
  func written(_ form: BodyForm) -> Node {
    guard !isUnread, let old = node.scalar, let new = form.inSpec(old) else { return readable }
    return Node(.scalar(new), at: place)
  }

  /// The value as it stands, with nothing in the place of what could not be read.
  package var readable: Node { readable(node) }

  private func readable(_ node: Node) -> Node {
    guard !unread.isEmpty else { return node }
    if unread.contains(node.place) { return .null(at: node.place) }
    switch node.content {
    case .scalar: return node
    case .list(let items): return Node(.list(items.map { readable($0) }), at: node.place)
    case .map(let entries):
      return Node(.map(entries.map { Node.Entry(key: $0.key, value: readable($0.value)) }), at: node.place)
    }
  }
}
