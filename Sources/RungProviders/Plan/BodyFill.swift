internal import RungSource

/// A member of a body that is known only when it is sent.
public struct BodyFill: Sendable {
  /// Its place, as a JSON Pointer (RFC 6901) through objects and members of lists; the last key need not exist, a member of a list must.
  public var pointer: String
  /// The name of the value from an earlier answer.
  public var name: String

  package init(_ pointer: String, bound name: String) { (self.pointer, self.name) = (pointer, name) }

  /// The body with `{name}` at the pointer. Missing objects on the path are created.
  func standIn(in body: Node) -> Node {
    guard let path = JSONPointer.parts(of: pointer) else { return body }
    return put(path[...], in: body)
  }

  private func put(_ path: ArraySlice<String>, in node: Node) -> Node {
    guard let key = path.first else { return .string("{\(name)}", at: node.place) }
    if case .list(var items) = node.content {
      guard let index = Int(key), items.indices.contains(index) else { return node }
      items[index] = put(path.dropFirst(), in: items[index])
      return Node(.list(items), at: node.place)
    }
    return node.replacing(key, with: put(path.dropFirst(), in: node[key] ?? Node(.map([]), at: node.place)), at: node.place)
  }
}
