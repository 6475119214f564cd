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

  var topic: MatrixTopic { MatrixTopic(path) }
  /// Without what is secret in it.
  var text: String { isSecret ? "set" : SecretSigns.masked(node.scalar?.text ?? "") }

  private var isSecret: Bool {
    path.contains(where: SecretName.isSecret) || SecretSigns.isSecret((node.scalar?.text ?? "").utf8, named: SecretName.weight(path.last ?? ""))
  }

  /// Every leaf that a provider is asked: of `targets` its own settings only, and of the ladder what it came to.
  static func all(of document: Node, for id: String) -> [MatrixLeaf] {
    var leaves: [MatrixLeaf] = []
    for entry in document.entries where !["$schema", "rung", "extends", "packs"].contains(entry.key.value) {
      let isTargets = entry.key.value == "targets"
      guard let value = isTargets ? entry.value[id] : entry.value else { continue }
      let own = isTargets ? value.without(["overrides"]) : value
      collect(own, isTargets ? ["targets", id] : [entry.key.value], isTargets ? "targets.\(id)" : entry.key.value, isItem: false, &leaves)
    }
    return leaves.filter { !["ladder.preset", "ladder.drop"].contains($0.shown) }
  }

  static func all(of part: Node) -> [MatrixLeaf] {
    var leaves: [MatrixLeaf] = []
    for entry in part.entries { collect(entry.value, [entry.key.value], entry.key.value, isItem: false, &leaves) }
    return leaves
  }

  private static func collect(_ node: Node, _ path: [String], _ shown: String, isItem: Bool, _ leaves: inout [MatrixLeaf]) {
    switch node.content {
    case .map(let entries) where !entries.isEmpty:
      for entry in entries {
        collect(entry.value, path + [entry.key.value], "\(shown).\(entry.key.value)", isItem: false, &leaves)
      }
    case .list(let items) where !items.isEmpty:
      for item in items { collect(item, path, item.isScalar ? shown : "\(shown)[]", isItem: item.isScalar, &leaves) }
    case .map, .list, .scalar: leaves.append(MatrixLeaf(node: node, path: path, shown: shown, isItem: isItem))
    }
  }

  // MARK: Words

  /// What is asked of each topic, in the author's words; secrets are left out.
  static func told(_ leaves: [MatrixLeaf], _ secrets: Set<SourceSpan>) -> [MatrixTopic: String] {
    var words: [MatrixTopic: String] = [:]
    for topic in MatrixTopic.allCases where topic != .settings {
      let mine = leaves.filter { $0.topic == topic }
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
