internal import RungSource
internal import RungSpec

/// How one kind of value is written in the JSON documents that Rung prints: the one declaration that writes and describes it.
struct JSONForm<Value> {
  /// Built on demand: a run that only writes does not need it.
  let schema: () -> Schema
  let node: (Value) -> Node

  init(_ schema: @autoclosure @escaping () -> Schema, _ node: @escaping (Value) -> Node) { (self.schema, self.node) = (schema, node) }

  /// A mapping.
  ///
  /// - Parameters:
  ///   - name: under `$defs`, where it is used more than once; empty for one that is described where it is used.
  ///   - summary: what it is, where its name does not say that.
  static func object(
    _ name: String = "", _ summary: String = "", @JSONMemberList<Value> _ members: () -> [JSONMember<Value>]
  ) -> JSONForm {
    let members = members()
    return JSONForm(
      .object(ObjectSchema(name: name, summary: summary, properties: members.map { $0.property() }, closed: true))
    ) { value in Node(.map(members.map { Node.Entry(key: $0.key, value: $0.node(value)) }), at: .nowhere) }
  }

  static func optional<Wrapped>(_ form: JSONForm<Wrapped>) -> JSONForm where Value == Wrapped? {
    JSONForm(.nullable(form.schema())) { $0.map(form.node) ?? .null(at: .nowhere) }
  }

  static func list<Element>(_ form: JSONForm<Element>) -> JSONForm where Value == [Element] {
    JSONForm(.list(form.schema())) { .list($0.map(form.node), at: .nowhere) }
  }
}

// MARK: Plain values

extension JSONForm where Value == String {
  static var text: JSONForm { text(pattern: nil) }
  static func text(pattern: String?) -> JSONForm { JSONForm(.string(pattern: pattern)) { .string($0, at: .nowhere) } }

  /// One of a few words.
  static func words(_ words: [String]) -> JSONForm { JSONForm(.oneOf(words)) { .string($0, at: .nowhere) } }
}

extension JSONForm where Value: NamedID {
  static var id: JSONForm { id(pattern: nil) }
  static func id(pattern: String?) -> JSONForm { JSONForm(.string(pattern: pattern)) { .string($0.rawValue, at: .nowhere) } }
}

extension JSONForm where Value: CaseIterable & RawRepresentable<String> {
  static var choice: JSONForm { JSONForm(.oneOf(Value.allCases.map(\.rawValue))) { .string($0.rawValue, at: .nowhere) } }
}

extension JSONForm where Value == Severity {
  static var severity: JSONForm { JSONForm(.oneOf(Severity.allCases.map(\.name))) { .string($0.name, at: .nowhere) } }
}

extension JSONForm where Value == Bool {
  static var bool: JSONForm { JSONForm(.boolean) { .bool($0, at: .nowhere) } }
}

extension JSONForm where Value == Int {
  static var integer: JSONForm { integer(nil) }
  /// Counted from 0.
  static var count: JSONForm { integer(0...Int.max) }
  static func integer(_ range: ClosedRange<Int>?) -> JSONForm { JSONForm(.integer(range)) { .integer($0, at: .nowhere) } }
}

extension JSONForm where Value == Rational {
  /// At most six decimals; null where that is beyond 64 bits.
  static var number: JSONForm {
    JSONForm(.number(.min ... .max)) { value in
      if let whole = value.whole { return .integer(whole, at: .nowhere) }
      guard let millionths = value.times(Rational(1_000_000))?.rounded, let rounded = Rational(Int64(millionths), 1_000_000) else {
        return .null(at: .nowhere)
      }
      return Node(.scalar(Scalar(rounded.text, .plain)), at: .nowhere)
    }
  }
}

extension JSONForm where Value == Resolution {
  static var resolution: JSONForm { JSONForm(.string(pattern: "^[0-9]+x[0-9]+$")) { .string($0.text, at: .nowhere) } }
}

extension JSONForm where Value == Node {
  /// Whatever a body holds.
  static var any: JSONForm { JSONForm(.any) { $0 } }

  /// What has been written already.
  static func written<Other>(_ form: JSONForm<Other>) -> JSONForm { JSONForm(form.schema()) { $0 } }
}

extension JSONForm where Value == [(key: String, value: String)] {
  /// A mapping whose keys are not known in advance.
  static var dictionary: JSONForm {
    JSONForm(.dictionary(.string())) { entries in .map(entries.map { ($0.key, .string($0.value, at: .nowhere)) }, at: .nowhere) }
  }
}
