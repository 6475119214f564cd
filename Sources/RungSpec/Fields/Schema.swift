/// What a JSON Schema can express about a value. Built from the same declarations that read it.
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
  /// The words of an enum of protobuf by their numbers, and those of them that are taken.
  case numbered(noun: String, [String], taken: [String])
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

  /// Visits every field at any depth, with the object that has it and the path to that object: "" for the first.
  package func forEachField(under path: String = "", _ visit: (_ field: ObjectSchema.Property, _ object: ObjectSchema, _ path: String) -> Void) {
    switch self {
    case .object(let object):
      for field in object.properties {
        visit(field, object, path)
        field.schema.forEachField(under: path.isEmpty ? field.key : "\(path).\(field.key)", visit)
      }
    case .list(let schema, _, _), .nullable(let schema), .described(_, let schema): schema.forEachField(under: path, visit)
    case .anyOf(let choices): for choice in choices { choice.forEachField(under: path, visit) }
    default: break
    }
  }

  /// Whether values are mappings with declared keys, or lists of such.
  package var holdsObjects: Bool {
    switch self {
    case .object: true
    case .list(let element, _, _): element.holdsObjects
    case .anyOf(let choices): choices.contains(where: \.holdsObjects)
    case .nullable(let schema), .described(_, let schema): schema.holdsObjects
    default: false
    }
  }
}
