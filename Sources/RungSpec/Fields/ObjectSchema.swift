

@usableFromInline package struct ObjectSchema: Sendable {
  package struct Property: Sendable {
    package let key: String
    package let schema: Schema
    package let summary: String
    package let required: Bool
    /// Required by the documents and omitted in practice.
    package let isOmittable: Bool
    package let emptiness: Emptiness
    package let mapping: BodyMapping?

    package init(
      key: String, schema: Schema, summary: String, required: Bool, isOmittable: Bool = false, emptiness: Emptiness = .refused,
      mapping: BodyMapping? = nil
    ) {
      self.key = key
      self.schema = schema
      self.summary = summary
      self.required = required
      self.isOmittable = isOmittable
      self.emptiness = emptiness
      self.mapping = mapping
    }
  }
  /// Its name in `$defs`; empty for one that is described where it is used.
  package let name: String
  package let summary: String
  package let properties: [Property]
  /// True when keys that are not listed are rejected.
  package let closed: Bool

  package init(name: String, summary: String, properties: [Property], closed: Bool) {
    self.name = name
    self.summary = summary
    self.properties = properties
    self.closed = closed
  }
}
