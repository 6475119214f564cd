internal import RungSource
internal import RungSpec

/// JSON of protobuf messages in one spelling: proto names, enum names, numbers as numbers, nothing for `null`. What the
/// server rejects, or ignores without an error, is reported.
struct LiveKitJSON {
  let isAnswer: Bool
  /// Fields of answers only.
  let filled: [String]

  func canonical(_ node: Node, _ object: ObjectSchema, _ report: inout Report) -> Node {
    guard case .map(let entries) = node.content else { return node }
    var result: [Node.Entry] = []
    var keys: [String: SourcePlace] = [:]
    var members: [String: Node.Entry] = [:]
    for entry in entries {
      let key = entry.key.value
      guard let field = object.properties.first(where: { $0.key == key || $0.key.camelCase == key }) else {
        if let flat = Self.wrapped(entry) {
          report.flag(
            BodyFaults.unknownField, entry.key.place, "`\(key)` is not a field of \(object.name); the server ignores it and uses LiveKit's default",
            help: "use `\(flat)` instead (in JSON a oneof has no name)", citation: LiveKit.Source.server("JSON is read with unknown fields dropped"))
        } else {
          result.append(Node.Entry(key: Located(filled.first { $0.camelCase == key } ?? key, at: entry.key.place), value: entry.value))
        }
        continue
      }
      if let first = keys.updateValue(entry.key.place, forKey: field.key) {
        report.flag(
          BodyFaults.listedTwice, entry.key.place, "`\(field.key)` is set under both of its names; LiveKit accepts one",
          notes: [MessageNote("the other is set here", at: first.span), LiveKit.answer("duplicate field \"\(key)\"")], help: "keep one of them",
          citation: LiveKit.Source.server("the JSON form of protobuf, duplicate fields"))
        continue
      }
      if entry.value.isNull || isAnswer && entry.value.isEmptyText { continue }
      let value = Node.Entry(key: Located(field.key, at: entry.key.place), value: self.value(entry.value, field.key, field.schema, &report))
      if isAnswer, Self.isUnset(value.value) { continue }
      if let group = field.group, let first = members.updateValue(value, forKey: group) {
        report.flag(
          BodyFaults.listedTwice, entry.key.place, "`\(field.key)` and `\(first.key.value)` are both set; LiveKit accepts one of the two",
          notes: [MessageNote("`\(first.key.value)` is set here", at: first.key.place.span), LiveKit.answer("oneof livekit.\(group) is already set")],
          help: "remove one of them", citation: LiveKit.Source.proto("oneof \(SpecKey(group).name)"))
        continue
      }
      result.append(value)
    }
    return Node(.map(result), at: node.place)
  }

  private func value(_ node: Node, _ key: String, _ schema: Schema, _ report: inout Report) -> Node {
    switch schema {
    case .object(let object): return canonical(node, object, &report)
    case .list(let element, _, _):
      guard case .list(let items) = node.content else { return node }
      return Node(.list(items.map { value($0, key, element, &report) }), at: node.place)
    case .integer: return number(node, isWhole: true, key, &report)
    case .number: return number(node, isWhole: false, key, &report)
    case .numbered(let noun, let names, let taken): return choice(node, noun, names, taken, key, &report)
    default: return node
    }
  }

  // MARK: The schema

  /// The declaration with all that ``canonical(_:_:_:)`` reads.
  static func spelled(_ object: ObjectSchema) -> ObjectSchema {
    var copy = object
    for (index, field) in object.properties.enumerated() where !field.isReadOnly {
      copy.properties[index].schema = field.required ? spelled(field.schema) : .nullable(spelled(field.schema))
      copy.properties[index].otherKey = field.key.camelCase == field.key ? nil : field.key.camelCase
    }
    return copy
  }

