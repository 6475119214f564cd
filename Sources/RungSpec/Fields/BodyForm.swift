package import RungSource

/// How a value of a spec is written in a body, and the other way: `3500k` is `3500` where a field counts kilobits.
@usableFromInline package struct BodyForm: Sendable {
  /// The JSON text for a value of a spec; nil where a body has no such value.
  package let inBody: @Sendable (_ spec: String) -> String?
  /// What a spec writes for the value; nil for one that a spec cannot express.
  package let inSpec: @Sendable (_ body: Scalar) -> Scalar?

  /// Whether the value is read by hand, because a spec has it in another shape.
  package let isReadByHand: Bool

  package init(
    inBody: @escaping @Sendable (String) -> String?, isReadByHand: Bool = false, inSpec: @escaping @Sendable (Scalar) -> Scalar?
  ) {
    (self.inBody, self.isReadByHand, self.inSpec) = (inBody, isReadByHand, inSpec)
  }

  /// Numbers, booleans and words are the same in JSON, but for the quotes.
  @usableFromInline package static let same = BodyForm(inBody: plain) { $0 }

  package static let kilobits = BodyForm(inBody: { Bitrate.plain($0)?.kilobits.map { "\($0)" } }, inSpec: suffixed("k"))

  package static let kilobitBuffer = BodyForm(inBody: { BufferSize.plain($0)?.kilobits.map { "\($0)" } }, inSpec: suffixed("k"))

  /// A buffer in bits: `6000000` is `6000k`.
  package static let bitBuffer = BodyForm(inBody: { BufferSize.plain($0).map { "\($0.bits)" } }, inSpec: { scalar in
    guard let value = whole(scalar), value >= 0 else { return nil }
    return Scalar(BufferSize(bits: Int64(value)).text, .plain)
  })

  /// Bits per second: `1234567` is `1234567 bps`.
  package static let bits = BodyForm(inBody: { Bitrate.plain($0).map { "\($0.bitsPerSecond)" } }, inSpec: { scalar in
    guard let value = whole(scalar), value >= 0 else { return nil }
    return Scalar(bits(value), .plain)
  })

  package static func bits(_ value: Int) -> String { value % 1000 == 0 && value > 0 ? "\(value / 1000)k" : "\(value) bps" }

  package static let seconds = BodyForm(inBody: { Seconds.plain($0)?.whole.map { "\($0)" } }, inSpec: suffixed("s"))

  /// Seconds with decimals: `500ms` is `0.5`.
  package static let decimalSeconds = BodyForm(inBody: { Seconds.plain($0).flatMap { $0.value.text.contains("/") ? nil : $0.value.text } }, inSpec: { scalar in
    scalar.type == .integer || scalar.type == .decimal ? Scalar(scalar.text + "s", .plain) : nil
  })

  package static let hertz = BodyForm(inBody: { SampleRate.plain($0).map { "\($0.hertz)" } }, inSpec: { scalar in
    guard let value = whole(scalar) else { return nil }
    return Scalar(SampleRate(hertz: value).text, .plain)
  })

  /// The provider's words for the spec's; others are the same in both.
  ///
  /// - Parameter pairs: spec's word → body's value; of several with the same spec's word the first is written.
  package static func words(_ pairs: KeyValuePairs<String, String>) -> BodyForm {
    let pairs = pairs.map { ($0.key, $0.value) }
    return BodyForm(inBody: { text in
      pairs.first { $0.0 == text }.map { plain($0.1) ?? $0.1 } ?? plain(text)
    }, inSpec: { scalar in
      pairs.first { $0.1 == scalar.text }.map { Scalar($0.0, .plain) }
    })
  }

  /// A duration as ISO 8601 has it: `2s` is `"PT2S"`. A spec takes that as well.
  package static let iso8601 = BodyForm(inBody: { Seconds.plain($0)?.iso8601.map { "\"\($0)\"" } }, inSpec: { $0 })

  package static let upperCase = BodyForm(inBody: { "\"\($0.uppercased())\"" }) { scalar in
    scalar.type == .string ? Scalar(scalar.text.lowercased(), .plain) : nil
  }

  /// One side of a resolution, which specs write in one value: it is read by hand.
  package static let width = side { $0.width }
  package static let height = side { $0.height }

  private static func side(_ side: @escaping @Sendable (Resolution) -> Int) -> BodyForm {
    .custom { Resolution.plain($0).map { "\(side($0))" } }
  }

  /// A value that the two have in parts, or in another shape: it is read by hand.
  package static func custom(_ inBody: @escaping @Sendable (String) -> String?) -> BodyForm { BodyForm(inBody: inBody, isReadByHand: true) { _ in nil } }

  package static let byHand = custom { _ in nil }

  private static func suffixed(_ unit: String) -> @Sendable (Scalar) -> Scalar? {
    { scalar in scalar.type == .integer ? Scalar(scalar.text + unit, .plain) : whole(scalar).map { Scalar("\($0)\(unit)", .plain) } }
  }

  /// AWS's tools write `128000.0` where a model has a double.
  private static func whole(_ scalar: Scalar) -> Int? {
    switch scalar.type {
    case .integer: Int(scalar.text)
    case .decimal: Rational(decimal: scalar.text)?.whole
    default: nil
    }
  }

  /// Nil where it is not a JSON value as written.
  private static func plain(_ value: String) -> String? {
    if value.hasPrefix("\"") { return value }
    switch Scalar(value, .plain).type {
    case .integer, .decimal, .bool: return value
    case .string where value.utf8.allSatisfy({ $0 &- 0x61 < 26 || $0 &- 0x41 < 26 || $0 == 0x2D || $0 == 0x5F }): return "\"\(value)\""
    case .string where value.utf8.first.map({ $0 | 0x20 }).map({ $0 &- 0x61 < 26 }) == true && !value.contains(" "): return "\"\(value)\""
    default: return nil
    }
  }
}
