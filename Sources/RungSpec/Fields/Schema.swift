/// What a JSON Schema (2020-12) can say of a value. Built from the same declarations that read it.
@usableFromInline package indirect enum Schema: Sendable {
  case any
  case boolean
  case string(pattern: String? = nil, length: ClosedRange<Int>? = nil, examples: [String] = [])
  case integer(ClosedRange<Int>?)
  /// Any number, at least the first whole number and at most the second.
  case number(ClosedRange<Int>)
  case null
  case oneOf([String])
  case oneOfIntegers([Int])
  case const(Int)
  case list(Schema, count: ClosedRange<Int>? = nil, unique: Bool = false)
  case dictionary(Schema)
  case object(ObjectSchema)
  case anyOf([Schema])
  /// The same, or null.
  case nullable(Schema)
  /// With a description that stands as it is.
  case described(String, Schema)
  /// What stands at a JSON Pointer in the same document.
  case reference(String)
}

@usableFromInline package struct ObjectSchema: Sendable {
  package struct Property: Sendable {
    package let key: String
    package let schema: Schema
    package let summary: String
    package let required: Bool
    /// Required by the documents and left out in practice.
    package let isOmittable: Bool
    package let emptiness: Emptiness

    package init(
      key: String, schema: Schema, summary: String, required: Bool, isOmittable: Bool = false, emptiness: Emptiness = .refused
    ) {
      self.key = key
      self.schema = schema
      self.summary = summary
      self.required = required
      self.isOmittable = isOmittable
      self.emptiness = emptiness
    }
  }
  /// Under which it stands in `$defs`; empty for one that is described where it is used.
  package let name: String
  package let summary: String
  package let properties: [Property]
  /// True when keys that are not listed are refused.
  package let closed: Bool

  package init(name: String, summary: String, properties: [Property], closed: Bool) {
    self.name = name
    self.summary = summary
    self.properties = properties
    self.closed = closed
  }
}
