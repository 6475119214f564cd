internal import RungSource
internal import RungSpec

/// What recognizing and reading a body asks of its declaration, looked up once for each kind of request.
struct BodyIndex: Sendable {
  /// A key or a path, and the same in the other API style.
  struct Spelling: Sendable {
    let name: String
    let camelCase: String

    init(_ name: String) { (self.name, camelCase) = (name, name.camelCase) }
  }

  /// The keys at the top of a body, with those that the provider fills in.
  private(set) var keys: [String] = []
  /// The same, in both API styles.
  private(set) var spellings: Set<String> = []
  /// Keys at the top that a body must have.
  private(set) var required: [Spelling] = []
  /// Paths that distinguish the kind.
  private(set) var telling: [Spelling] = []
  /// Paths that the provider fills in.
  private(set) var filled: [Spelling] = []
  /// The keys that a body has below its top, by their names, in the other API style, and by other names for them.
  private(set) var inner: Set<String> = []
  /// The fields that a request should not have.
  private(set) var remarked: [RemarkedField] = []

  /// Of a request without a body.
  init() {}

  init(of object: ObjectSchema, _ telling: [String], _ filled: [FilledField], _ renamed: [RenamedKey]) {
    keys = object.properties.map(\.key) + filled.map { String($0.path.prefix { $0 != "." }) }
    spellings = Set(keys + keys.map(\.camelCase))
    required = object.properties.filter(\.required).map { Spelling($0.key) }
    self.telling = telling.map { Spelling($0) }
    self.filled = filled.map { Spelling($0.path) }
    Schema.object(object).forEachField { field, _, path in
      if !path.isEmpty { inner.formUnion([field.key, field.key.camelCase]) }
      if let remark = field.remark { remarked.append(RemarkedField(path: path.isEmpty ? field.key : "\(path).\(field.key)", remark: remark)) }
    }
    for parts in filled.map({ $0.path.split(separator: ".").map(String.init) }) where parts.count > 1 {
      if let last = parts.last { inner.formUnion([last, last.camelCase]) }
    }
    inner.formUnion(renamed.filter { $0.told.meant.map(inner.contains) ?? false }.map(\.key))
  }
}
