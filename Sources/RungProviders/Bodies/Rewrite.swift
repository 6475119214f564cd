package import RungSource
internal import RungSpec

/// How a value of a body is written in a spec.
package struct Rewrite: Sendable {
  private let scalar: @Sendable (Scalar) -> Scalar?

  package init(_ scalar: @escaping @Sendable (Scalar) -> Scalar?) {
    self.scalar = scalar
  }

  func node(_ part: BodyPart) -> Node {
    guard !part.isUnread, let old = part.node.scalar, let new = scalar(old) else { return part.readable }
    return Node(.scalar(new), at: part.place)
  }

  package static let same = Rewrite { $0 }

  /// A whole number with its unit: `3000` → `3000k`, `60` → `60s`.
  package static func unit(_ suffix: String) -> Rewrite {
    Rewrite { scalar in scalar.type == .integer ? Scalar(scalar.text + suffix, .plain) : nil }
  }

  /// Hertz: `48000` → `48 kHz`.
  package static let hertz = Rewrite { scalar in
    guard scalar.type == .integer, let value = Int(scalar.text) else { return nil }
    return Scalar(SampleRate(hertz: value).text, .plain)
  }

  /// Bits per second: `128000` → `128k`, `1234567` → `1234567 bps`.
  package static let bits = Rewrite { scalar in
    guard scalar.type == .integer, let value = Int(scalar.text), value >= 0 else { return nil }
    return Scalar(bits(value), .plain)
  }

  package static func bits(_ value: Int) -> String { value % 1000 == 0 && value > 0 ? "\(value / 1000)k" : "\(value) bps" }

  /// The provider's words for the spec's; a word that is not among them stays.
  package static func words(_ words: [String: String]) -> Rewrite {
    Rewrite { scalar in words[scalar.text].map { Scalar($0, .plain) } }
  }
}
