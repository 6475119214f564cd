/// What stands in a ``FieldList``: a field, or a list of them.
@usableFromInline package protocol FieldListPart {
  func append(to fields: inout [AnyField])
}

extension AnyField: FieldListPart {
  @inlinable package func append(to fields: inout [AnyField]) { fields.append(self) }
}

extension [AnyField]: FieldListPart {
  @inlinable package func append(to fields: inout [AnyField]) { fields += self }
}
