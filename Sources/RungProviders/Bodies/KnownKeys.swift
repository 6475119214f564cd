internal import RungSource
internal import RungSpec

/// Every key that a provider's bodies have, and where: a known key in another place is not a misspelling.
struct KnownKeys {
  private let kinds: [RequestKind]
  private let kind: RequestKind

  init(_ kinds: [RequestKind], of kind: RequestKind) { (self.kinds, self.kind) = (kinds, kind) }

  /// The message about a key that is unknown in its place; nil when no body has it.
  func unknown(_ key: String, in mapping: String) -> UnknownKey? {
    if let renamed = kind.renamed.first(where: { $0.key == key && $0.mapping ?? mapping == mapping }) { return renamed.told }
    if let meant = Self.spelled(key, in: mapping, of: kind) { return UnknownKey(meant: meant) }
    if let meant = kind.renamed.first(where: { $0.key == key })?.told.meant, let path = Self.paths(to: meant, in: kind).first(where: { !$0.isEmpty }) {
      return UnknownKey(help: "move it to `\(path)` as `\(meant)`")
    }
    return help(key).map { UnknownKey(help: $0, judge: judge(of: key)) }
  }

  /// The value of a key in another place may be wrong there as well: both are said at once. Nil where the key has several places.
  private func judge(of key: String) -> (@Sendable (Node, inout Report) -> Void)? {
    var schemas: [Schema] = []
    kind.fields { field, _, _ in if field.key == key { schemas.append(field.schema) } }
    guard schemas.count == 1 else { return nil }
    return Self.judge(of: schemas[0])
  }

  private static func judge(of schema: Schema) -> (@Sendable (Node, inout Report) -> Void)? {
    switch schema {
    case .nullable(let inside), .described(_, let inside): return judge(of: inside)
    case .anyOf(let choices):
      // What may be empty or null beside one kind of value.
      let kinds = choices.filter { choice in
        switch choice {
        case .null: false
        case .oneOf(let words): words != [""]
        default: true
        }
      }
      return kinds.count == 1 ? judge(of: kinds[0]) : nil
    case .integer(let range): return { node, report in _ = FieldType<Int>.integer(range).read(node, &report) }
    case .oneOf(let words): return { node, report in _ = FieldType<String>.word(words).read(node, &report) }
    case .boolean: return { node, report in _ = FieldType<Bool>.bool.read(node, &report) }
    default: return nil
    }
  }

  /// The key of the same mapping for one in another API style: `outputProtocols` is `output_protocols`.
  private static func spelled(_ key: String, in mapping: String, of kind: RequestKind) -> String? {
    let wanted = key.camelCase
    var found: String?
    kind.fields { field, object, _ in
      if found == nil, object.name == mapping, field.key.camelCase == wanted, field.key != key { found = field.key }
    }
    return found
  }

  private func help(_ key: String) -> Help? {
    let own = Self.paths(to: key, in: kind)
    if !own.isEmpty {
      let places = own.map { path in path.isEmpty ? "the top of the body" : "`\(path)`" }
      return "move it to \(places.joined(separator: " or "))"
    }
    guard let other = kinds.first(where: { $0.name != kind.name && !Self.paths(to: key, in: $0).isEmpty }) else { return nil }
    if other.filled.contains(where: { $0.path == key || $0.path.camelCase == key }) { return "remove it: it is a field of answers" }
    return "remove it: it is a field of the \(other.name) request"
  }

  /// Paths of the mappings that have the key; "" for the body itself.
  private static func paths(to key: String, in kind: RequestKind) -> [String] {
    var found: [String] = []
    func add(_ path: String) { if !found.contains(path) { found.append(path) } }
    kind.fields { field, _, path in if field.key == key || field.key.camelCase == key { add(path) } }
    for path in kind.filled.map(\.path) {
      let parts = path.split(separator: ".")
      if let last = parts.last, last == key || String(last).camelCase == key { add(parts.dropLast().joined(separator: ".")) }
    }
    return found
  }
}
