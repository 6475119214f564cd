package import RungSource

/// One key of a mapping: the single declaration that reads it, writes it, fills it from defaults and describes it.
package struct Field<Whole: Sendable>: Sendable {
  package let key: String
  package let summary: String
  package let required: Bool
  /// Built when asked for: a run that only reads never pays for it.
  package let schema: @Sendable () -> Schema
  let read: @Sendable (Node, inout Whole, inout Report) -> Void
  let write: @Sendable (Whole) -> Node?
  let fill: @Sendable (inout Whole, Whole) -> Void

  /// - Parameter summary: what it means, with units, range and the source of the fact; goes into schema and reference.
  package init<Value>(
    _ key: String, _ path: any (WritableKeyPath<Whole, Located<Value>?> & Sendable), _ type: FieldType<Value>,
    required: Bool = false, _ summary: String
  ) {
    self.key = key
    self.summary = summary
    self.required = required
    self.schema = type.schema
    read = { node, whole, report in
      if let value = type.read(node, &report) { whole[keyPath: path] = Located(value, at: node.place) }
    }
    write = { whole in whole[keyPath: path].map { type.write($0.value, $0.place) } }
    fill = { whole, defaults in
      if whole[keyPath: path] == nil { whole[keyPath: path] = defaults[keyPath: path] }
    }
  }

  /// A part that is itself made of fields, filled field by field.
  package init<Part>(
    part key: String, _ path: any (WritableKeyPath<Whole, Located<Part>?> & Sendable),
    _ shape: @autoclosure @escaping @Sendable () -> Shape<Part>, required: Bool = false, _ summary: String
  ) {
    self.key = key
    self.summary = summary
    self.required = required
    self.schema = { .object(shape().schema) }
    read = { node, whole, report in
      if let value = shape().read(node, &report) { whole[keyPath: path] = Located(value, at: node.place) }
    }
    write = { whole in whole[keyPath: path].map { shape().write($0.value, at: $0.place) } }
    fill = { whole, defaults in
      guard let other = defaults[keyPath: path] else { return }
      guard var mine = whole[keyPath: path] else {
        whole[keyPath: path] = other
        return
      }
      shape().fill(&mine.value, from: other.value)
      whole[keyPath: path] = mine
    }
  }
}

/// The keys of a mapping and the type that they make.
package struct Shape<Whole: Sendable>: Sendable {
  package let name: String
  package let summary: String
  package let fields: [Field<Whole>]
  private let make: @Sendable () -> Whole

  package init(
    _ name: String, _ summary: String, _ make: @escaping @Sendable () -> Whole,
    @FieldList<Whole> _ fields: () -> [Field<Whole>]
  ) {
    self.name = name
    self.summary = summary
    self.make = make
    self.fields = fields()
  }

  package var keys: [String] { fields.map(\.key) }

  package var schema: ObjectSchema {
    ObjectSchema(
      name: name, summary: summary,
      properties: fields.map {
        ObjectSchema.Property(key: $0.key, schema: $0.schema(), summary: $0.summary, required: $0.required)
      }, closed: true)
  }

  /// Reads every field, whatever became of the others: all findings in one run. A value that failed is absent.
  package func read(_ node: Node, _ report: inout Report) -> Whole? {
    guard case .map(let entries) = node.content else {
      report.flag(
        SpecFaults.wrongType, node.place, "expected a mapping for \(name), found \(node.kindName)",
        help: "it takes \(oneOf(keys))")
      return nil
    }
    var whole = make()
    var seen: UInt64 = 0
    var hint = 0
    for entry in entries {
      guard let index = index(of: entry.key.value, from: hint) else {
        flagUnknown(entry, &report)
        continue
      }
      hint = index + 1
      seen |= 1 << UInt64(index)
      fields[index].read(entry.value, &whole, &report)
    }
    for (index, field) in fields.enumerated() where field.required && seen & 1 << UInt64(index) == 0 {
      report.flag(
        SpecFaults.missingKey, entries.first?.key.place ?? node.place, "\(name) has no `\(field.key)`, which is required",
        help: "add `\(field.key):` \(field.summary.prefix { $0 != "." && $0 != ":" })")
    }
    return whole
  }

  package func write(_ whole: Whole, at place: Place) -> Node {
    var entries: [Node.Entry] = []
    entries.reserveCapacity(fields.count)
    for field in fields {
      if let value = field.write(whole) { entries.append(Node.Entry(key: Located(field.key, at: value.place), value: value)) }
    }
    return Node(.map(entries), at: place)
  }

  /// Takes over from `defaults` what `whole` does not say itself.
  package func fill(_ whole: inout Whole, from defaults: Whole) {
    for field in fields { field.fill(&whole, defaults) }
  }

  private func index(of key: String, from hint: Int) -> Int? {
    // Authors write keys in the order of the documents, mostly.
    for index in fields.indices.dropFirst(hint) where fields[index].key == key { return index }
    for index in fields.indices.prefix(hint) where fields[index].key == key { return index }
    return nil
  }

  private func flagUnknown(_ entry: Node.Entry, _ report: inout Report) {
    let key = entry.key.value
    let near = Similarity.nearest(to: key, among: keys)
    report.flag(
      SpecFaults.unknownKey, entry.key.place, "\(name) has no key `\(key)`; expected \(oneOf(keys))",
      help: near.map { "did you mean `\($0)`?" } ?? "delete it, or move it to the mapping it belongs to",
      fix: near.map { .replace(entry.key.place.span, with: $0, .unsafe) })
    // The key is named; what stands below it needs no second finding.
    entry.value.forEachLeaf { _, leaf in report.use(leaf.place) }
  }
}

@resultBuilder
package enum FieldList<Whole: Sendable> {
  package static func buildExpression(_ field: Field<Whole>) -> [Field<Whole>] { [field] }
  package static func buildExpression(_ fields: [Field<Whole>]) -> [Field<Whole>] { fields }
  package static func buildBlock(_ parts: [Field<Whole>]...) -> [Field<Whole>] { parts.flatMap { $0 } }
}
