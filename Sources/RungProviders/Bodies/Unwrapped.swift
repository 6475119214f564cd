internal import RungSource
internal import RungSpec

/// Fields whose object is missing: `{"encoding": …}` for `{"properties": {"encoding": …}}`.
enum Unwrapped {
  private static func path(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The body with the missing object added, so that the rest of it is judged as intended. That is one fault, however many
  /// fields there are.
  ///
  /// - Parameter renamed: keys with a better message than where they belong; one that has another name in the missing object is
  ///   moved too, and reported there.
  static func wrapped(_ node: Node, _ schema: ObjectSchema, renamed: [RenamedKey], source: Citation?, at path: String = "", _ report: inout Report) -> Node {
    guard case .map(let entries) = node.content else { return node }
    func below(_ node: Node, _ schema: Schema, _ path: String) -> Node {
      switch (node.content, schema) {
      case (.map, .object(let object)): wrapped(node, object, renamed: renamed, source: source, at: path, &report)
      case (.list(let items), .list(let element, _, _)): Node(.list(items.map { below($0, element, path) }), at: node.place)
      case (_, .anyOf(let choices)): choices.reduce(node) { below($0, $1, path) }
      default: node
      }
    }
    let own = schema.properties.map(\.key)
    let strays = entries.filter { entry in
      !own.contains(entry.key.value) && !renamed.contains { $0.key == entry.key.value && $0.mapping == nil }
    }
    // An object that is required, and the only one to have the fields.
    let missing = schema.properties.filter { property in property.required && property.schema.objectSchema != nil && !node.has(property.key) }
    func holders(of key: String) -> [String] {
      missing.filter { property in
        guard let object = property.schema.objectSchema else { return false }
        return object.properties.contains { $0.key == key } || renamed.contains { $0.key == key && $0.mapping == object.name }
      }.map(\.key)
    }
    var result = entries
    for property in missing where !strays.isEmpty {
      let inside = strays.filter { holders(of: $0.key.value) == [property.key] }
      guard let first = inside.first, let last = inside.last else { continue }
      let keys = inside.map { "`\($0.key.value)`" }
      let named = keys.count < 2 ? keys[0] : keys.dropLast().joined(separator: ", ") + " and " + keys[keys.count - 1]
      report.flag(
        BodyFaults.unknownField, first.key.place, "\(named) \(keys.count == 1 ? "belongs" : "belong") under `\(Self.path(path, property.key))`, which is missing",
        help: "move \(keys.count == 1 ? "it" : "them") to `\(Self.path(path, property.key))`", citation: source)
      // The object spans from the first of them to the last.
      report.readInstead(first.key.place)
      let span = first.key.place.span
      let place = SourcePlace(SourceSpan(file: span.file, lower: span.lower, upper: max(span.upper, last.value.span.upper)))
      result.removeAll { entry in inside.contains { $0.key.place == entry.key.place } }
      result.append(Node.Entry(key: Located(property.key, at: first.key.place), value: Node(.map(inside), at: place)))
    }
    return Node(
      .map(
        result.map { entry in
          let property = schema.properties.first { $0.key == entry.key.value }
          return Node.Entry(key: entry.key, value: property.map { below(entry.value, $0.schema, Self.path(path, $0.key)) } ?? entry.value)
        }), at: node.place)
  }
}

extension Schema {
  fileprivate var objectSchema: ObjectSchema? {
    switch self {
    case .object(let object): object
    case .anyOf(let choices): choices.lazy.compactMap(\.objectSchema).first
    default: nil
    }
  }
}
