public import RungSource

/// Scalars by the YAML 1.2 core schema; where a YAML 1.1 reader differs that is reported, not acted on.
@usableFromInline package enum ScalarReading {
  @usableFromInline static func text(_ node: Node, _ report: inout Report) -> String? {
    guard let scalar = node.scalar else {
      report.flag(SpecFaults.wrongType, node.place, "expected a string, found \(node.kind)")
      return nil
    }
    switch scalar.type {
    case .string:
      if scalar.style == .plain, let reading = yaml11(scalar.text) {
        report.flag(
          SpecFaults.yamlSurprise, node.place, "`\(scalar.text)` is a string in YAML 1.2; YAML 1.1 readers read it as \(reading)",
          severity: .warning, help: quoted(node, scalar.text))
      }
      return scalar.text
    case .null:
      report.flag(SpecFaults.wrongType, node.place, "expected a string, found \(node.kind)", help: nothingHelp(report))
      return nil
    case .bool, .integer, .decimal:
      report.flag(
        SpecFaults.wrongType, node.place, "expected a string, found \(node.kind): `\(scalar.text)`", help: quoted(node, scalar.text))
      return nil
    }
  }

  @usableFromInline static func bool(_ node: Node, _ report: inout Report) -> Bool? {
    guard let scalar = node.scalar else {
      report.flag(SpecFaults.wrongType, node.place, "expected `true` or `false`, found \(node.kind)")
      return nil
    }
    if case .bool(let value) = scalar.type { return value }
    let meant: String? =
      switch scalar.text.lowercased() {
      case "yes", "on", "y", "true", "1", "enabled": "true"
      case "no", "off", "n", "false", "0", "disabled": "false"
      default: nil
      }
    report.flag(
      scalar.style == .plain && yaml11(scalar.text) != nil ? SpecFaults.yamlSurprise : SpecFaults.wrongType, node.place,
      "expected `true` or `false`, found \(scalar.type == .string ? "the string `\(scalar.text)`" : node.kind)",
      help: node.isNull ? nothingHelp(report) : meant.map { Help("write `\($0)`", fix: .replace(node.span, with: $0, .safe)) } ?? "write `true` or `false`")
    return nil
  }

  @usableFromInline static func integer(_ node: Node, unit: String?, words: [String: Int] = [:], _ report: inout Report) -> Int? {
    guard let scalar = node.scalar else {
      report.flag(SpecFaults.wrongType, node.place, "expected an integer, found \(node.kind)")
      return nil
    }
    switch scalar.type {
    case .integer:
      if let (value, reading) = prefixed(scalar.text) {
        report.flag(
          SpecFaults.yamlSurprise, node.place, "`\(scalar.text)` is \(value) in YAML 1.2; other readers read it as \(reading)",
          help: Help("write `\(value)`", fix: .replace(node.span, with: String(value), .safe)))
        return nil
      }
      if let value = Int(scalar.text) { return value }
      report.flag(SpecFaults.outOfRange, node.place, "`\(scalar.text)` does not fit into 64 bits")
      return nil
    case .string:
      let plain = scalar.text.filter { $0 != "_" }
      if scalar.style == .plain, plain != scalar.text, Int(plain) != nil {
        report.flag(
          SpecFaults.yamlSurprise, node.place,
          "`\(scalar.text)` is a string in YAML 1.2; YAML 1.1 readers read it as the number \(plain)",
          help: Help("write `\(plain)`", fix: .replace(node.span, with: plain, .safe)))
        return nil
      }
      let isNumber = Int(scalar.text) != nil
      let wrongUnit = wrongUnit(scalar.text, unit)
      let meant = isNumber || wrongUnit != nil ? nil : words[scalar.text.lowercased()] ?? counted(scalar.text)
      report.flag(
        SpecFaults.wrongType, node.place, "expected an integer\(unit.map { " (\($0))" } ?? ""), found the string `\(scalar.text)`",
        help: isNumber ? "remove the quotes" : wrongUnit ?? meant.map { "write `\($0)`" },
        fix: isNumber ? .replace(node.span, with: scalar.text, .safe) : meant.map { .replace(node.span, with: "\($0)", .unsafe) })
      return nil
    case .decimal where words[scalar.text] ?? Rational(decimal: scalar.text)?.whole != nil:
      let meant = words[scalar.text] ?? Rational(decimal: scalar.text)?.whole ?? 0
      report.flag(
        SpecFaults.wrongType, node.place, "expected an integer\(unit.map { " (\($0))" } ?? ""), found `\(scalar.text)`",
        help: Help("write `\(meant)`", fix: .replace(node.span, with: "\(meant)", .unsafe)))
      return nil
    case .decimal, .bool, .null:
      report.flag(
        SpecFaults.wrongType, node.place,
        "expected an integer\(unit.map { " (\($0))" } ?? ""), found \(node.kind)\(node.isNull ? "" : ": `\(scalar.text)`")",
        help: node.isNull ? nothingHelp(report) : nil)
      return nil
    }
  }

  /// A number of any kind: an integer as above, or a decimal.
  static func number(_ node: Node, _ report: inout Report) -> Rational? {
    guard let scalar = node.scalar, scalar.type == .decimal || (scalar.type == .string && !scalar.text.isEmpty && Int(scalar.text) == nil) else {
      return integer(node, unit: nil, &report).map { Rational($0) }
    }
    let value = Rational(decimal: scalar.text)
    if scalar.type == .decimal, let value { return value }
    report.flag(
      SpecFaults.wrongType, node.place, "expected a number such as `23.5`, found \(scalar.type == .string ? "the string " : "")`\(scalar.text)`",
      help: value == nil ? nil : "remove the quotes", fix: value == nil ? nil : .replace(node.span, with: scalar.text, .safe))
    return nil
  }

  @usableFromInline static func unit<Value: UnitValue>(_ type: Value.Type, _ node: Node, _ report: inout Report) -> Value? {
    guard let scalar = node.scalar, scalar.type != .null else {
      report.flag(
        SpecFaults.wrongType, node.place, "expected \(type.noun) (`\(type.examples[0])`), found \(node.kind)", help: node.isNull ? nothingHelp(report) : nil)
      return nil
    }
    switch type.parse(scalar.text) {
    case .value(let value):
      return value
    case .remarked(let value, let remark):
      report.flag(SpecFaults.exactMeaning, node.place, Message(remark))
      return value
    case .doubtful(let value, let doubt):
      report.flag(SpecFaults.doubtfulRate, node.place, "`\(scalar.text)` \(doubt.message)", help: Help(doubt.help))
      return value
    case .fault(let fault):
      let isYAML11Number = scalar.style == .plain && scalar.text.utf8.contains(UInt8(ascii: "_"))
      let rule: RuleInfo =
        switch fault.kind {
        case .unitMissing: SpecFaults.unitMissing
        case .malformed: isYAML11Number ? SpecFaults.yamlSurprise : SpecFaults.malformedValue
        }
      let single = fault.replacements.count == 1 ? fault.replacements.first : nil
      report.flag(
        rule, node.place, "`\(scalar.text)` \(fault.message)", help: Help(fault.help),
        fix: single.map { .replace(node.span, with: $0, isYAML11Number || fault.isSpelling ? .safe : .unsafe) })
      return nil
    }
  }

  /// Null removes what a base sets; where there is nothing to remove, it is no value.
  static func nothingHelp(_ report: Report) -> Help {
    report.takesRemovals
      ? ["set a value", "write `null` to remove what a base sets", "remove the key"] : "set a value, or remove the key if it is optional"
  }

  /// How YAML 1.1 reads plain text that is a string in YAML 1.2.
  private static func yaml11(_ text: String) -> String? {
    guard let first = text.utf8.first else { return nil }
    switch first | 0x20 {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "y"), UInt8(ascii: "n"), UInt8(ascii: "o"): break
    default: return nil
    }
    switch text.utf8.count {
    case 1...3:
      switch text {
      case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON": return "true"
      case "n", "N", "no", "No", "NO", "off", "Off", "OFF": return "false"
      default: return text == "OFF" || text == "Off" ? "false" : sexagesimal(text)
      }
    default: return sexagesimal(text)
    }
  }

  /// `1:30` is ninety in YAML 1.1.
  private static func sexagesimal(_ text: String) -> String? {
    guard let first = text.utf8.first, first &- 0x30 < 10, text.utf8.contains(UInt8(ascii: ":")) else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 4 && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }),
      parts.dropFirst().allSatisfy({ (Int($0) ?? 60) < 60 })
    else { return nil }
    return "the number \(parts.reduce(0) { $0 * 60 + (Int($1) ?? 0) }) (base 60)"
  }

  /// `0o17`, `0x1F`, `017` and `-017`: integers of YAML 1.2 that older readers read differently.
  private static func prefixed(_ text: String) -> (value: Int, otherReading: String)? {
    let digits = text.utf8.first == UInt8(ascii: "-") || text.utf8.first == UInt8(ascii: "+") ? text.utf8.dropFirst() : text.utf8[...]
    guard digits.count > 1, digits.first == UInt8(ascii: "0"), let second = digits.dropFirst().first else { return nil }
    if second == UInt8(ascii: "o") { return Int(text.dropFirst(2), radix: 8).map { ($0, "a string") } }
    if second == UInt8(ascii: "x") { return Int(text.dropFirst(2), radix: 16).map { ($0, "hexadecimal or as a string") } }
    guard let decimal = Int(text) else { return nil }
    return (decimal, Int(text, radix: 8).map { "the octal number \($0)" } ?? "a string")
  }

  /// `60 frames`, `2 channels`: a number and what it counts, where that is not a quantity of another kind.
  private static func counted(_ text: String) -> Int? {
    guard let value = NumberWithUnit(NearMiss(text).plain), let whole = value.number.whole, value.unit.utf8.count > 2,
      value.unit.allSatisfy({ $0.isLetter || $0 == " " })
    else { return nil }
    if case .fault(let fault) = Seconds.parse(text), fault.replacements.isEmpty, case .fault(let fault) = Bitrate.parse(text), fault.replacements.isEmpty {
      return whole
    }
    return nil
  }

  private static func wrongUnit(_ text: String, _ unit: String?) -> Help? {
    guard unit == "frames" else { return nil }
    func words(_ time: String) -> Help { ["write a number of frames", "remove \(.gop) and add \(.keyframeInterval, time)"] }
    switch Seconds.parse(text) {
    case .value(let value) where value == Seconds(0): return "write a number of frames"
    case .value: return words(text)
    case .fault(let fault) where fault.kind == .malformed && fault.replacements.count == 1: return words(fault.replacements[0])
    default: return nil
    }
  }

  private static func quoted(_ node: Node, _ text: String) -> Help {
    Help("write `\"\(text)\"`", fix: .replace(node.span, with: "\"\(text)\"", .safe))
  }

  // MARK: Faults of values that do not read

  @usableFromInline package static func flagNoChoice(
    _ text: String, _ node: Node, noun: String, words: [String], alias: String?, _ report: inout Report
  ) {
    let meant = Guess(alias, or: Similarity.meant(by: text, among: words))
    let expected = words.count > 8 && meant.only != nil ? "" : "; expected \(oneOf(words))"
    report.flag(
      SpecFaults.notOneOf, node.place, text.isEmpty ? "the value is empty\(expected)" : "`\(text)` is not \(noun)\(expected)",
      help: meant.help, fix: meant.only.map { .replace(node.span, with: $0, alias != nil || Similarity.isMisspelling(text, of: $0) ? .safe : .unsafe) })
  }

  @usableFromInline static func flagNoList(_ node: Node, _ report: inout Report) {
    let isScalar = node.scalar != nil && !node.isNull
    report.flag(
      SpecFaults.wrongType, node.place, "expected \(term: .list), found \(node.kind)",
      help: isScalar ? ["write `[…]` around it", .ofSpecs("`- …` on a line of its own")] : node.isNull ? nothingHelp(report) : nil)
  }

  @usableFromInline package static func flagNoMapping(_ node: Node, _ report: inout Report) {
    report.flag(SpecFaults.wrongType, node.place, "expected \(term: .writtenMapping), found \(node.kind)", help: node.isNull ? nothingHelp(report) : nil)
  }
}
