/// The fields of a ``Shape``, one after the other; lists of fields may stand between them.
@resultBuilder
@usableFromInline package enum FieldList<Whole: Sendable> {
  @inlinable package static func buildExpression(_ field: Field<Whole>) -> AnyField { field.untyped }
  @inlinable package static func buildExpression(_ fields: [Field<Whole>]) -> [AnyField] { fields.map(\.untyped) }
  /// Apart, because most shapes have no lists.
  @inlinable package static func buildBlock(_ fields: AnyField...) -> [AnyField] { fields }
  @inlinable package static func buildBlock(_ parts: any FieldListPart...) -> [AnyField] {
    var fields: [AnyField] = []
    for part in parts { part.append(to: &fields) }
    return fields
  }
}
