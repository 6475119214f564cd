package import RungSpec

/// What the declarations say of the value at a place of a spec: its keys, the words that it may be, and the quantity that it is.
package struct SpecSchema: Sendable {
  private let choices: [Schema]

  package static let spec = SpecSchema([.object(Schemas.spec)])

  /// The values of a mapping that is declared elsewhere, such as a request body.
  package init(_ object: ObjectSchema) { self.init([.object(object)]) }

  private init(_ schemas: [Schema]) { choices = schemas.flatMap(Self.flat) }

  private static func flat(_ schema: Schema) -> [Schema] {
    switch schema {
    case .anyOf(let choices): choices.flatMap(flat)
    case .nullable(let schema), .described(_, let schema): flat(schema)
    case .reference(let pointer): Schemas.spec.properties.first { pointer == "#/properties/\($0.key)" }.map { flat($0.schema) } ?? []
    default: [schema]
    }
  }

  /// Its keys in their order; nil where the order is the author's.
  var keys: [String]? {
    for case .object(let object) in choices {
      // Outputs and targets are asked for in their order.
      return object.name == Packaging.shape.name || object.name == "targets" ? nil : object.properties.map(\.key)
    }
    return nil
  }

  /// Of each mapping that the value may be.
  package var properties: [ObjectSchema.Property] {
    choices.flatMap { choice -> [ObjectSchema.Property] in if case .object(let object) = choice { object.properties } else { [] } }
  }

  /// Whether the value may be a mapping, or a list.
  package var isMapping: Bool { choices.contains { choice in if case .object = choice { true } else if case .dictionary = choice { true } else { false } } }
  package var isList: Bool { choices.contains { choice in if case .list = choice { true } else { false } } }

  /// The words that the value may be, where there are only some.
  package var words: [String] {
    choices.flatMap { choice -> [String] in
      switch choice {
      case .oneOf(let words): words
      case .oneOfIntegers(let numbers): numbers.map(String.init)
      case .numbered(_, _, let taken): taken
      case .boolean: ["true", "false"]
      case .const(let number): [String(number)]
      default: []
      }
    }
  }

  /// How values are written, where that is not any text.
  package var examples: [String] {
    choices.flatMap { choice -> [String] in if case .string(_, _, let examples) = choice { examples } else { [] } }
  }

  /// What the value may be, in a few words; empty for any text.
  package var form: String {
    var forms: [String] = []
    for choice in choices {
      switch choice {
      case .boolean, .oneOf, .oneOfIntegers, .numbered, .const: continue
      case .string(_, let length, let examples):
        if !examples.isEmpty { forms.append("such as " + examples.map { "`\($0)`" }.joined(separator: ", ")) }
        if let length, length.upperBound < .max { forms.append("\(length.lowerBound) to \(length.upperBound) characters") }
      case .integer(let range): forms.append(Self.bounded("integer", range))
      case .number(let range): forms.append(Self.bounded("number", range))
      case .list(_, let count, _): forms.append(count.map { "list of \($0.lowerBound) to \($0.upperBound)" } ?? "list")
      case .object, .dictionary: forms.append("mapping")
      case .any, .null, .anyOf, .nullable, .described, .reference: continue
      }
    }
    if !words.isEmpty { forms.insert(words.map { "`\($0)`" }.joined(separator: ", "), at: 0) }
    return forms.joined(separator: ", or ")
  }

  private static func bounded(_ kind: String, _ range: ClosedRange<Int>?) -> String {
    guard let range else { return kind }
    switch (range.lowerBound, range.upperBound) {
    case (.min, .max): return kind
    case (.min, let most): return "\(kind), at most \(most)"
    case (let least, .max): return "\(kind), at least \(least)"
    case (let least, let most): return "\(kind), \(least) to \(most)"
    }
  }

  package subscript(key: String) -> SpecSchema {
    SpecSchema(choices.flatMap { choice -> [Schema] in
      switch choice {
      case .object(let object): object.properties.filter { $0.key == key }.map(\.schema)
      case .dictionary(let value): [value]
      default: []
      }
    })
  }

  package var element: SpecSchema {
    SpecSchema(choices.flatMap { choice -> [Schema] in if case .list(let element, _, _) = choice { [element] } else { [] } })
  }

  /// The same quantity as Rung writes it; nil for a text that stays as it is.
  func quantity(_ text: String) -> String? {
    for case .string(let pattern?, _, _) in choices {
      switch pattern {
      case Bitrate.pattern: return Self.other(text, Bitrate.self) { UnitWording.bitrate($0) }
      case BufferSize.pattern: return Self.other(text, BufferSize.self) { $0.text }
      case SampleRate.pattern: return Self.other(text, SampleRate.self) { $0.text }
      case Resolution.pattern: return Self.other(text, Resolution.self) { $0.text }
      case Seconds.pattern: return Self.isTidy(text) ? nil : Self.other(text, Seconds.self) { UnitWording.duration($0) }
      default: continue
      }
    }
    return nil
  }

  /// Nil when the text is none, or when there is something to say about it.
  private static func other<Value: UnitValue>(_ text: String, _ type: Value.Type, _ write: (Value) -> String) -> String? {
    guard let value = type.plain(text) else { return nil }
    let other = write(value)
    return other != text && type.plain(other) == value ? other : nil
  }

  /// A whole number of one unit, which the author has chosen: `90s`, `36h`, `7d`.
  private static func isTidy(_ text: String) -> Bool {
    guard let unit = text.last, "dhms".contains(unit), let first = text.first, first != "0" else { return false }
    let digits = text.hasSuffix("ms") ? text.dropLast(2) : text.dropLast()
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
    return !text.hasSuffix("000ms")
  }
}
