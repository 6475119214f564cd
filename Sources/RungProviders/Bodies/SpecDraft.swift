package import RungSource
internal import RungSpec

/// A stream spec that is being put together from bodies. Its values are written as a spec has them, and stand where the
/// body has them.
package struct SpecDraft: Sendable {
  /// The sections of the spec but `rung` and `targets`.
  package var spec: MapDraft
  /// The provider's own options.
  package var options: MapDraft
  /// Set where the bodies say what changes, and nothing of the rest: they are judged, and are no stream.
  package var isPartial = false
  /// Set where no body has a name for the stream: somebody who knows it puts another in its place.
  package var nameIsMadeUp = false
  /// Names of rules that miss what bodies like these need not say.
  package var unsaid: [String] = []

  private let provider: String
  private let place: SourcePlace

  package init(for provider: String, at place: SourcePlace) {
    self.provider = provider
    self.place = place
    spec = MapDraft(at: place)
    options = MapDraft(at: place)
  }

  package var isEmpty: Bool { spec.isEmpty && options.isEmpty }

  /// The document, its sections in the order in which they are described.
  package var document: Node {
    var whole = spec
    whole.set("rung", .integer(1, at: place))
    var targets = MapDraft(at: place)
    targets.set(provider, options.node)
    whole.set("targets", targets.node)
    let order = Spec.shape.keys
    func rank(_ entry: Node.Entry) -> Int { order.firstIndex(of: entry.key.value) ?? order.count }
    return Node(.map(whole.node.entries.sorted { rank($0) < rank($1) }), at: place)
  }
}

/// A mapping that is being put together.
package struct MapDraft: Sendable {
  private var entries: [Node.Entry] = []
  private let place: SourcePlace

  package init(at place: SourcePlace) {
    self.place = place
  }

  package var isEmpty: Bool { entries.isEmpty }
  package var node: Node { Node(.map(entries), at: place) }
  package func has(_ key: String) -> Bool { entries.contains { $0.key.value == key } }

  /// - Parameter at: the place of the key in the body; that of the value where it has none of its own.
  package mutating func set(_ key: String, _ value: Node?, at keyPlace: SourcePlace? = nil) {
    guard let value else { return }
    let entry = Node.Entry(key: Located(key, at: keyPlace ?? value.place), value: value)
    if let index = entries.firstIndex(where: { $0.key.value == key }) { entries[index] = entry } else { entries.append(entry) }
  }

  /// Takes a field over: under its own name or another, written as it is or in another way.
  package mutating func copy(_ from: BodyPart, _ field: String, as key: String? = nil, _ rewrite: Rewrite = .same) {
    guard let part = from[field] else { return }
    set(key ?? field, rewrite.node(part), at: from.key(field))
  }

  /// Takes an object over, field by field.
  package mutating func object(
    _ from: BodyPart, _ field: String, as key: String? = nil, _ fill: (inout MapDraft, BodyPart) -> Void
  ) {
    guard let part = from[field] else { return }
    set(key ?? field, Self.object(part, fill), at: from.key(field))
  }

  /// Takes a list of objects over.
  package mutating func objects(
    _ from: BodyPart, _ field: String, as key: String? = nil, _ fill: (inout MapDraft, BodyPart) -> Void
  ) {
    guard let part = from[field] else { return }
    let node = part.isUnread ? part.readable : Node(.list(part.items.map { Self.object($0, fill) }), at: part.place)
    set(key ?? field, node, at: from.key(field))
  }

  package static func object(_ part: BodyPart, _ fill: (inout MapDraft, BodyPart) -> Void) -> Node {
    guard part.isMapping else { return part.readable }
    var draft = MapDraft(at: part.place)
    fill(&draft, part)
    return draft.node
  }
}

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