  private static func spelled(_ schema: Schema) -> Schema {
    switch schema {
    case .object(let object): .object(spelled(object))
    case .list(let element, let count, let unique): .list(spelled(element), count: count, unique: unique)
    case .integer(let range?): .anyOf([schema, .string(pattern: "^(\(digits(range).joined(separator: "|")))$")])
    case .number: .anyOf([schema, .string(pattern: #"^(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$"#)])
    default: schema
    }
  }

  /// The decimals of a range, as parts of a regular expression.
  private static func digits(_ range: ClosedRange<Int>) -> [String] {
    if range.lowerBound < 0 { return digits(1...(-range.lowerBound)).map { "-\($0)" } + digits(0...range.upperBound) }
    func between(_ least: Substring, _ most: Substring) -> [String] {
      guard let first = least.first, let last = most.first else { return [""] }
      let (rest, end) = (least.dropFirst(), most.dropFirst())
      if first == last { return between(rest, end).map { "\(first)\($0)" } }
      let (low, high) = (rest.allSatisfy { $0 == "0" }, end.allSatisfy { $0 == "9" })
      let (from, to) = ((first.wholeNumberValue ?? 0) + (low ? 0 : 1), (last.wholeNumberValue ?? 0) - (high ? 0 : 1))
      let inner = from <= to ? ["[\(from)-\(to)]" + (rest.isEmpty ? "" : "[0-9]{\(rest.count)}")] : []
      return (low ? [] : between(rest, Substring(rest.map { _ in "9" })).map { "\(first)\($0)" }) + inner
        + (high ? [] : between(Substring(end.map { _ in "0" }), end).map { "\(last)\($0)" })
    }
    let (least, most) = ("\(range.lowerBound)", "\(range.upperBound)")
    return (least.count...most.count).flatMap { length in
      between(length == least.count ? least[...] : "1\(String(repeating: "0", count: length - 1))", length == most.count ? most[...] : Substring(String(repeating: "9", count: length)))
    }
  }

  // MARK: Enums

  /// - Parameter taken: what the server rejects is not worth naming.
  private func choice(_ node: Node, _ noun: String, _ names: [String], _ taken: [String], _ key: String, _ report: inout Report) -> Node {
    guard let scalar = node.scalar else { return node }
    let reference = LiveKit.Source.server("JSON is read with unknown enum names dropped")
    switch scalar.type {
    case .integer, .decimal:
      // `2.0` is an integer, and a number without a name is wrong whatever its size.
      let number = Self.plain(scalar.text).flatMap { Int($0) } ?? -1
      if names.indices.contains(number) { return .string(names[number], at: node.place) }
      report.flag(
        BodyFaults.valueNotTaken, node.place, "\(scalar.text) is not the number of \(noun); expected 0 to \(names.count - 1), or \(oneOf(taken))",
        help: "use the name", citation: LiveKit.Source.proto(key))
      report.setAside(node.place)
      return node
    case .string:
      guard !names.contains(scalar.text) else { return node }
      let near = Guess(names.first { $0 == scalar.text.uppercased() }, or: Similarity.meant(by: scalar.text, among: taken))
      report.flag(
        BodyFaults.valueNotTaken, node.place, "\(scalar.text.isEmpty ? "the value is empty" : "`\(scalar.text)` is not \(noun)"); expected \(oneOf(taken))",
        notes: [MessageNote("the server ignores an unknown name without an error and uses its default, \(names[0])")],
        help: near.help ?? "use one of these names, in capitals", fix: near.only.map { .replace(node.span, with: $0, .unsafe) },
        citation: reference)
      // The name that is meant is checked instead; where that is not clear, the server's default.
      guard let instead = near.only ?? (key == "input_type" ? names[0] : nil) else {
        report.setAside(node.place)
        return node
      }
      report.readInstead(node.place)
      return .string(instead, at: node.place)
    default: return node
    }
  }

  // MARK: Numbers

  /// A number of JSON, or one in quotes. Integers may have a point or an exponent as well: `64000.0`, `64e3`.
  private func number(_ node: Node, isWhole: Bool, _ key: String, _ report: inout Report) -> Node {
    guard let scalar = node.scalar else { return node }
    if !isWhole, ["NaN", "Infinity", "-Infinity"].contains(scalar.text), scalar.type == .string {
      report.flag(
        BodyFaults.valueOutOfRange, node.place, "`\(key)` is `\(scalar.text)`; expected a finite number",
        help: "use frames per second, for example `30`", citation: LiveKit.Source.server("the JSON form of protobuf takes it, and no check refuses it"))
      report.setAside(node.place)
      return node
    }
    // In quotes as without: JSON has no `007` and no `+5`.
    guard let written = JSONNumber(Scalar(scalar.text, .plain)), scalar.style == .plain || written == .text(scalar.text) else { return node }
    guard let plain = Self.plain(scalar.text) else { return node }
    if !isWhole, plain.hasPrefix("-") {
      report.flag(
        BodyFaults.valueOutOfRange, node.place, "`\(key)` is \(plain); expected 0 or more",
        notes: [LiveKit.answer("invalid video parameters: invalid framerate")], help: "remove it for LiveKit's default of 30",
        citation: LiveKit.Source.validation("framerate"))
      report.setAside(node.place)
    }
    return Node(.scalar(Scalar(plain, .plain)), at: node.place)
  }

  /// `64e3` → `64000`, `64000.0` → `64000`, `2997e-2` → `29.97`. Nil for what has more digits than any field.
  private static func plain(_ text: String) -> String? {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" || $0 == "+" }.split(whereSeparator: { $0 == "e" || $0 == "E" })
    guard let mantissa = parts.first, let exponent = parts.count > 1 ? Int(parts[1]) : 0, abs(exponent) < 40 else { return nil }
    let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    var digits = String(halves[0])
    var fraction = halves.count > 1 ? String(halves[1]) : ""
    guard digits.utf8.count + fraction.utf8.count < 40 else { return nil }
    for _ in 0..<max(0, exponent) {
      digits += fraction.isEmpty ? "0" : String(fraction.removeFirst())
    }
    for _ in 0..<max(0, -exponent) {
      fraction = (digits.isEmpty ? "0" : String(digits.removeLast())) + fraction
    }
    while digits.utf8.count > 1, digits.hasPrefix("0") { digits.removeFirst() }
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let value = (digits.isEmpty ? "0" : digits) + (fraction.isEmpty ? "" : ".\(fraction)")
    return isNegative && value != "0" ? "-\(value)" : value
  }

  // MARK: Small things

  /// What JavaScript SDKs have for a oneof: `encodingOptions: {case: "preset", value: 1}`.
  private static func wrapped(_ entry: Node.Entry) -> String? {
    guard entry.key.value == "encodingOptions" || entry.key.value == "encoding_options" else { return nil }
    if let name = entry.value["case"]?.scalar?.text, name == "preset" || name == "options" { return name }
    return entry.value.entries.first?.key.value ?? "preset"
  }

  /// What an answer has for a field that was not set.
  static func isUnset(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.text.isEmpty || (scalar.type == .integer && scalar.text == "0") || ["UNKNOWN", "DEFAULT_VC", "DEFAULT_AC"].contains(scalar.text)
  }
}
