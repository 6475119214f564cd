package import RungSource

/// Schemas → JSON Schema (json-schema.org), as a tree to be written as JSON.
package struct SchemaWriter {
  /// What the addresses of all schemas begin with, which are their `$id`: where `schemas/` is published, with a slash at the end. Empty
  /// while it is nowhere: the `$id` is the name of the file then, which stands for the place that the schema was read from (RFC 3986, 5.1.3).
  package static let home = ""

  /// The versions of JSON Schema that are written.
  package enum Draft: String {
    case draft202012 = "https://json-schema.org/draft/2020-12/schema"
    /// For catalogues and editors that know no later one.
    case draft07 = "http://json-schema.org/draft-07/schema#"

    fileprivate var definitions: String { self == .draft07 ? "definitions" : "$defs" }
  }

  private let draft: Draft
  /// Every object under its name, so that an editor shows the name and a shape that is used twice is written once.
  private var definitions: [(name: String, node: Node)] = []

  /// A whole schema document.
  ///
  /// - Parameters:
  ///   - name: of its file, without `.schema.json`.
  ///   - completions: keys, and the values that they have, with which required keys may come from elsewhere (`extends`).
  package static func document(
    _ object: ObjectSchema, name: String, title: String, draft: Draft = .draft202012, completedBy completions: [(key: String, value: Bool?)] = [], examples: [Node] = []
  ) -> Node {
    var writer = SchemaWriter(draft: draft)
    var members: [(String, Node)] = [("$schema", text(draft.rawValue)), ("$id", text("\(home)\(name).schema.json"))]
    members += [("title", text(title)), ("description", text(object.summary))]
    members += writer.members(of: object, completedBy: completions)
    if !examples.isEmpty { members.append(("examples", .list(examples, at: .nowhere))) }
    if !writer.definitions.isEmpty {
      members.append((draft.definitions, map(writer.definitions.sorted { $0.name < $1.name }.map { ($0.name, $0.node) })))
    }
    return map(members)
  }

  private mutating func members(of object: ObjectSchema, completedBy completions: [(key: String, value: Bool?)] = []) -> [(String, Node)] {
    var properties: [(String, Node)] = []
    for property in object.properties {
      let schema = described(property)
      properties.append((property.key, Self.map(schema)))
      if let other = property.otherKey {
        properties.append((other, Self.map([("description", Self.text("The same as `\(property.key)`."))] + schema.filter { $0.0 != "description" })))
      }
    }
    var members: [(String, Node)] = [("type", Self.text("object"))]
    if !properties.isEmpty { members.append(("properties", Self.map(properties))) }
    // What is omitted in practice is worth a warning, and no more.
    let needed = object.properties.filter { $0.required && !$0.isOmittable }
    let required = needed.filter { $0.otherKey == nil }.map { Self.text($0.key) }
    if !required.isEmpty {
      let list = Node.list(required, at: .nowhere)
      if completions.isEmpty {
        members.append(("required", list))
      } else {
        let conditions = completions.map { completion in
          Self.map(
            (completion.value.map { [("properties", Self.map([(completion.key, Self.map([("const", .bool($0, at: .nowhere))]))]))] } ?? [])
              + [("required", .list([Self.text(completion.key)], at: .nowhere))])
        }
        members.append(("if", Self.map([("anyOf", .list(conditions, at: .nowhere))])))
        members.append(("else", Self.map([("required", list)])))
      }
    }
    let more =
      needed.compactMap { property in property.otherKey.map { Self.map([("anyOf", .list([Self.having([property.key]), Self.having([$0])], at: .nowhere))]) } }
      + object.properties.compactMap { property in property.otherKey.map { Self.map([("not", Self.having([property.key, $0]))]) } } + Self.exclusions(object)
    if !more.isEmpty { members.append(("allOf", .list(more, at: .nowhere))) }
    if object.closed { members.append(("additionalProperties", .bool(false, at: .nowhere))) }
    return members
  }

  /// Fields of one group exclude each other, where they are not null.
  private static func exclusions(_ object: ObjectSchema) -> [Node] {
    let grouped = object.properties.filter { $0.group != nil }
    return grouped.enumerated().flatMap { index, first in
      grouped[(index + 1)...].filter { $0.group == first.group }.map { second in
        let keys = [first.key, second.key]
        let set = map([("not", map([("type", text("null"))]))])
        return map([("not", map([("properties", map(keys.map { ($0, set) })), ("required", words(keys))]))])
      }
    }
  }

  private static func having(_ keys: [String]) -> Node { map([("required", words(keys))]) }

  private mutating func described(_ property: ObjectSchema.Property) -> [(String, Node)] {
    var members = members(of: property.schema)
    if property.remark != nil { members.append(("deprecated", .bool(true, at: .nowhere))) }
    if property.isReadOnly { members.append(("readOnly", .bool(true, at: .nowhere))) }
    guard !property.summary.isEmpty else { return members }
    // Until 2019, what stands beside a `$ref` does not count.
    if draft == .draft07, let reference = members.firstIndex(where: { $0.0 == "$ref" }) {
      members[reference] = ("allOf", .list([Self.map([members[reference]])], at: .nowhere))
    }
    var summary = Substring(property.summary)
    // The summary of a required field opens with a value to write: "720p: what the rendition is called".
    if property.required, let colon = Self.endOfExample(summary) {
      let example = String(summary[..<colon])
      summary = summary[colon...].dropFirst(2)
      if case .string = property.schema {
        members.removeAll { $0.0 == "examples" }
        members.append(("examples", Self.words([example])))
      }
    }
    members.insert(("description", Self.text(Self.sentence(String(summary)))), at: 0)
    return members
  }

  private static func endOfExample(_ summary: Substring) -> Substring.Index? {
    var index = summary.startIndex
    while let colon = summary[index...].firstIndex(of: ":") {
      index = summary.index(after: colon)
      if summary[index...].hasPrefix(" ") { return colon }
    }
    return nil
  }

  private mutating func members(of schema: Schema) -> [(String, Node)] {
    switch schema {
    case .any: return []
    case .null: return [("type", Self.text("null"))]
    case .boolean: return [("type", Self.text("boolean"))]
    case .string(let pattern, let length, let examples):
      var members = [("type", Self.text("string"))]
      if let pattern { members.append(("pattern", Self.text(pattern))) }
      if let length {
        if length.lowerBound > 0 { members.append(("minLength", Self.number(length.lowerBound))) }
        if length.upperBound < .max { members.append(("maxLength", Self.number(length.upperBound))) }
      }
      if !examples.isEmpty { members.append(("examples", Self.words(examples))) }
      return members
    case .integer(let range):
      return [("type", Self.text("integer"))] + Self.bounds(range)
    case .number(let range):
      return [("type", Self.text("number"))] + Self.bounds(range)
    case .oneOf(let words):
      return [("enum", Self.words(words))]
    case .oneOfIntegers(let numbers):
      return [("enum", .list(numbers.map(Self.number), at: .nowhere))]
    case .numbered(_, let names, let taken):
      let numbers = names.indices.filter { taken.contains(names[$0]) }
      return [("enum", .list(taken.map(Self.text) + numbers.map(Self.number), at: .nowhere))]
    case .const(let value):
      return [("const", Self.number(value))]
    case .list(let element, let count, let unique):
      var list = [("type", Self.text("array")), ("items", Self.map(members(of: element)))]
      if let count {
        if count.lowerBound > 0 { list.append(("minItems", Self.number(count.lowerBound))) }
        if count.upperBound < .max { list.append(("maxItems", Self.number(count.upperBound))) }
      }
      if unique { list.append(("uniqueItems", .bool(true, at: .nowhere))) }
      return list
    case .dictionary(let element):
      let values = members(of: element)
      return [("type", Self.text("object"))] + (values.isEmpty ? [] : [("additionalProperties", Self.map(values))])
    case .object(let object):
      guard object.name.isEmpty else { return [("$ref", Self.text("#/\(draft.definitions)/\(define(object))"))] }
      return Self.description(object.summary) + members(of: object)
    case .described(let text, let schema):
      return Self.description(text) + members(of: schema)
    case .nullable(let schema):
      return orNull(members(of: schema))
    case .anyOf(let choices):
      return [("anyOf", .list(choices.map { Self.map(members(of: $0)) }, at: .nowhere))]
    case .reference(let pointer):
      return [("$ref", Self.text(pointer))]
    }
  }

  private static func description(_ summary: String) -> [(String, Node)] {
    summary.isEmpty ? [] : [("description", text(summary))]
  }

  /// Null joins the types or the values where they are listed, and is a separate form beside a reference.
  private func orNull(_ members: [(String, Node)]) -> [(String, Node)] {
    if members.isEmpty { return [] }
    guard let index = members.firstIndex(where: { $0.0 == "type" || $0.0 == "enum" }) else {
      let forms = [Self.map(members), Self.map([("type", Self.text("null"))])]
      return [("anyOf", .list(forms, at: .nowhere))]
    }
    var members = members
    let (keyword, node) = members[index]
    let null = keyword == "type" ? Self.text("null") : .null(at: .nowhere)
    members[index].1 = .list((node.isScalar ? [node] : node.items) + [null], at: .nowhere)
    return members
  }

  /// The name of the object among the definitions.
  private mutating func define(_ object: ObjectSchema) -> String {
    let node = Self.map(Self.description(Self.sentence(object.summary)) + members(of: object))
    let base = Self.slug(object.name)
    var name = base
    var number = 1
    while let known = definitions.first(where: { $0.name == name }) {
      if known.node.isSame(as: node) { return name }
      number += 1
      name = "\(base)-\(number)"
    }
    definitions.append((name, node))
    return name
  }

  /// "`ingest.video`" → `ingest-video`, "a rendition" → `rendition`.
  private static func slug(_ name: String) -> String {
    var words = name.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    if let first = words.first, words.count > 1, ["a", "an", "the"].contains(first) { words.removeFirst() }
    return words.joined(separator: "-")
  }

  /// Field summaries begin in lower case where they continue an error message.
  private static func sentence(_ summary: String) -> String {
    guard let first = summary.first else { return summary }
    return first.uppercased() + summary.dropFirst()
  }

  private static func bounds(_ range: ClosedRange<Int>?) -> [(String, Node)] {
    guard let range else { return [] }
    var members: [(String, Node)] = []
    if range.lowerBound > .min { members.append(("minimum", number(range.lowerBound))) }
    if range.upperBound < .max { members.append(("maximum", number(range.upperBound))) }
    return members
  }

  private static func map(_ members: [(String, Node)]) -> Node { .map(members, at: .nowhere) }
  private static func words(_ words: [String]) -> Node { .list(words.map(text), at: .nowhere) }
  private static func text(_ text: String) -> Node { .string(text, at: .nowhere) }
  private static func number(_ number: Int) -> Node { .integer(number, at: .nowhere) }
}
