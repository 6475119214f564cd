public import RungSource

/// What a ``Shape`` has besides its type. Pointers lead to a value of that type.
@usableFromInline final class ShapeBody: Sendable {
  @usableFromInline let name: String
  @usableFromInline let summary: String
  @usableFromInline let fields: [AnyField]
  @usableFromInline let keys: [String]
  /// Of the fields, beside each other: to ask one takes no copy of the rest of it.
  private let works: [AnyField.Work]
  /// A bit for each required field, by its position.
  private let requiredMask: UInt64
  private let declared: Once<ObjectSchema>

  @usableFromInline init(_ name: String, _ summary: String, _ fields: [AnyField]) {
    (self.name, self.summary, self.fields) = (name, summary, fields)
    keys = fields.map(\.key)
    works = fields.map(\.work)
    precondition(fields.count <= 64 || !fields[64...].contains(where: \.required), "\(name): a field behind the 64th is required")
    requiredMask = fields.enumerated().reduce(0) { $1.element.required ? $0 | 1 << UInt64($1.offset) : $0 }
    declared = Once {
      ObjectSchema(
        name: name, summary: summary,
        properties: fields.map {
          ObjectSchema.Property(
            key: $0.key, schema: $0.schema(), summary: $0.summary, required: $0.required, isOmittable: $0.isOmittable, emptiness: $0.emptiness,
            mapping: $0.mapping, remark: $0.remark, group: $0.group)
        }, closed: true)
    }
  }

  /// Those that a finding offers.
  private var offered: [String] { fields.filter { $0.remark == nil }.map(\.key) }

  @usableFromInline var schema: ObjectSchema { declared.value }

  /// - Returns: false for what is no mapping.
  @usableFromInline func read(_ node: Node, into whole: UnsafeMutableRawPointer, beside others: [String], _ report: inout Report) -> Bool {
    guard case .map(let entries) = node.content else {
      flagNoMapping(node, &report)
      return false
    }
    var seen: UInt64 = 0
    var hint = 0
    for position in entries.indices {
      guard let index = index(of: entries[position].key.value, from: hint) else {
        flagUnknown(entries[position], in: node, beside: others, &report)
        continue
      }
      hint = index + 1
      if report.takesRemovals, entries[position].value.isRemoval {
        report.use(entries[position].value.place)
        continue
      }
      seen |= 1 << UInt64(index)
      withUnsafeMutablePointer(to: &report) { works[index].run(.read(entries[position].value, whole: whole, $0)) }
    }
    if seen & requiredMask != requiredMask { flagMissing(seen, node, &report) }
    return true
  }

  @usableFromInline func write(_ whole: UnsafeMutableRawPointer, at place: SourcePlace) -> Node {
    var entries: [Node.Entry] = []
    entries.reserveCapacity(fields.count)
    for index in works.indices {
      var node: Node?
      withUnsafeMutablePointer(to: &node) { works[index].run(.write($0, whole: whole)) }
      if let node { entries.append(Node.Entry(key: Located(keys[index], at: node.place), value: node)) }
    }
    return Node(.map(entries), at: place)
  }

  @usableFromInline func mark(_ whole: UnsafeMutableRawPointer, _ report: inout Report) {
    withUnsafeMutablePointer(to: &report) { for work in works { work.run(.mark(whole: whole, $0)) } }
  }

  @usableFromInline func fill(_ whole: UnsafeMutableRawPointer, from defaults: UnsafeMutableRawPointer) {
    for work in works { work.run(.fill(whole: whole, defaults: defaults)) }
  }

