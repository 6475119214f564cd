/// The fields of a ``Shape``, one after the other; lists of fields may stand between them.
@resultBuilder
@usableFromInline package enum FieldList<Whole: Sendable> {
  @inlinable package static func buildExpression(_ field: Field<Whole>) -> Field<Whole> { field }
  @inlinable package static func buildExpression(_ fields: [Field<Whole>]) -> [Field<Whole>] { fields }
  /// Apart, because most shapes have no lists: a list of lists is a type of its own, which takes longer to make than its fields.
  @inlinable package static func buildBlock(_ fields: Field<Whole>...) -> [Field<Whole>] { fields }
  @inlinable package static func buildBlock(_ parts: any FieldListPart<Whole>...) -> [Field<Whole>] {
    var fields: [Field<Whole>] = []
    for part in parts { part.append(to: &fields) }
    return fields
  }
}
