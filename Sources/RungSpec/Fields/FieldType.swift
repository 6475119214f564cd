public import RungSource

/// How one kind of value is read from a node, written to one, and described.
@usableFromInline package struct FieldType<Value: Sendable>: Sendable {
  @usableFromInline package let schema: @Sendable () -> Schema
  /// Nil when the node does not hold such a value; the reason has then been reported.
  @usableFromInline package let read: @Sendable (Node, inout Report) -> Value?
  @usableFromInline package let write: @Sendable (Value, SourcePlace) -> Node
  /// Marks every leaf of the value as accounted for: what `write` would show, without writing.
  @usableFromInline package let mark: @Sendable (inout Value, SourcePlace, inout Report) -> Void

  @inlinable package init(
    _ schema: @autoclosure @escaping @Sendable () -> Schema, read: @escaping @Sendable (Node, inout Report) -> Value?,
    write: @escaping @Sendable (Value, SourcePlace) -> Node,
    mark: @escaping @Sendable (inout Value, SourcePlace, inout Report) -> Void = { _, place, report in report.use(place) }
  ) {
    self.schema = schema
    self.read = read
    self.write = write
    self.mark = mark
  }

  /// The same values with another description.
  package func described(_ schema: @autoclosure @escaping @Sendable () -> Schema) -> FieldType {
    FieldType(schema(), read: read, write: write, mark: mark)
  }
}

// MARK: Plain values

extension FieldType where Value == String {
  /// Text of any length but zero.
  package static var string: FieldType { text(1...Int.max) }

  /// Text with a number of characters in the range.
  ///
  /// - Parameter isRuled: whether a rule judges how long it is, and not the reader.
  package static func text(_ length: ClosedRange<Int>, isRuled: Bool = false) -> FieldType {
    FieldType(.string(length: length)) { node, report in
      guard let text = ScalarReading.text(node, &report) else { return nil }
      guard length.lowerBound == 0 || !text.isEmpty else {
        report.flag(SpecFaults.wrongType, node.place, "the string is empty", help: "set a value, or remove the key if it is optional")
        return nil
      }
      if !isRuled, !text.hasLength(length) {
        let allowed = length.lowerBound > 1 ? "\(length.lowerBound) to \(length.upperBound)" : "at most \(length.upperBound)"
        report.flag(SpecFaults.outOfRange, node.place, "the string has \(text.scalarCount) characters; allowed: \(allowed)")
        return nil
      }
      // A body must keep it; a spec continues without it.
      if SecretReading.flagURL(text, node, &report), report.bodyReading == nil { return nil }
      return text
    } write: { .string($0, at: $1) }
  }
}

extension FieldType where Value == Bool {
  package static var bool: FieldType {
    FieldType(.boolean) { node, report in ScalarReading.bool(node, &report) } write: { .bool($0, at: $1) }
  }
}

extension FieldType where Value == Int {
  package static var integer: FieldType { integer(nil) }

  /// - Parameter words: names for some of the numbers.
  package static func integer(_ range: ClosedRange<Int>?, unit: String? = nil, words: [String: Int] = [:]) -> FieldType {
    FieldType(.integer(range)) { node, report in
      guard let value = ScalarReading.integer(node, unit: unit, words: words, &report) else { return nil }
      if let range, !range.contains(value) {
        let allowed =
          switch (range.lowerBound, range.upperBound) {
          case (.min, let most): "at most \(most)"
          case (let least, .max): "at least \(least)"
          case (let least, let most): "\(least) to \(most)"
          }
        report.flag(SpecFaults.outOfRange, node.place, "\(value) is out of range; allowed: \(allowed)")
        return nil
      }
      return value
    } write: { .integer($0, at: $1) }
  }
}

extension FieldType where Value: Choice {
  @inlinable package static var choice: FieldType {
    FieldType(.oneOf(Value.allCases.map(\.rawValue))) { node, report in
      guard let text = ScalarReading.text(node, &report) else { return nil }
      if let value = Value(rawValue: text) { return value }
      ScalarReading.flagNoChoice(
        text, node, noun: Value.noun, words: Value.allCases.map(\.rawValue), alias: Value.aliases[text.lowercased()]?.rawValue,
        &report)
      return nil
    } write: { .string($0.rawValue, at: $1) }
  }
}

extension FieldType where Value: UnitValue {
  @inlinable package static var unit: FieldType {
    FieldType(.string(pattern: Value.pattern, examples: Value.examples)) { node, report in
      ScalarReading.unit(Value.self, node, &report)
    } write: { .string($0.text, at: $1) }
  }
}

