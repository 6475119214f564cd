@resultBuilder
@usableFromInline package enum FieldList<Whole: Sendable> {
  @inlinable package static func buildExpression(_ field: Field<Whole>) -> [Field<Whole>] { [field] }
  @inlinable package static func buildExpression(_ fields: [Field<Whole>]) -> [Field<Whole>] { fields }
  @inlinable package static func buildBlock(_ parts: [Field<Whole>]...) -> [Field<Whole>] { parts.flatMap { $0 } }
}
