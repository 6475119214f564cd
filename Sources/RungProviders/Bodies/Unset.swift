internal import RungSource
internal import RungSpec

/// Fields of a body that are not set: `""` and `null` where they equal absence.
enum Unset {
  /// The body without them.
  ///
  /// - Parameters:
  ///   - isAnswer: in an answer `""` or `null` means that a field has no value, whatever the field is, and so does an object or
  ///     a list of such values. In a request the declaration of each field decides.
  ///   - unclear: gets the empty values of an object whose effect is not documented, and whether one of their fields is
  ///     required.
  static func removed(
    from node: Node, _ schema: Schema, isAnswer: Bool, unclear: (_ values: [Node.Entry], _ object: Node, _ isRequired: Bool) -> Void = { _, _, _ in }
  ) -> Node {
    switch (node.content, schema) {
    case (.map(let entries), .object(let object)):
      var doubtful: [Node.Entry] = []
      var isRequired = false
      let kept = entries.compactMap { entry -> Node.Entry? in
        guard let property = object.properties.first(where: { $0.key == entry.key.value }) else { return entry }
        if isAnswer ? entry.value.isNull || entry.value.isEmptyText : property.emptiness.isUnset(entry.value) {
          if property.emptiness.isUnclear, !isAnswer {
            doubtful.append(entry)
            isRequired = isRequired || property.required
          }
          return nil
        }
        let value = removed(from: entry.value, property.schema, isAnswer: isAnswer, unclear: unclear)
        if isAnswer, value.entries.isEmpty && value.items.isEmpty, !(entry.value.entries.isEmpty && entry.value.items.isEmpty) { return nil }
        return Node.Entry(key: entry.key, value: value)
      }
      if !doubtful.isEmpty { unclear(doubtful, node, isRequired) }
      return Node(.map(kept), at: node.place)
    case (.list(let items), .list(let element, _, _)):
      let set = isAnswer ? items.filter { !$0.isNull && !$0.isEmptyText } : items
      return Node(.list(set.map { removed(from: $0, element, isAnswer: isAnswer, unclear: unclear) }), at: node.place)
    case (_, .anyOf(let choices)):
      return choices.reduce(node) { removed(from: $0, $1, isAnswer: isAnswer, unclear: unclear) }
    default: return node
    }
  }
}
