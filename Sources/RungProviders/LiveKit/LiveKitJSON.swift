internal import RungSource
internal import RungSpec

/// JSON of protobuf messages in one spelling: proto names, enum names, numbers as numbers, nothing for `null`. What the
/// server rejects, or ignores without an error, is reported.
struct LiveKitJSON {
  let isAnswer: Bool

  func canonical(_ node: Node, _ message: LiveKitMessage, _ report: inout Report) -> Node {
    guard case .map(let entries) = node.content else { return node }
    var result: [Node.Entry] = []
    var members: [String: Node.Entry] = [:]
    for entry in entries {
      guard let field = message.field(entry.key.value) else {
        if let flat = Self.wrapped(entry) {
          report.flag(
            BodyFaults.unknownField, entry.key.place, "`\(entry.key.value)` is not a field of \(message.name); the server ignores it and uses LiveKit's default",
            help: "use `\(flat)` instead (in JSON a oneof has no name)", citation: LiveKit.Source.server("JSON is read with unknown fields dropped"))
        } else {
          result.append(entry)
        }
        continue
      }
      if let first = result.first(where: { $0.key.value == field.name }) {
        report.flag(
          BodyFaults.listedTwice, entry.key.place, "`\(field.name)` is set under both of its names; LiveKit accepts one",
          notes: [MessageNote("the other is set here", at: first.key.place.span), LiveKit.answer("duplicate field \"\(entry.key.value)\"")], help: "keep one of them",
          citation: LiveKit.Source.server("the JSON form of protobuf, duplicate fields"))
        continue
      }
      if entry.value.isNull || isAnswer && entry.value.isEmptyText { continue }
      let value = Node.Entry(key: Located(field.name, at: entry.key.place), value: self.value(entry.value, field, &report))
      if isAnswer, Self.isUnset(value.value) { continue }
      if let group = field.oneOf, let first = members.updateValue(value, forKey: group) {
        report.flag(
          BodyFaults.listedTwice, entry.key.place, "`\(field.name)` and `\(first.key.value)` are both set; LiveKit accepts one of the two",
          notes: [MessageNote("`\(first.key.value)` is set here", at: first.key.place.span), LiveKit.answer("oneof livekit.\(message.name).\(group) is already set")],
          help: "remove one of them", citation: LiveKit.Source.proto("oneof \(group)"))
        continue
      }
      result.append(value)
    }
    return Node(.map(result), at: node.place)
  }

  private func value(_ node: Node, _ field: LiveKitMessage.Field, _ report: inout Report) -> Node {
    if Self.isIgnored(field), !Self.fits(node, field.kind) {
      // The server ignores it, but reads it.
      report.flag(
        BodyFaults.wrongFieldType, node.place, "expected \(Self.noun(field.kind)) for `\(field.name)`, found \(node.kind)",
        help: "remove it (the server ignores it)", citation: LiveKit.Source.server("the JSON form of protobuf"))
    }
    switch field.kind {
    case .text, .flag: return node
    case .message(let message): return message.fields.isEmpty ? node : canonical(node, message, &report)
    case .list(let message):
      guard case .list(let items) = node.content else { return node }
      return Node(.list(items.map { canonical($0, message, &report) }), at: node.place)
    case .uint32, .int32: return number(node, isWhole: true, field, &report)
    case .double: return number(node, isWhole: false, field, &report)
    case .choice(let noun, let names): return choice(node, noun, names, field, &report)
    }
  }

  // MARK: Enums

  private func choice(_ node: Node, _ noun: String, _ names: [String], _ field: LiveKitMessage.Field, _ report: inout Report) -> Node {
    guard let scalar = node.scalar else { return node }
    // What the server rejects is not worth naming.
    let taken = names.filter { !Self.refused.contains($0) }
    let reference = LiveKit.Source.server("JSON is read with unknown enum names dropped")
    switch scalar.type {
    case .integer, .decimal:
      // `2.0` is an integer, and a number without a name is wrong whatever its size.
      let number = Self.plain(scalar.text).flatMap { Int($0) } ?? -1
      if names.indices.contains(number) { return .string(names[number], at: node.place) }
      report.flag(
        BodyFaults.valueNotTaken, node.place, "\(scalar.text) is not the number of \(noun); expected 0 to \(names.count - 1), or \(oneOf(taken))",
        help: "use the name", citation: LiveKit.Source.proto(field.name))
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
      guard let instead = near.only ?? (field.name == "input_type" ? names[0] : nil) else {
        report.setAside(node.place)
        return node
      }
      report.readInstead(node.place)
      return .string(instead, at: node.place)
    default: return node
    }
  }

  private static let refused = [LiveKitVideoCodec.h264Main, .h264High].map(\.rawValue) + [LiveKitAudioCodec.aac, .mp3].map(\.rawValue)

  // MARK: Numbers

  /// A number of JSON, or one in quotes. Integers may have a point or an exponent as well: `64000.0`, `64e3`.
  private func number(_ node: Node, isWhole: Bool, _ field: LiveKitMessage.Field, _ report: inout Report) -> Node {
    guard let scalar = node.scalar else { return node }
    if !isWhole, ["NaN", "Infinity", "-Infinity"].contains(scalar.text), scalar.type == .string {
      report.flag(
        BodyFaults.valueOutOfRange, node.place, "`\(field.name)` is `\(scalar.text)`; expected a finite number",
        help: "use frames per second, for example `30`", citation: LiveKit.Source.server("the JSON form of protobuf takes it, and no check refuses it"))
      report.setAside(node.place)
      return node
    }
    switch Scalar(scalar.text, .plain).type {
    case .integer, .decimal: break
    default: return node
    }
    guard let plain = Self.plain(scalar.text) else { return node }
    if !isWhole, plain.hasPrefix("-") {
      report.flag(
        BodyFaults.valueOutOfRange, node.place, "`\(field.name)` is \(plain); expected 0 or more",
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

  // MARK: Fields that no declaration reads

  private static func isIgnored(_ field: LiveKitMessage.Field) -> Bool {
    LiveKit.ignored.contains { $0.path == field.name || $0.path.hasSuffix(".\(field.name)") }
  }

  private static func noun(_ kind: LiveKitMessage.Kind) -> String {
    switch kind {
    case .text: "text"
    case .flag: "`true` or `false`"
    case .uint32: "a 32-bit integer, 0 or more"
    default: "a 32-bit integer"
    }
  }

  private static func fits(_ node: Node, _ kind: LiveKitMessage.Kind) -> Bool {
    guard let scalar = node.scalar else { return false }
    switch kind {
    case .text: return scalar.type == .string
    case .flag: return scalar.type == .bool(true) || scalar.type == .bool(false)
    case .uint32: return plain(scalar.text).flatMap { UInt32($0) } != nil
    case .int32: return plain(scalar.text).flatMap { Int32($0) } != nil
    default: return true
    }
  }

  // MARK: Small things

  /// What JavaScript SDKs have for a oneof: `encodingOptions: {case: "preset", value: 1}`.
  private static func wrapped(_ entry: Node.Entry) -> String? {
    guard entry.key.value == "encodingOptions" || entry.key.value == "encoding_options" else { return nil }
    if let name = entry.value["case"]?.scalar?.text, name == "preset" || name == "options" { return name }
    return entry.value.entries.first?.key.value ?? "preset"
  }

  /// What an answer has for a field that was not set.
  private static func isUnset(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.text.isEmpty || (scalar.type == .integer && scalar.text == "0") || ["UNKNOWN", "DEFAULT_VC", "DEFAULT_AC"].contains(scalar.text)
  }
}
