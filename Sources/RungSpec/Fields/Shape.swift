public import RungSource

/// One key of a mapping: the single declaration that reads it, writes it, fills it from defaults and describes it.
///
/// `slot` leads to the stored property: `{ $1(&$0.name) }`. A key path would say the same and cost more than everything
/// else a run does: each is instantiated at start-up, and each use goes through the runtime.
@usableFromInline package struct Field<Whole: Sendable>: Sendable {
  @usableFromInline package typealias Slot<Value> = @Sendable (inout Whole, (inout Located<Value>?) -> Void) -> Void

  @usableFromInline package let key: String
  @usableFromInline package let summary: String
  @usableFromInline package let required: Bool
  /// Required by the documents and left out in practice: its absence is worth a warning.
  @usableFromInline package let isOmittable: Bool
  @usableFromInline package let emptiness: Emptiness
  /// Built when asked for: a run that only reads never pays for it.
  @usableFromInline package let schema: @Sendable () -> Schema
  @usableFromInline let read: @Sendable (Node, inout Whole, inout Report) -> Void
  @usableFromInline let write: @Sendable (inout Whole) -> Node?
  @usableFromInline let fill: @Sendable (inout Whole, inout Whole) -> Void
  @usableFromInline let mark: @Sendable (inout Whole, inout Report) -> Void

  @usableFromInline init(
    key: String, summary: String, required: Bool, isOmittable: Bool = false, emptiness: Emptiness = .refused,
    schema: @escaping @Sendable () -> Schema, read: @escaping @Sendable (Node, inout Whole, inout Report) -> Void,
    write: @escaping @Sendable (inout Whole) -> Node?,
    fill: @escaping @Sendable (inout Whole, inout Whole) -> Void,
    mark: @escaping @Sendable (inout Whole, inout Report) -> Void
  ) {
    self.key = key
    self.summary = summary
    self.required = required
    self.isOmittable = isOmittable
    self.emptiness = emptiness
    self.schema = schema
    self.read = read
    self.write = write
    self.fill = fill
    self.mark = mark
  }

  /// - Parameters:
  ///   - omittable: a required field that is left out in practice, and not refused for it.
  ///   - empty: what `""` and `null` mean to the field.
  ///   - summary: what it means, with units, range and the source of the fact; goes into schema and reference.
  @inlinable package init<Value>(
    _ key: String, _ slot: @escaping Slot<Value>, _ type: FieldType<Value>, required: Bool = false, omittable: Bool = false,
    empty emptiness: Emptiness = .refused, _ summary: String
  ) {
    self.init(
      key: key, summary: summary, required: required, isOmittable: omittable, emptiness: emptiness,
      schema: { emptiness.widened(type.schema()) },
      read: { node, whole, report in
        if emptiness != .refused, emptiness.isUnset(node) { return report.nameLeaves(of: node) }
        guard let value = type.read(node, &report) else { return report.nameLeaves(of: node, unreadUnder: key) }
        slot(&whole) { $0 = Located(value, at: node.place) }
      },
      write: { whole in
        var node: Node?
        slot(&whole) { if let value = $0 { node = type.write(value.value, value.place) } }
        return node
      },
      fill: { whole, defaults in
        slot(&whole) { mine in
          guard mine == nil else { return }
          slot(&defaults) { mine = $0 }
        }
      },
      mark: { whole, report in
        slot(&whole) { value in
          guard let place = value?.place else { return }
          type.mark(&value!.value, place, &report)
        }
      })
  }

  /// A part that is itself made of fields, filled field by field.
  @inlinable package init<Part>(
    part key: String, _ slot: @escaping Slot<Part>, _ shape: @autoclosure @escaping @Sendable () -> Shape<Part>,
    required: Bool = false, _ summary: String
  ) {
    self.init(
      key: key, summary: summary, required: required, schema: { .object(shape().schema) },
      read: { node, whole, report in
        guard let value = shape().read(node, &report) else { return report.nameLeaves(of: node, unreadUnder: key) }
        slot(&whole) { $0 = Located(value, at: node.place) }
      },
      write: { whole in
        var node: Node?
        slot(&whole) { part in
          guard let place = part?.place else { return }
          node = shape().write(&part!.value, at: place)
        }
        return node
      },
      fill: { whole, defaults in
        slot(&whole) { mine in
          slot(&defaults) { other in
            if mine == nil { mine = other } else if other != nil { shape().fill(&mine!.value, from: &other!.value) }
          }
        }
      },
      mark: { whole, report in
        slot(&whole) { part in
          if part != nil { shape().mark(&part!.value, &report) }
        }
      })
  }
}

