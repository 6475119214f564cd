public import RungSource

/// What an empty string and `null` mean to a field: a body may have either where the field is not set.
@usableFromInline package enum Emptiness: Sendable {
  /// Neither is accepted.
  case refused
  /// Both equal absence.
  case absent
  /// `""` equals absence.
  case absentText
  /// `null` equals absence.
  case absentNull
  /// `null` equals absence in an answer, which may omit the field; a request requires a value.
  case absentInAnswers
  /// `""` is accepted, and no document says what it means.
  case unclear
  /// The same for `""` and `null`.
  case unclearOrNull

  package var isUnclear: Bool { self == .unclear || self == .unclearOrNull }
  package var takesText: Bool { self == .absent || self == .absentText || isUnclear }
  package var takesNull: Bool { self == .absent || self == .absentNull || self == .unclearOrNull }

  /// Whether the value is one of those that equal absence.
  @usableFromInline package func isUnset(_ node: Node) -> Bool {
    if node.isNull { return takesNull }
    return takesText && node.isEmptyText
  }

  /// The schema with what is accepted in place of a value.
  @usableFromInline func widened(_ schema: Schema) -> Schema {
    var choices = [schema]
    if takesText { choices.append(.oneOf([""])) }
    if takesNull { choices.append(.null) }
    return choices.count == 1 ? schema : .anyOf(choices)
  }
}

extension Node {
  /// Whether the node is `""`.
  package var isEmptyText: Bool {
    guard let scalar else { return false }
    return scalar.text.isEmpty && scalar.type == .string
  }
}
