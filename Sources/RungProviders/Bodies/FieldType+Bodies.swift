internal import RungSource
package import RungSpec

// Field types that only bodies need.

extension ClosedRange<Int> {
  /// For a list that may have any number of members, including none.
  package static var free: ClosedRange<Int> { 0...Int.max }
}

extension FieldType where Value == String {
  /// One of a few values of the provider.
  ///
  /// - Parameter renamed: values known from other APIs, with the one that means the same here.
  package static func word(_ words: [String], renamed: [String: String] = [:]) -> FieldType {
    FieldType(.oneOf(words)) { node, report in
      guard let text = FieldType.string.read(node, &report) else { return nil }
      guard words.contains(text) else {
        let word = renamed[text]
        let near = Similarity.meant(by: text, among: words)
        report.flag(
          SpecFaults.notOneOf, node.place, "`\(text)` is not allowed; expected \(oneOf(words))",
          help: word.map { "write `\"\($0)\"`, the name in this API" } ?? near.help,
          fix: (word ?? near.only).map { .replace(node.span, with: $0, .unsafe) })
        return nil
      }
      return text
    } write: { .string($0, at: $1) }
  }
}

extension FieldType where Value == Int {
  /// One of a few numbers.
  package static func number(_ numbers: [Int]) -> FieldType {
    FieldType(.oneOfIntegers(numbers)) { node, report in
      guard let value = FieldType.integer.read(node, &report) else { return nil }
      guard numbers.contains(value) else {
        report.flag(SpecFaults.notOneOf, node.place, "\(value) is not allowed; expected \(oneOf(numbers.map(String.init)))")
        return nil
      }
      return value
    } write: { .integer($0, at: $1) }
  }
}

extension FieldType where Value == Int {
  /// A number for which the provider states no minimum. A value below any sensible one is kept, with a warning.
  package static func integer(meantFrom least: Int, to most: Int = .max) -> FieldType {
    let type = FieldType.integer(Int.min...most)
    return FieldType(type.schema()) { node, report in
      guard let value = type.read(node, &report) else { return nil }
      if value < least {
        report.flag(
          BodyFaults.valueOutOfRange, node.place, "\(value) is less than \(least); the provider does not document a minimum", severity: .warning,
          help: "write \(least) or more", citation: Citation("practice", "a length of time is not negative", checked: "2026-11-26", strength: .inferred))
        report.setAside(node.place)
      }
      return value
    } write: { .integer($0, at: $1) }
  }
}

extension FieldType where Value == Rational {
  /// A number of JSON, kept exactly.
  package static func number(_ range: ClosedRange<Int> = 0...Int.max) -> FieldType {
    FieldType(.number(range)) { node, report in
      let number = node.scalar.flatMap { $0.type == .integer || $0.type == .decimal ? $0.text : nil }
      guard let number, let value = signed(number) else {
        report.flag(SpecFaults.wrongType, node.place, "expected a number in plain decimals, found \(node.kindName)")
        return nil
      }
      guard value >= Rational(range.lowerBound), range.upperBound == .max || value <= Rational(range.upperBound) else {
        let allowed = range.upperBound == .max ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
        report.flag(SpecFaults.outOfRange, node.place, "\(number) is out of range; allowed: \(allowed)")
        return nil
      }
      return value
    } write: { value, place in
      Node(.scalar(Scalar(value.text, .plain)), at: place)
    }
  }

  private static func signed(_ text: String) -> Rational? {
    guard text.hasPrefix("-") else { return Rational(decimal: text) }
    return Rational(decimal: text.dropFirst()).flatMap { Rational(-$0.numerator, $0.denominator) }
  }

  static func number(within limit: Limit<ClosedRange<Int>>) -> FieldType { number(limit.value ?? 0...Int.max) }
}

extension FieldType where Value: Choice {
  /// Those of a set that the provider allows. The others are read as well: a rule reports the replacement and its source.
  package static func choice(of taken: [Value]) -> FieldType {
    FieldType(.oneOf(taken.map(\.rawValue))) { node, report in
      guard let text = FieldType<String>.string.read(node, &report) else { return nil }
      if let value = Value(rawValue: text) { return value }
      ScalarReading.flagNoChoice(
        text, node, noun: Value.noun, words: taken.map(\.rawValue), alias: Value.aliases[text.lowercased()]?.rawValue, &report)
      return nil
    } write: { .string($0.rawValue, at: $1) }
  }

  /// Values of an open set: another one is kept, with a warning.
  package static var openChoice: FieldType {
    FieldType(.string(examples: Value.words)) { node, report in
      guard let text = FieldType<String>.string.read(node, &report) else { return nil }
      if let value = Value(rawValue: text) { return value }
      let near = Guess(Value.aliases[text.lowercased()]?.rawValue, or: Similarity.meant(by: text, among: Value.words))
      report.flag(
        BodyFaults.wordNotKnown, node.place, near.help == nil ? "`\(text)` is not a known value; known: \(oneOf(Value.words))" : "`\(text)` is not a known value",
        help: near.help ?? "check that the provider's encoder supports it (the field allows any text)")
      report.setAside(node.place)
      return nil
    } write: { .string($0.rawValue, at: $1) }
  }
}

extension FieldType where Value == String {
  /// A codec level where the provider allows any text: another one is kept, with a warning.
  package static var openLevel: FieldType {
    FieldType(FieldType.string.schema()) { node, report in
      guard let text = FieldType.string.read(node, &report) else { return nil }
      var trial = Report()
      if FieldType.level.read(node, &trial) == nil {
        report.flag(
          BodyFaults.wordNotKnown, node.place, "`\(text)` is not a known codec level", help: "write for example `\"4.0\"` or `\"3.1\"`")
        report.setAside(node.place)
      }
      return text
    } write: { .string($0, at: $1) }
  }

  /// An absolute URL, kept as its text; or a placeholder of the documents for one.
  ///
  /// - Parameters:
  ///   - example: a valid URL for the help.
  ///   - schemes: those that it may have; nil for any.
  ///   - orEmpty: whether the empty text is a value of the field.
  package static func uri(_ example: String, _ schemes: [String]? = nil, orEmpty: Bool = false) -> FieldType {
    let url = FieldType<StreamURL>.url(schemes, example: example)
    let others: [Schema] = [.string(pattern: "^<[A-Za-z_][A-Za-z0-9_]*>$")] + (orEmpty ? [.oneOf([""])] : [])
    return FieldType(.anyOf([url.schema()] + others)) { node, report in
      guard let text = node.scalar?.text, node.scalar?.type == .string else { return url.read(node, &report)?.text }
      if text.isEmpty { return orEmpty ? text : FieldType.string.read(node, &report) }
      if case .placeholder = SecretText(text).kind {
        report.setAside(node.place)
        return text
      }
      return url.read(node, &report)?.text
    } write: { .string($0, at: $1) }
  }
}
