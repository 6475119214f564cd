/// The values of a mapping by their keys, for one who asks for many: ``Node/subscript(_:)`` compares with each key.
package struct NodeMembers {
  private let entries: [Node.Entry]
  private let index: KeyIndex

  /// - Parameter node: nothing, and what is no mapping, has no members.
  package init(_ node: Node?) {
    entries = node?.entries ?? []
    index = KeyIndex(entries)
  }

  package subscript(key: String) -> Node? { index.known(key, in: entries).map { entries[$0].value } }

  package func has(_ key: String) -> Bool { index.known(key, in: entries) != nil }
}
