internal import RungSource
internal import RungSpec

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
    case "bitrate", "max_bitrate": Bitrate.plain(text).map(bitrate)
    case "buffer": BufferSize.plain(text)?.text
    case "sample_rate": SampleRate.plain(text)?.text
    case "duration", "keyframe_interval", "segment_duration", "window", "min_buffer", "max_file_duration", "idle_timeout":
      Seconds.plain(text).map(duration)
    default: nil
    }
  }

  /// `3000k`, and `20M` for large values.
  static func bitrate(_ value: Bitrate) -> String {
    let million: Int64 = 1_000_000
    return value.bitsPerSecond >= 10 * million && value.bitsPerSecond % million == 0 ? "\(value.bitsPerSecond / million)M" : value.text
  }

  /// `60s` and `120s`, but `4h`: up to two minutes people count seconds.
  static func duration(_ value: Seconds) -> String {
    guard let seconds = value.whole, seconds <= 120 else { return value.text }
    return "\(seconds)s"
  }
}
