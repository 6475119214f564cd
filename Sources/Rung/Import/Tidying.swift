internal import RungSource
internal import RungSpec

/// A spec that a program put together, as a person would write it. The meaning stays: whatever is compiled from the one
/// is compiled from the other.
enum Tidying {
  /// - Parameter namesPresets: false to keep every value, and with it its place.
  static func tidied(_ document: Node, namesPresets: Bool = true) -> Node {
    var document = UnitWording.worded(document)
    if let ladder = document["ladder"], case .map = ladder.content {
      document = document.replacing("ladder", with: LadderTidying.tidied(ladder, of: document, namesPresets: namesPresets))
    }
    return SpecOrder.ordered(document)
  }
}

extension Node {
  /// Whether two trees hold the same values; the order of keys and the places do not count.
  func isSame(as other: Node) -> Bool {
    switch (content, other.content) {
    case (.scalar(let mine), .scalar(let theirs)):
      return mine.type == theirs.type && mine.text == theirs.text
    case (.list(let mine), .list(let theirs)):
      return mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.isSame(as: $1) }
    case (.map(let mine), .map(let theirs)):
      return mine.count == theirs.count && mine.allSatisfy { entry in other[entry.key.value].map { entry.value.isSame(as: $0) } ?? false }
    default: return false
    }
  }

  /// The same mapping with another value under a key, which comes last when it is new.
  func replacing(_ key: String, with value: Node, at keyPlace: SourcePlace? = nil) -> Node {
    var entries = self.entries
    if let index = entries.firstIndex(where: { $0.key.value == key }) {
      entries[index].value = value
    } else {
      entries.append(Node.Entry(key: Located(key, at: keyPlace ?? value.place), value: value))
    }
    return Node(.map(entries), at: place)
  }

  /// The same mapping without some keys.
  func without(_ keys: [String]) -> Node {
    Node(.map(entries.filter { !keys.contains($0.key.value) }), at: place)
  }

  /// Scalars and empty collections.
  var leafCount: Int {
    var count = 0
    forEachLeaf { _ in count += 1 }
    return count
  }
}

/// Quantities with the units that a person would choose.
enum UnitWording {
  static func worded(_ document: Node) -> Node {
    // The options of a target are the provider's own words.
    Node(
      .map(document.entries.map { $0.key.value == "targets" ? $0 : Node.Entry(key: $0.key, value: worded($0.value, under: $0.key.value)) }),
      at: document.place)
  }

  private static func worded(_ node: Node, under key: String) -> Node {
    switch node.content {
    case .map(let entries):
      return Node(.map(entries.map { Node.Entry(key: $0.key, value: worded($0.value, under: $0.key.value)) }), at: node.place)
    case .list(let items):
      return Node(.list(items.map { worded($0, under: key) }), at: node.place)
    case .scalar(let scalar):
      guard scalar.type == .string, let text = text(scalar.text, under: key), text != scalar.text else { return node }
      return .string(text, at: node.place)
    }
  }

  private static func text(_ text: String, under key: String) -> String? {
    switch key {
    case "bitrate", "max_bitrate": value(Bitrate.self, text).map(bitrate)
    case "buffer": value(BufferSize.self, text).map { $0.text }
    case "sample_rate": value(SampleRate.self, text).map { $0.text }
    case "duration", "keyframe_interval", "segment_duration", "window", "min_buffer", "max_file_duration", "idle_timeout":
      value(Seconds.self, text).map(duration)
    default: nil
    }
  }

  /// Nil when the text is none, or when there is something to say about it: that stays as it is.
  private static func value<Value: UnitValue>(_ type: Value.Type, _ text: String) -> Value? {
    if case .value(let value) = type.parse(text) { value } else { nil }
  }

  /// `3000k`, and `20M` where nobody counts in thousands any more.
  private static func bitrate(_ value: Bitrate) -> String {
    let million: Int64 = 1_000_000
    return value.bitsPerSecond >= 10 * million && value.bitsPerSecond % million == 0 ? "\(value.bitsPerSecond / million)M" : value.text
  }

  /// `60s` and `120s`, but `4h`: up to two minutes people count seconds.
  static func duration(_ value: Seconds) -> String {
    guard let seconds = value.whole, seconds <= 120 else { return value.text }
    return "\(seconds)s"
  }
}

/// Keys in the order in which the declarations have them.
enum SpecOrder {
  static func ordered(_ document: Node) -> Node { ordered(document, .object(Schemas.spec)) }

  private static func ordered(_ node: Node, _ schema: Schema) -> Node {
    switch (node.content, schema) {
    // Outputs are asked for in their order.
    case (.map, .object(let object)) where object.name == Packaging.shape.name: return node
    case (.map(let entries), .object(let object)):
      let known = object.properties.compactMap { property in
        entries.first { $0.key.value == property.key }.map { Node.Entry(key: $0.key, value: ordered($0.value, property.schema)) }
      }
      return Node(.map(known + entries.filter { entry in !object.properties.contains { $0.key == entry.key.value } }), at: node.place)
    case (.list(let items), .list(let element, _, _)):
      return Node(.list(items.map { ordered($0, element) }), at: node.place)
    case (_, .anyOf(let choices)):
      return choices.reduce(node) { ordered($0, $1) }
    default: return node
    }
  }
}
