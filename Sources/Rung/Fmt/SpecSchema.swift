internal import RungSpec

/// What the declarations say of the value at a place of a spec: the order of its keys, and the quantity that it is.
struct SpecSchema {
  private let choices: [Schema]

  static let spec = SpecSchema([.object(Schemas.spec)])

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

  subscript(key: String) -> SpecSchema {
    SpecSchema(choices.flatMap { choice -> [Schema] in
      switch choice {
      case .object(let object): object.properties.filter { $0.key == key }.map(\.schema)
      case .dictionary(let value): [value]
      default: []
      }
    })
  }

  var element: SpecSchema {
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