/// The keys of a mapping and the type that they make.
@usableFromInline package final class Shape<Whole: Sendable>: Sendable {
  @usableFromInline package let name: String
  @usableFromInline package let summary: String
  @usableFromInline package let fields: [Field<Whole>]
  /// A bit for each required field, by its position.
  @usableFromInline let requiredMask: UInt64
  @usableFromInline let make: @Sendable () -> Whole

  @inlinable package init(
    _ name: String, _ summary: String, _ make: @escaping @Sendable () -> Whole,
    @FieldList<Whole> _ fields: () -> [Field<Whole>]
  ) {
    self.name = name
    self.summary = summary
    self.make = make
    self.fields = fields()
    keys = self.fields.map(\.key)
    requiredMask = self.fields.enumerated().reduce(0) { $1.element.required ? $0 | 1 << UInt64($1.offset) : $0 }
  }

  @usableFromInline package let keys: [String]

  @usableFromInline package var schema: ObjectSchema {
    ObjectSchema(
      name: name, summary: summary,
      properties: fields.map {
        ObjectSchema.Property(
          key: $0.key, schema: $0.schema(), summary: $0.summary, required: $0.required, isOmittable: $0.isOmittable, emptiness: $0.emptiness)
      }, closed: true)
  }

  /// Reads every field, whatever became of the others: all findings in one run. A value that failed is absent.
  @inlinable package func read(_ node: Node, _ report: inout Report) -> Whole? {
    guard case .map(let entries) = node.content else {
      flagNoMapping(node, &report)
      return nil
    }
    var whole = make()
    var seen: UInt64 = 0
    var hint = 0
    for position in entries.indices {
      guard let index = index(of: entries[position].key.value, from: hint) else {
        flagUnknown(entries[position], in: node, &report)
        continue
      }
      hint = index + 1
      seen |= 1 << UInt64(index)
      fields[index].read(entries[position].value, &whole, &report)
    }
    if seen & requiredMask != requiredMask { flagMissing(seen, node, &report) }
    return whole
  }

  @inlinable package func write(_ whole: Whole, at place: SourcePlace) -> Node {
    var whole = whole
    return write(&whole, at: place)
  }

  @inlinable package func write(_ whole: inout Whole, at place: SourcePlace) -> Node {
    var entries: [Node.Entry] = []
    entries.reserveCapacity(fields.count)
    for field in fields {
      if let value = field.write(&whole) { entries.append(Node.Entry(key: Located(field.key, at: value.place), value: value)) }
    }
    return Node(.map(entries), at: place)
  }

  /// Takes note that every leaf is accounted for.
  @inlinable package func mark(_ whole: inout Whole, _ report: inout Report) {
    for index in fields.indices { fields[index].mark(&whole, &report) }
  }

  /// Takes over from `defaults` what `whole` does not say itself.
  @inlinable package func fill(_ whole: inout Whole, from defaults: inout Whole) {
    for index in fields.indices { fields[index].fill(&whole, &defaults) }
  }

  @usableFromInline func index(of key: String, from hint: Int) -> Int? {
    // Authors write keys in the order of the documents, mostly.
    var index = hint
    while index < keys.count {
      if keys[index].isSameKey(key) { return index }
      index += 1
    }
    index = 0
    while index < hint {
      if keys[index].isSameKey(key) { return index }
      index += 1
    }
    return nil
  }

  @usableFromInline func flagNoMapping(_ node: Node, _ report: inout Report) {
    report.flag(
      SpecFaults.wrongType, node.place, "expected a mapping for \(name), found \(node.kindName)",
      help: "it takes \(oneOf(keys))")
  }

  @usableFromInline func flagMissing(_ seen: UInt64, _ node: Node, _ report: inout Report) {
    let place = node.entries.first?.key.place ?? node.place
    var omitted: [Field<Whole>] = []
    for (index, field) in fields.enumerated() where field.required && seen & 1 << UInt64(index) == 0 {
      // Under another name it is there, and the name is what was found.
      if node.entries.contains(where: { misspelt($0.key.value, in: node, report)?.candidates.contains(field.key) ?? false }) { continue }
      report.noteGap(field.key, in: node.place, reportedAt: place)
      if field.isOmittable {
        omitted.append(field)
      } else {
        report.flag(
          SpecFaults.missingKey, place, "\(name) has no `\(field.key)`, which is required",
          help: "add `\(field.key):` \(Self.firstPart(of: field.summary))")
      }
    }
    guard let first = omitted.first else { return }
    // What practice leaves out is one habit, however many fields it are.
    let keys = omitted.map { "`\($0.key)`" }.joined(separator: ", ")
    report.flag(
      SpecFaults.missingKey, place, "\(name) has no \(keys), which \(omitted.count == 1 ? "is" : "are") required", severity: .warning,
      help: omitted.count == 1 ? "add `\(first.key):` \(Self.firstPart(of: first.summary))" : "add them, or see that the server takes the body without them")
  }

  /// What is meant by a key that nobody knows.
  private func misspelt(_ key: String, in node: Node, _ report: Report) -> Guess? {
    if keys.contains(key) { return nil }
    if let told = report.rewording?.unknownKey(key, name) { return told.meant.map { Guess($0) } }
    return Similarity.meant(by: key, among: keys, taken: { node.has($0) }, wanted: { key in fields.contains { $0.key == key && $0.required } })
  }

  /// What stands before the first colon or full stop; those inside a URL or a number are none.
  private static func firstPart(of summary: String) -> Substring {
    var end = summary.startIndex
    while end < summary.endIndex {
      let next = summary.index(after: end)
      let isLast = next == summary.endIndex || summary[next] == " "
      if isLast, summary[end] == "." || summary[end] == ":" { break }
      end = next
    }
    return summary[..<end]
  }

  @usableFromInline func flagUnknown(_ entry: Node.Entry, in node: Node, _ report: inout Report) {
    let key = entry.key.value
    let told = report.rewording?.unknownKey(key, name)
    let near = misspelt(key, in: node, report)
    let help = near?.question ?? "delete it, or move it to the mapping it belongs to"
    report.flag(
      SpecFaults.unknownKey, entry.key.place, told?.message ?? "\(name) has no key `\(key)`; expected \(oneOf(keys))",
      help: told.map { $0.meant == nil ? $0.help : help } ?? help,
      fix: near?.only.flatMap { told?.meant != nil || Similarity.isNear(key, $0, edits: 2) ? .replace(entry.key.place.span, with: $0, .unsafe) : nil })
    for near in near?.candidates ?? [] where !node.has(near) { report.noteGap(near, in: node.place, reportedAt: entry.key.place) }
    // The key is named; what stands below it needs no second finding.
    report.nameLeaves(of: entry.value, unreadUnder: key)
  }
}

@resultBuilder
@usableFromInline package enum FieldList<Whole: Sendable> {
  @inlinable package static func buildExpression(_ field: Field<Whole>) -> [Field<Whole>] { [field] }
  @inlinable package static func buildExpression(_ fields: [Field<Whole>]) -> [Field<Whole>] { fields }
  @inlinable package static func buildBlock(_ parts: [Field<Whole>]...) -> [Field<Whole>] { parts.flatMap { $0 } }
}