extension FieldType where Value == FrameRate {
  /// A frame rate needs no unit. In JSON it may be a number.
  package static var frameRate: FieldType {
    unit.described(.anyOf([.number(0...Int.max), .string(pattern: FrameRate.pattern, examples: FrameRate.examples)]))
  }
}

// MARK: Collections

extension FieldType {
  /// A list of values; one that fails to read is reported and omitted.
  @inlinable package static func list<Element: Sendable>(
    _ element: FieldType<Element>, count: ClosedRange<Int>? = nil, unique: Bool = false
  ) -> FieldType where Value == [Located<Element>] {
    FieldType(.list(element.schema(), count: count, unique: unique)) { node, report in
      guard case .list(let items) = node.content else {
        ScalarReading.flagNoList(node, &report)
        return nil
      }
      var values: [Located<Element>] = []
      values.reserveCapacity(items.count)
      for index in items.indices {
        if let value = element.read(items[index], &report) {
          values.append(Located(value, at: items[index].place))
        } else {
          report.nameLeaves(of: items[index], unreadUnder: "")
        }
      }
      return values
    } write: { values, place in
      Node(.list(values.map { element.write($0.value, $0.place) }), at: place)
    } mark: { values, _, report in
      for index in values.indices { element.mark(&values[index].value, values[index].place, &report) }
    }
  }

  /// A mapping whose keys the author chooses.
  @inlinable package static func dictionary<Element: Sendable>(
    _ element: FieldType<Element>
  ) -> FieldType where Value == [DictionaryEntry<Element>] {
    FieldType(.dictionary(element.schema())) { node, report in
      guard case .map(let entries) = node.content else {
        ScalarReading.flagNoMapping(node, &report)
        return nil
      }
      return entries.compactMap { entry in
        if report.takesRemovals, entry.value.isRemoval {
          report.use(entry.value.place)
          return nil
        }
        guard let value = element.read(entry.value, &report) else {
          report.nameLeaves(of: entry.value, unreadUnder: entry.key.value)
          return nil
        }
        SecretReading.flagEntry(entry, &report)
        return DictionaryEntry(key: entry.key, value: Located(value, at: entry.value.place))
      }
    } write: { entries, place in
      Node(.map(entries.map { Node.Entry(key: $0.key, value: element.write($0.value.value, $0.value.place)) }), at: place)
    } mark: { entries, _, report in
      for index in entries.indices { element.mark(&entries[index].value.value, entries[index].value.place, &report) }
    }
  }

  @inlinable package static func object(_ shape: @autoclosure @escaping @Sendable () -> Shape<Value>) -> FieldType {
    FieldType(.object(shape().schema)) { node, report in shape().read(node, &report) } write: { value, place in
      shape().write(value, at: place)
    } mark: { value, _, report in
      shape().mark(&value, &report)
    }
  }
}

extension FieldType where Value == Node {
  /// Anything, kept as it was read.
  package static var node: FieldType {
    FieldType(.any) { node, report in
      UnwritableNumbers.flag(in: node, &report)
      return node
    } write: { node, _ in node } mark: { node, _, report in markLeaves(node, &report) }
  }

  private static func markLeaves(_ node: Node, _ report: inout Report) {
    node.forEachLeaf { leaf in report.use(leaf.place) }
  }

  /// Any mapping, kept as it was read.
  package static var mapping: FieldType {
    FieldType(.dictionary(.any)) { node, report in
      guard case .map = node.content else {
        ScalarReading.flagNoMapping(node, &report)
        return nil
      }
      UnwritableNumbers.flag(in: node, &report)
      SecretReading.flagAll(in: node, &report)
      return node
    } write: { node, _ in node } mark: { node, _, report in markLeaves(node, &report) }
  }
}

/// "; expected `a`, `b` or `c`"; nothing where there are more than eight: of these a finding shows the nearest.
@usableFromInline package func expecting(_ words: [String]) -> String { words.count > 8 ? "" : "; expected \(oneOf(words))" }

/// "`a`, `b` or `c`"
@usableFromInline package func oneOf(_ words: [String]) -> String { oneOf(quoted: words.map { "`\($0)`" }) }

/// "`3k` (kbps) or `3 bps`"
func oneOf(quoted: [String]) -> String {
  guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "nothing" }
  return quoted.dropLast().joined(separator: ", ") + " or " + last
}
