internal import RungSource
internal import RungSpec

/// Keys in the order in which the declarations have them.
enum SpecOrder {
  static func ordered(_ document: Node) -> Node { ordered(document, .object(Schemas.spec)) }

  private static func ordered(_ node: Node, _ schema: Schema) -> Node {
    switch (node.content, schema) {
    // Outputs are asked for in their order.
    case (.map, .object(let object)) where object.name == Packaging.shape.name: return node
    case (.map(let entries), .object(let object)):
      let known = object.properties.compactMap { property in
        entries.first { $0.key.value == property.key }.map { Node.Entry(key: $0.key, value: ordered($0.value, property.schema)) }
      }
      return Node(.map(known + entries.filter { entry in !object.properties.contains { $0.key == entry.key.value } }), at: node.place)
    case (.list(let items), .list(let element, _, _)):
      return Node(.list(items.map { ordered($0, element) }), at: node.place)
    case (_, .anyOf(let choices)):
      return choices.reduce(node) { ordered($0, $1) }
    default: return node
    }
  }
}
