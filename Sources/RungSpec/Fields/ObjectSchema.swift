

@usableFromInline package struct ObjectSchema: Sendable {
  package struct Property: Sendable {
    package let key: String
    package var schema: Schema
    package let summary: String
    package let required: Bool
    /// Required by the documents and omitted in practice.
    package let isOmittable: Bool
    package let emptiness: Emptiness
    package let mapping: BodyMapping?
    package let remark: FieldRemark?
    package let group: String?
    /// Another key for the same; of the two a body may have one.
    package var otherKey: String?
    /// Whether the provider fills it in.
    package var isReadOnly = false

    package init(
      key: String, schema: Schema, summary: String, required: Bool, isOmittable: Bool = false, emptiness: Emptiness = .refused,
      mapping: BodyMapping? = nil, remark: FieldRemark? = nil, group: String? = nil
    ) {
      (self.key, self.schema, self.summary, self.required, self.isOmittable, self.emptiness, self.mapping, self.remark, self.group)
        = (key, schema, summary, required, isOmittable, emptiness, mapping, remark, group)
    }
  }
  /// Its name in `$defs`; empty for one that is described where it is used.
  package let name: String
  package let summary: String
  package var properties: [Property]
  /// True when keys that are not listed are rejected.
  package let closed: Bool

  package init(name: String, summary: String, properties: [Property], closed: Bool) {
    (self.name, self.summary, self.properties, self.closed) = (name, summary, properties, closed)
  }
}
