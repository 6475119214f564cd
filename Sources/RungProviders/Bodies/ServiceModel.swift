internal import RungSource
package import RungSpec

/// Bodies that are declared by a table, made from what a provider publishes for programs. What Rung itself writes of them is laid
/// over it: what a field means, and which key of specs it holds.
package final class ServiceModel: Sendable {
  /// What is laid over a member.
  package struct Laid: Sendable {
    let summary: String
    let mapping: BodyMapping?
    let schema: @Sendable () -> Schema
  }

  private let table: Once<[String: [Substring]]>
  private let objects: Once<[String: ObjectSchema]>

  /// - Parameters:
  ///   - table: one line for each structure, as `rung-dev service-models` writes it.
  ///   - laid: by structure and member.
  package init(_ table: String, laid: @escaping @Sendable () -> [String: [String: Laid]]) {
    self.table = Once {
      var structures: [String: [Substring]] = [:]
      for line in table.split(separator: "\n") where !line.hasPrefix("#") {
        let words = line.split(separator: " ")
        let name = words.first.map { $0.hasSuffix("|") ? $0.dropLast() : $0 } ?? ""
        structures[String(name)] = Array(words.dropFirst())
      }
      return structures
    }
    let laid = Once(laid)
    objects = Once { [table = self.table] in
      var made: [String: ObjectSchema] = [:]
      for name in table.value.keys { _ = Self.object(name, table.value, laid.value, &made) }
      return made
    }
  }

  /// What a declaration says of its members.
  package static func laid<Body>(_ shape: Shape<Body>) -> [String: Laid] {
    Dictionary(shape.fields.map { ($0.key, Laid(summary: $0.summary, mapping: $0.mapping, schema: $0.schema)) }) { first, _ in first }
  }

  // MARK: Declarations

  /// - Parameter name: of a structure of the table; another one has no members.
  package func object(_ name: String) -> ObjectSchema { objects.value[name] ?? ObjectSchema(name: name, summary: "", properties: [], closed: true) }

  /// Reads and judges such a body.
  ///
  /// - Parameters:
  ///   - title: what a finding calls it; the name of the structure where it is not set.
  ///   - summary: of the schema.
  package func shape(_ name: String, title: String? = nil, _ summary: String = "") -> Shape<KeptFields> {
    Shape(title ?? name, summary, { KeptFields() }) {
      object(name).properties.map { property in
        let key = property.key
        return Field(
          key, { $1(&$0[key]) }, Self.type(property.schema, self), required: property.required, of: property.mapping?.key,
          as: property.mapping?.form ?? .same, property.summary)
      }
    }
  }

  /// The words of an enumeration; none where the member is none.
  package func words(_ member: String, of name: String) -> [String] {
    guard let property = object(name).properties.first(where: { $0.key == member }), case .oneOf(let words) = property.schema else { return [] }
    return words
  }

  /// The range of a number; nil where the model states none.
  package func range(_ member: String, of name: String) -> ClosedRange<Int>? {
    guard let property = object(name).properties.first(where: { $0.key == member }) else { return nil }
    switch property.schema {
    case .integer(let range): return range
    case .number(let range): return range
    default: return nil
    }
  }

  /// Every key of every structure.
  package var keys: Set<String> { Set(objects.value.values.flatMap { $0.properties.map(\.key) }) }

  // MARK: The table

  private static func object(_ name: String, _ table: [String: [Substring]], _ laid: [String: [String: Laid]], _ made: inout [String: ObjectSchema]) -> ObjectSchema {
    if let known = made[name] { return known }
    var properties: [ObjectSchema.Property] = []
    for word in table[name] ?? [] {
      guard let colon = word.firstIndex(of: ":") else { continue }
      let isRequired = word[..<colon].hasSuffix("!")
      let key = String(isRequired ? word[..<colon].dropLast() : word[..<colon])
      let over = laid[name]?[key]
      let schema = narrowed(schema(word[word.index(after: colon)...], table, laid, &made), by: over?.schema())
      properties.append(ObjectSchema.Property(key: key, schema: schema, summary: over?.summary ?? "", required: isRequired, mapping: over?.mapping))
    }
    let object = ObjectSchema(name: name, summary: "", properties: properties, closed: true)
    made[name] = object
    return object
  }

  private static func schema(_ kind: Substring, _ table: [String: [Substring]], _ laid: [String: [String: Laid]], _ made: inout [String: ObjectSchema]) -> Schema {
    let (range, rest) = range(of: kind.dropFirst())
    switch kind.first {
    case "s":
      let length = range.map { max($0.lowerBound, 0)...$0.upperBound }
      return .string(pattern: rest.first == "/" ? "^(\(rest.dropFirst()))$" : nil, length: length)
    case "i": return .integer(range)
    case "d": return .number(range ?? Int.min...Int.max)
    case "b": return .boolean
    case "*": return .any
    case "{": return .dictionary(.string())
    case "=": return .oneOf(kind.dropFirst().split(separator: ",").map(String.init))
    case "[": return .list(schema(rest, table, laid, &made), count: range ?? .free)
    default: return .object(object(String(kind), table, laid, &made))
    }
  }

  /// What both take: a limit that the table leaves out holds where Rung has one, such as of text that is not empty.
  private static func narrowed(_ schema: Schema, by other: Schema?) -> Schema {
    func both(_ one: ClosedRange<Int>?, _ two: ClosedRange<Int>?) -> ClosedRange<Int>? { one.map { $0.clamped(to: two ?? $0) } ?? two }
    switch (schema, other) {
    case (.integer(let range), .integer(let own)): return .integer(both(range, own))
    case (.number(let range), .number(let own)): return .number(range.clamped(to: own))
    case (.number(let range), .integer(let own)): return .number(both(range, own) ?? range)
    case (.string(let pattern, let length, let examples), .string(_, let own, _)): return .string(pattern: pattern, length: both(length, own), examples: examples)
    default: return schema
    }
  }

  /// `(1,31)` at the beginning; nil for none.
  private static func range(of text: Substring) -> (range: ClosedRange<Int>?, rest: Substring) {
    guard text.first == "(", let end = text.firstIndex(of: ")") else { return (nil, text) }
    let bounds = text[text.index(after: text.startIndex)..<end].split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard bounds.count == 2 else { return (nil, text) }
    return ((bounds[0] ?? .min)...(bounds[1] ?? .max), text[text.index(after: end)...])
  }

  // MARK: Values

  /// A value that is kept as it was read, judged as others of its kind are.
  private static func type(_ schema: Schema, _ model: ServiceModel) -> FieldType<Node> {
    switch schema {
    case .object(let object):
      return FieldType(.object(object)) { node, report in
        let shape = model.shape(object.name)
        return shape.read(node, &report).map { shape.write($0, at: node.place) }
      } write: { node, _ in node } mark: { node, _, report in node.forEachLeaf { report.use($0.place) } }
    case .list(let element, let count, _): return kept(.list(type(element, model), count: count), schema)
    case .dictionary: return kept(.dictionary(FieldType<String>.text(0...Int.max)), schema)
    case .oneOf(let words): return kept(FieldType<String>.word(words), schema)
    case .integer(let range): return kept(FieldType<Int>.integer(range), schema)
    case .number(let range): return kept(FieldType<Rational>.number(range), schema)
    case .boolean: return kept(FieldType<Bool>.bool, schema)
    case .string(let pattern, let length, _): return kept(text(length ?? 0...Int.max, pattern), schema)
    default: return FieldType<Node>.node
    }
  }

  private static func kept<Value>(_ type: FieldType<Value>, _ schema: Schema) -> FieldType<Node> {
    FieldType<Node>(schema) { node, report in
      type.read(node, &report).map { type.write($0, node.place) }
    } write: { node, _ in node } mark: { node, _, report in node.forEachLeaf { report.use($0.place) } }
  }

  private static func text(_ length: ClosedRange<Int>, _ pattern: String?) -> FieldType<String> {
    let text = FieldType<String>.text(length)
    guard let pattern else { return text }
    return FieldType<String>(text.schema()) { node, report in
      guard let value = text.read(node, &report) else { return nil }
      // A value that is filled in when the body is sent is none of these characters.
      if value.hasPrefix("{"), value.hasSuffix("}") { return value }
      guard let form = try? Regex(pattern), value.wholeMatch(of: form) == nil else { return value }
      report.flag(SpecFaults.malformedValue, node.place, "`\(value)` has another form; expected \(pattern.dropFirst(2).dropLast(2))")
      return nil
    } write: { .string($0, at: $1) }
  }
}
