/// What stands in a ``FieldList``: a field, or a list of them.
@usableFromInline package protocol FieldListPart<Whole> {
  associatedtype Whole: Sendable
  func append(to fields: inout [Field<Whole>])
}

extension Field: FieldListPart {
  @inlinable package func append(to fields: inout [Field<Whole>]) { fields.append(self) }
}

extension Array: FieldListPart where Element: FieldListPart {
  @inlinable package func append(to fields: inout [Field<Element.Whole>]) { for part in self { part.append(to: &fields) } }
}
