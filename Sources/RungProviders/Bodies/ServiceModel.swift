internal import RungSource
package import RungSpec
internal import Synchronization

/// Bodies that are declared by a table, made from what a provider publishes for programs. What Rung itself writes of them is laid
/// over it: what a field means, and which key of specs it holds.
package final class ServiceModel: Sendable {
  /// What is laid over a member.
  package struct Laid: Sendable {
    let summary: String
    let mapping: BodyMapping?
  }

  private struct Member {
    let key: String
    let isRequired: Bool
    let kind: Substring
  }

  private struct Made {
    var objects: [String: ObjectSchema] = [:]
    var shapes: [String: Shape<KeptFields>] = [:]
  }

  private let table: Once<[String: [Substring]]>
  private let laid: Once<[String: [String: Laid]]>
  private let made = Mutex(Made())

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
    self.laid = Once(laid)
  }

  /// What a declaration says of its members.
  package static func laid<Body>(_ shape: Shape<Body>) -> [String: Laid] {
    Dictionary(shape.fields.map { ($0.key, Laid(summary: $0.summary, mapping: $0.mapping)) }) { first, _ in first }
  }

  // MARK: Declarations

  /// - Parameter name: of a structure of the table; another one has no members.
  package func object(_ name: String) -> ObjectSchema {
    if let known = made.withLock({ $0.objects[name] }) { return known }
    let properties = members(of: name).map { member in
      let laid = laid.value[name]?[member.key]
      return ObjectSchema.Property(
        key: member.key, schema: schema(member.kind), summary: laid?.summary ?? "", required: member.isRequired, mapping: laid?.mapping)
    }
    let object = ObjectSchema(name: name, summary: "", properties: properties, closed: true)
    made.withLock { $0.objects[name] = object }
    return object
  }

  /// Reads and judges such a body.
  ///
  /// - Parameters:
  ///   - title: what a finding calls it; the name of the structure where it is not set.
  ///   - summary: of the schema.
  package func shape(_ name: String, title: String? = nil, _ summary: String = "") -> Shape<KeptFields> {
    if title == nil, let known = made.withLock({ $0.shapes[name] }) { return known }
    let shape = Shape(title ?? name, summary, { KeptFields() }) {
      object(name).properties.map { property in
        let key = property.key
        return Field(
          key, { $1(&$0[key]) }, type(property.schema), required: property.required, of: property.mapping?.key,
          as: property.mapping?.form ?? .same, property.summary)
      }
    }
    if title == nil { made.withLock { $0.shapes[name] = shape } }
    return shape
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
  package var keys: Set<String> { Set(table.value.keys.flatMap { members(of: $0).map(\.key) }) }

  // MARK: The table

  private func members(of name: String) -> [Member] {
    (table.value[name] ?? []).compactMap { word in
      guard let colon = word.firstIndex(of: ":") else { return nil }
      let key = word[..<colon]
      let isRequired = key.hasSuffix("!")
      return Member(key: String(isRequired ? key.dropLast() : key), isRequired: isRequired, kind: word[word.index(after: colon)...])
    }
  }

  private func schema(_ kind: Substring) -> Schema {
    let (range, rest) = Self.range(of: kind.dropFirst())
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
    case "[": return .list(schema(rest), count: range)
    default: return .object(object(String(kind)))
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
  private func type(_ schema: Schema) -> FieldType<Node> {
    switch schema {
    case .object(let object):
      return FieldType(.object(object)) { node, report in
        let shape = self.shape(object.name)
        return shape.read(node, &report).map { shape.write($0, at: node.place) }
      } write: { node, _ in node } mark: { node, _, report in node.forEachLeaf { report.use($0.place) } }
    case .list(let element, let count, _): return Self.kept(.list(type(element), count: count), schema)
    case .dictionary: return Self.kept(.dictionary(FieldType<String>.text(0...Int.max)), schema)
    case .oneOf(let words): return Self.kept(FieldType<String>.word(words), schema)
    case .integer(let range): return Self.kept(FieldType<Int>.integer(range), schema)
    case .number(let range): return Self.kept(FieldType<Rational>.number(range), schema)
    case .boolean: return Self.kept(FieldType<Bool>.bool, schema)
    case .string(let pattern, let length, _): return Self.kept(Self.text(length ?? 0...Int.max, pattern), schema)
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
