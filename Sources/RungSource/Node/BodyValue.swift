/// A value of a request body: JSON to be walked, of which every part knows where it came from (`Analysis.origin(of:)` of module
/// `Rung` says who set it). Made when it is asked for; nobody can change it.
public struct BodyValue: Sendable {
  package let node: Node

  package init(_ node: Node) { self.node = node }

  /// What it is, and what is in it.
  public enum Kind: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// As it is sent, digit for digit: `25`, `29.97`. What JSON cannot carry (`.inf`) stands as its author wrote it; the findings
    /// have an error about it then.
    case number(String)
    /// A reference to a secret is written as `${env:NAME}`, what is known only when the body is sent as `{name}`.
    case text(String)
    /// In the order of sending.
    case list([BodyValue])
    /// In the order of sending. Keys are unique.
    case object([Member])
  }

  /// A key of an object, and its value.
  public struct Member: Sendable {
    /// Without quotes.
    public let key: String
    /// The value of the key.
    public let value: BodyValue
  }

  /// What it is, and what is in it.
  public var kind: Kind {
    switch node.content {
    case .map(let entries): return .object(entries.map { Member(key: $0.key.value, value: BodyValue($0.value)) })
    case .list(let items): return .list(items.map { BodyValue($0) })
    case .scalar(let scalar):
      switch scalar.type {
      case .null: return .null
      case .bool(let value): return .bool(value)
      case .string: return .text(scalar.text)
      case .integer, .decimal:
        if case .text(let text) = JSONNumber(scalar) { return .number(text) }
        return .number(scalar.text)
      }
    }
  }

  /// Where its value was written; the nearest value around it for what nobody wrote.
  public var place: SourcePlace { node.place }

  /// The value under a key; nil when this is no object or has no such key.
  public subscript(key: String) -> BodyValue? { node[key].map { BodyValue($0) } }

  /// The element at an index, from 0; nil when this is no list or has no such element.
  public subscript(index: Int) -> BodyValue? { node.items.indices.contains(index) ? BodyValue(node.items[index]) : nil }

  /// Nil for all but text.
  public var text: String? { if case .text(let text) = kind { text } else { nil } }

  /// Nil for all but `true` and `false`.
  public var bool: Bool? { if case .bool(let value) = kind { value } else { nil } }

  /// Nil for all but a whole number of at most 64 bits that is written without a point or an exponent.
  public var int: Int? { if case .number(let text) = kind { Int(text) } else { nil } }

  /// The nearest 64-bit float; nil for all but a number.
  public var double: Double? { if case .number(let text) = kind { Double(text) } else { nil } }
}