  private func index(of key: String, from hint: Int) -> Int? {
    // Authors mostly write keys in the order of the documents.
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

  private func flagNoMapping(_ node: Node, _ report: inout Report) {
    report.flag(
      SpecFaults.wrongType, node.place, "expected \(term: .mapping) for \(name), found \(node.kind)",
      help: node.isNull ? ScalarReading.nothingHelp(report) : offered.count > 8 ? "use its keys, such as \(oneOf(Array(offered.prefix(3))))" : "use the keys \(oneOf(offered))")
  }

  private func flagMissing(_ seen: UInt64, _ node: Node, _ report: inout Report) {
    // Keys that come from a base are in another file.
    let place = (node.entries.first { $0.key.place.span.file == node.span.file } ?? node.entries.first)?.key.place ?? node.place
    var omitted: [AnyField] = []
    for (index, field) in fields.enumerated() where field.required && seen & 1 << UInt64(index) == 0 {
      // It is set under a misspelled name, which has a finding of its own.
      if node.entries.contains(where: { misspelt($0.key.value, in: node, report)?.candidates.contains(field.key) ?? false }) { continue }
      report.noteGap(field.key, in: node.place, reportedAt: place)
      if field.isOmittable {
        omitted.append(field)
      } else {
        report.flag(
          SpecFaults.missingKey, place, "\(name) requires `\(field.key)`, which is not set", help: Self.adding(field, report))
      }
    }
    guard let first = omitted.first else { return }
    // Fields that are omitted in practice are one finding, however many they are.
    let keys = omitted.map { "`\($0.key)`" }.joined(separator: ", ")
    report.flag(
      SpecFaults.missingKey, place, "\(name) requires \(keys), which \(omitted.count == 1 ? "is" : "are") not set", severity: .warning,
      help: omitted.count == 1 ? Self.adding(first, report) : "add them, or check that the server accepts the body without them")
  }

  /// The summary of a required key of specs opens with a value to write; that of a body's field says what it is.
  private static func adding(_ field: AnyField, _ report: Report) -> Help {
    let first = String(firstPart(of: field.summary))
    return report.bodyReading == nil ? "add \(SpecKey(field.key), first)" : "add `\(field.key)`: \(first)"
  }

  /// The key that is probably meant by an unknown one.
  private func misspelt(_ key: String, in node: Node, beside others: [String] = [], _ report: Report) -> Guess? {
    if keys.contains(key) { return nil }
    if let told = report.bodyReading?.unknownKey(key, name) { return told.meant.map { Guess($0) } }
    return Similarity.meant(by: key, among: offered + others, taken: { node.has($0) }, wanted: { key in fields.contains { $0.key == key && $0.required } })
  }

  /// The text before the first colon or full stop; those inside a URL or a number do not count.
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

  private func flagUnknown(_ entry: Node.Entry, in node: Node, beside others: [String], _ report: inout Report) {
    let key = entry.key.value
    guard !report.isCounting(SpecFaults.unknownKey, at: entry.key.place) else {
      // What is meant by it takes longest to find, and it would not be shown.
      report.flag(SpecFaults.unknownKey, entry.key.place, "\(name) has no key `\(key)`")
      report.nameLeaves(of: entry.value, unreadUnder: key)
      return
    }
    let told = report.bodyReading?.unknownKey(key, name)
    let near = misspelt(key, in: node, beside: others, report)
    let offered = offered + others
    let help = near?.help ?? "remove it, or move it to \(term: .theMapping) it belongs to"
    report.flag(
      SpecFaults.unknownKey, entry.key.place, told?.message ?? "\(name) has no key `\(key)`\(expecting(offered))",
      help: told.map { $0.meant == nil ? $0.help : help } ?? help,
      fix: near?.only.flatMap { told?.meant != nil || Similarity.isNear(key, $0, edits: 2) ? .replace(entry.key.place.span, with: $0, Similarity.isMisspelling(key, of: $0) ? .safe : .unsafe) : nil })
    for near in near?.candidates ?? [] where !node.has(near) { report.noteGap(near, in: node.place, reportedAt: entry.key.place) }
    // The key is reported; what is below it needs no second finding.
    report.nameLeaves(of: entry.value, unreadUnder: key)
    told?.judge?(entry.value, &report)
  }
}
