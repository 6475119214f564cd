package import RungSource

/// A key of a body or an answer that is not a field of the provider.
package struct UnknownField: Sendable {
  /// The path to it, with list positions: `ladder.video[0].colour`.
  package let path: String
  /// The same as a JSON Pointer (RFC 6901).
  package let pointer: String
  package let key: Located<String>
  package let value: Node

  package init(path: String, pointer: String, key: Located<String>, value: Node) {
    (self.path, self.pointer, self.key, self.value) = (path, pointer, key, value)
  }

  /// A key at the top.
  package init(_ entry: Node.Entry) {
    self.init(path: entry.key.value, pointer: "/\(JSONPointer.escaped(entry.key.value))", key: entry.key, value: entry.value)
  }
}
