public import RungSource

/// A ``Field`` without the type that it belongs to: the fields of all shapes are one type, and one function reads them. The value that has
/// the field comes as a pointer; only a ``Field`` makes one of these, and only a ``Shape`` of the same type asks it.
@usableFromInline package struct AnyField: Sendable {
  @usableFromInline package let key: String
  @usableFromInline package let summary: String
  @usableFromInline package let required: Bool
  /// Required by the documents and omitted in practice: its absence is worth a warning.
  @usableFromInline package let isOmittable: Bool
  @usableFromInline package let emptiness: Emptiness
  /// The key of specs that it holds; nil for keys of specs themselves, and for what no spec has.
  @usableFromInline package let mapping: BodyMapping?
  /// Nil for a field that is meant to be set.
  @usableFromInline package let remark: FieldRemark?
  /// The name of a group whose fields exclude each other; nil for none.
  @usableFromInline package let group: String?
  @usableFromInline let work: Work

  /// A value of its own, because functions in a list are each wrapped once more.
  @usableFromInline struct Work: Sendable {
    @usableFromInline let run: @Sendable (Task) -> Void

    @usableFromInline init(_ run: @escaping @Sendable (Task) -> Void) { self.run = run }
  }

  /// What a field does. One function for all, because each would be a value of its own to make at every start.
  @usableFromInline enum Task {
    /// The whole is the value whose field it is.
    case read(Node, whole: UnsafeMutableRawPointer, UnsafeMutablePointer<Report>)
    /// The node stays nil for one that is not set.
    case write(UnsafeMutablePointer<Node?>, whole: UnsafeMutableRawPointer)
    case fill(whole: UnsafeMutableRawPointer, defaults: UnsafeMutableRawPointer)
    case mark(whole: UnsafeMutableRawPointer, UnsafeMutablePointer<Report>)
    case describe(UnsafeMutablePointer<Schema?>)
  }

  @usableFromInline init(
    key: String, summary: String, required: Bool, isOmittable: Bool, emptiness: Emptiness, mapping: BodyMapping?, remark: FieldRemark?, group: String?,
    _ work: @escaping @Sendable (Task) -> Void
  ) {
    (self.key, self.summary, self.required, self.isOmittable) = (key, summary, required, isOmittable)
    (self.emptiness, self.mapping, self.remark, self.group) = (emptiness, mapping, remark, group)
    self.work = Work(work)
  }

  /// Built on demand: a run that only reads never pays for it.
  package func schema() -> Schema {
    var schema: Schema?
    withUnsafeMutablePointer(to: &schema) { work.run(.describe($0)) }
    return schema ?? .any
  }
}
