/// The fields of a ``Shape``, one after the other. Arrays of arrays would be types of their own, which take longer to make than the fields.
@resultBuilder
@usableFromInline package enum FieldList<Whole: Sendable> {
  @inlinable package static func buildExpression(_ field: consuming Field<Whole>) -> Field<Whole> { field }
  @inlinable package static func buildExpression(_ fields: consuming [Field<Whole>]) -> [Field<Whole>] { fields }
  @inlinable package static func buildBlock() -> [Field<Whole>] { [] }
  @inlinable package static func buildPartialBlock(first field: consuming Field<Whole>) -> [Field<Whole>] {
    var fields: [Field<Whole>] = []
    // Most shapes have no more.
    fields.reserveCapacity(16)
    fields.append(field)
    return fields
  }
  @inlinable package static func buildPartialBlock(first fields: consuming [Field<Whole>]) -> [Field<Whole>] { fields }
  @inlinable package static func buildPartialBlock(accumulated: consuming [Field<Whole>], next field: consuming Field<Whole>) -> [Field<Whole>] {
    accumulated.append(field)
    return accumulated
  }
  @inlinable package static func buildPartialBlock(accumulated: consuming [Field<Whole>], next fields: consuming [Field<Whole>]) -> [Field<Whole>] {
    accumulated.append(contentsOf: fields)
    return accumulated
  }
}
