/// A value read from YAML or JSON, with the span of every key and value. Bodies that Rung writes are nodes as well, so
/// that what goes out can be followed back to what came in.
public struct Node: Sendable {
  /// Where it is, and how it came there.
  public var place: SourcePlace
  /// What it holds.
  public var content: Content

  /// A scalar, a list, or a mapping whose keys keep their order. Keys are unique where the reader found no fault.
  public enum Content: Sendable {
    /// A single value.
    case scalar(Scalar)
    /// Items in their order.
    case list([Node])
    /// Keys and values in their order.
    case map([Entry])
  }

  /// A key and its value.
  public struct Entry: Sendable {
    /// Unquoted, with its own place.
    public var key: Located<String>
    /// The value of the key.
    public var value: Node

    /// A tree made by hand.
    public init(key: Located<String>, value: Node) {
      self.key = key
      self.value = value
    }
  }

  /// A tree made by hand.
  public init(_ content: Content, at place: SourcePlace) {
    self.content = content
    self.place = place
  }

  /// Where it is written.
  @inlinable public var span: SourceSpan { place.span }

  /// The value under a key; nil when this is not a map or has no such key.
  @inlinable public subscript(key: String) -> Node? {
    guard case .map(let entries) = content else { return nil }
    for index in entries.indices where entries[index].key.value.isSameKey(key) { return entries[index].value }
    return nil
  }

  /// Whether this is a map that has the key.
  @inlinable package func has(_ key: String) -> Bool {
    guard case .map(let entries) = content else { return false }
    for index in entries.indices where entries[index].key.value.isSameKey(key) { return true }
    return false
  }

  /// What a person would call this kind of value.
  package var kind: Message {
    switch content {
    case .list: "\(term: .list)"
    case .map: "\(term: .mapping)"
    case .scalar(let scalar):
      switch scalar.type {
      case .null: "nothing (null)"
      case .bool: "a boolean"
      case .integer, .decimal: "a number"
      case .string: "a string"
      }
    }
  }

  /// The same as specs call it.
  package var kindName: String { Vocabulary.spec.text(kind) }

  @inlinable package var isNull: Bool {
    if case .scalar(let scalar) = content { scalar.type == .null } else { false }
  }

  /// Whether it is a null that is written: it removes what it would complete. A key without a value is more likely one whose value is missing.
  @inlinable package var isRemoval: Bool {
    if case .scalar(let scalar) = content { scalar.type == .null && !scalar.text.isEmpty } else { false }
  }

  @inlinable package var entries: [Entry] {
    if case .map(let entries) = content { entries } else { [] }
  }

  @inlinable package var items: [Node] {
    if case .list(let items) = content { items } else { [] }
  }

  @inlinable package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  @inlinable package var isScalar: Bool {
    if case .scalar = content { true } else { false }
  }

  /// How much there is of this tree, itself included.
  package var extent: Extent {
    var extent = Extent()
    extent.add(self, depth: 0)
    return extent
  }

  /// Calls `visit` with every leaf: scalars and empty collections.
  package func forEachLeaf(_ visit: (Node) -> Void) {
    switch content {
    case .map(let entries) where !entries.isEmpty: for entry in entries { entry.value.forEachLeaf(visit) }
    case .list(let items) where !items.isEmpty: for item in items { item.forEachLeaf(visit) }
    default: visit(self)
    }
  }

  /// Calls `visit` with the path (`ladder.renditions[0].fps`) and node of every leaf: scalars and empty collections.
  package func forEachLeaf(under path: String = "", _ visit: (String, Node) -> Void) {
    switch content {
    case .map(let entries) where !entries.isEmpty:
      for entry in entries {
        entry.value.forEachLeaf(under: path.isEmpty ? entry.key.value : "\(path).\(entry.key.value)", visit)
      }
    case .list(let items) where !items.isEmpty:
      for (index, item) in items.enumerated() { item.forEachLeaf(under: "\(path)[\(index)]", visit) }
    default:
      visit(path, self)
    }
  }
}

// What a body is made of.
extension Node {
  @usableFromInline package static func string(_ text: String, at place: SourcePlace) -> Node {
    Node(.scalar(Scalar(text, .quoted)), at: place)
  }
  @usableFromInline package static func integer(_ value: Int, at place: SourcePlace) -> Node {
    Node(.scalar(Scalar(String(value), .plain)), at: place)
  }
  @usableFromInline package static func bool(_ value: Bool, at place: SourcePlace) -> Node {
    Node(.scalar(Scalar(value ? "true" : "false", .plain)), at: place)
  }
  package static func null(at place: SourcePlace) -> Node {
    Node(.scalar(Scalar("null", .plain)), at: place)
  }
  package static func list(_ items: [Node], at place: SourcePlace) -> Node { Node(.list(items), at: place) }
  package static func map(_ members: [(String, Node)], at place: SourcePlace) -> Node {
    Node(.map(members.map { Entry(key: Located($0.0, at: place), value: $0.1) }), at: place)
  }
}

extension String {
  /// Equality, for keys: most differ in length, which is cheaper to compare than text.
  @inlinable package func isSameKey(_ other: String) -> Bool {
    utf8.count == other.utf8.count && self == other
  }
}
