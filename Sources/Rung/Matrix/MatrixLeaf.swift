internal import RungProviders
internal import RungSource

/// A leaf of a spec, in the words of its author.
struct MatrixLeaf {
  let node: Node
  /// Keys, without the places in lists.
  let path: [String]
  /// `ladder.renditions[].bitrate`
  let shown: String
  /// A member of a list of plain values.
  let isItem: Bool
  let topic: MatrixTopic

  /// What its own key says of the value.
  private let weight: SecretName.Weight
  /// Whether a key on its path is a secret's.
  private let isUnderSecret: Bool

  /// Without what is secret in it.
  var text: String { isSecret ? "set" : SecretSigns.masked(node.scalar?.text ?? "") }

  private var isSecret: Bool { isUnderSecret || SecretSigns.isSecret((node.scalar?.text ?? "").utf8, named: weight) }

  /// Every leaf that a provider is asked: of `targets` its own settings only, and of the ladder what it came to.
  static func all(of document: Node, for id: String) -> [MatrixTopic: [MatrixLeaf]] {
    var collection = Collection()
    for entry in document.entries where !["$schema", "rung", "extends", "packs"].contains(entry.key.value) {
      let isTargets = entry.key.value == "targets"
      guard let value = isTargets ? entry.value[id] : entry.value else { continue }
      let own = isTargets ? value.without(["overrides"]) : value
      collection.add(own, isTargets ? ["targets", id] : [entry.key.value], isTargets ? "targets.\(id)" : entry.key.value)
    }
    return Dictionary(grouping: collection.leaves.filter { !["ladder.preset", "ladder.drop"].contains($0.shown) }) { $0.topic }
  }

  static func all(of part: Node) -> [MatrixLeaf] {
    var collection = Collection()
    for entry in part.entries { collection.add(entry.value, [entry.key.value], entry.key.value) }
    return collection.leaves
  }

  private struct Collection {
    var leaves: [MatrixLeaf] = []
    /// A ladder says the same keys again and again.
    private var weights: [String: SecretName.Weight] = [:]

    private mutating func weight(of key: String) -> SecretName.Weight {
      if let known = weights[key] { return known }
      let weight = SecretName.weight(key)
      weights[key] = weight
      return weight
    }

    mutating func add(_ node: Node, _ path: [String], _ shown: String) {
      let weights = path.map { weight(of: $0) }
      add(node, path, shown, weights.last ?? .none, isItem: false, isUnderSecret: weights.contains(.always))
    }

    private mutating func add(
      _ node: Node, _ path: [String], _ shown: String, _ weight: SecretName.Weight, isItem: Bool, isUnderSecret: Bool
    ) {
      switch node.content {
      case .map(let entries) where !entries.isEmpty:
        for entry in entries {
          let key = entry.key.value
          let weight = self.weight(of: key)
          add(entry.value, path + [key], "\(shown).\(key)", weight, isItem: false, isUnderSecret: isUnderSecret || weight == .always)
        }
      case .list(let items) where !items.isEmpty:
        for item in items { add(item, path, item.isScalar ? shown : "\(shown)[]", weight, isItem: item.isScalar, isUnderSecret: isUnderSecret) }
      case .map, .list, .scalar:
        leaves.append(
          MatrixLeaf(
            node: node, path: path, shown: shown, isItem: isItem, topic: MatrixTopic(path), weight: weight, isUnderSecret: isUnderSecret))
      }
    }
  }

  // MARK: Words

  /// What is asked of each topic, in the author's words; secrets are left out.
  static func told(_ leaves: [MatrixTopic: [MatrixLeaf]], _ secrets: Set<SourceSpan>) -> [MatrixTopic: String] {
    var words: [MatrixTopic: String] = [:]
    for (topic, mine) in leaves where topic != .settings {
      let key = topic.telling.first { key in mine.contains { $0.path.last == key } }
      var texts: [String] = []
      var known: Set<String> = []
      for leaf in mine where key == nil || leaf.path.last == key {
        let words = SecretSigns.masked(text(of: leaf, secrets))
        if known.insert(words).inserted { texts.append(words) }
      }
      if !texts.isEmpty { words[topic] = texts.joined(separator: ", ") }
    }
    return words
  }

  /// Credentials have no place in a table that goes round: neither references, nor what a URL may carry.
  private static func text(of leaf: MatrixLeaf, _ secrets: Set<SourceSpan>) -> String {
    guard let text = leaf.node.scalar?.text else { return !leaf.node.isList ? "on" : leaf.path == ["ingest", "allow"] ? "every address" : "none" }
    if leaf.isSecret || secrets.contains(leaf.node.span) { return "set" }
    if leaf.path.first == "labels", let key = leaf.path.dropFirst().last { return "\(key): \(text)" }
    switch leaf.path.last {
    case "fps" where leaf.node.scalar?.type != .string: return "\(text) fps"
    case "channels": return text == "1" ? "mono" : text == "2" ? "stereo" : "\(text) channels"
    case "gop": return "\(text) frames"
    case "lookahead": return "looks \(text) ahead"
    case "bframes": return text == "1" ? "1 B-frame" : "\(text) B-frames"
    case "ref_frames": return text == "1" ? "1 reference" : "\(text) references"
    case "level": return "level \(text)"
    case "tier": return "\(text) tier"
    case "segment_duration": return "\(text) segments"
    case "part_duration": return "\(text) parts"
    case "part_hold_back": return "\(text) behind"
    case "window" where leaf.path.first == "packaging": return "\(text) window"
    case "min_buffer": return "\(text) buffered"
    case "playlist_segments": return "\(text) segments"
    case "preserved_segments": return "\(text) kept"
    case "low_latency": return text == "true" ? "on" : "off"
    default: break
    }
    return SecretSigns.label(text)
  }
}
