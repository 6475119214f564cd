/// What a JSON Schema (2020-12) can express about a value. Built from the same declarations that read it.
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
  /// With a description that is shown unchanged.
  case described(String, Schema)
  /// The schema at a JSON Pointer in the same document.
  case reference(String)
}
