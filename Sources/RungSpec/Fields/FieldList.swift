/// The fields of a ``Shape``, one after the other. Arrays of arrays would be types of their own, which take longer to make than the fields.
@resultBuilder
@usableFromInline package enum FieldList<Whole: Sendable> {
  @inlinable package static func buildExpression(_ field: Field<Whole>) -> Field<Whole> { field }
  @inlinable package static func buildExpression(_ fields: [Field<Whole>]) -> [Field<Whole>] { fields }
  @inlinable package static func buildBlock() -> [Field<Whole>] { [] }
  @inlinable package static func buildPartialBlock(first field: Field<Whole>) -> [Field<Whole>] { [field] }
  @inlinable package static func buildPartialBlock(first fields: [Field<Whole>]) -> [Field<Whole>] { fields }
  @inlinable package static func buildPartialBlock(accumulated: consuming [Field<Whole>], next field: Field<Whole>) -> [Field<Whole>] {
    accumulated.append(field)
    return accumulated
  }
  @inlinable package static func buildPartialBlock(accumulated: consuming [Field<Whole>], next fields: [Field<Whole>]) -> [Field<Whole>] {
    accumulated.append(contentsOf: fields)
    return accumulated
  }
}
