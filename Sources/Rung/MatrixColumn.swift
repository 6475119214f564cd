internal import RungProviders
internal import RungSource
internal import RungSpec

/// One provider's judgement of one stream, leaf by leaf and finding by finding, sorted into topics.
struct MatrixColumn {
  private struct Leaf {
    let node: Node
    let path: [String]
    let shown: String
  }

  private struct Said {
    let text: String
    let rule: String?
  }

  private struct Entry {
    var state = Matrix.State.notAsked
    var said: [Said] = []

    /// The worst state stands.
    mutating func add(_ new: Matrix.State, _ what: Said?) {
      let order: [Matrix.State] = [.notAsked, .supported, .notExpressible, .changed, .unknown, .rejected]
      if let now = order.firstIndex(of: state), let next = order.firstIndex(of: new), next > now { state = new }
      if let what, !said.contains(where: { $0.text == what.text }) { said.append(what) }
    }
  }

  private let provider: AnyProvider
  private var entries: [MatrixTopic: Entry] = [:]
  private var asked: [MatrixTopic: String] = [:]
  private var errors: [String] = []
  private var onlySettings = true
  private var isTarget = false

  init(_ provider: AnyProvider, _ judgement: Pipeline.Judgement?, _ report: Report) {
    self.provider = provider
    guard let judgement else { return }
    isTarget = judgement.target.options != nil || judgement.stream.document["targets"].map { Self.names(provider.id, $0) } ?? false
    let leaves = Self.leaves(of: judgement.stream.document, but: provider.id)
    asked = Self.asked(Self.leaves(of: judgement.shared.document, but: provider.id), report.secrets)
    // Errors come first, so that they are the first that a cell refers to.
    let places = MatrixPlaces(judgement.stream, isTarget: isTarget)
    let found = report.diagnostics.filter { $0.severity == .error || $0.provider != nil }
    for finding in found where finding.severity == .error { take(finding, places.topic(of: finding.place)) }
    judge(leaves, judgement.outcome.used)
    for finding in found where finding.severity != .error && finding.id != "\(provider.id)/not-expressible" {
      take(finding, places.topic(of: finding.place))
    }
    if let overrides = judgement.target.options?["overrides"] { tell(overrides) }
  }

  private static func names(_ id: String, _ targets: Node) -> Bool {
    targets.has(id) || targets.items.contains { $0.scalar?.text == id }
  }

  // MARK: Leaves

  private static func leaves(of document: Node, but id: String) -> [Leaf] {
    var leaves: [Leaf] = []
    for entry in document.entries where !["rung", "extends"].contains(entry.key.value) {
      let isTargets = entry.key.value == "targets"
      guard let value = isTargets ? entry.value[id] : entry.value else { continue }
      let own = isTargets ? Composition.removing(["overrides"], from: value) : value
      collect(own, isTargets ? ["targets", id] : [entry.key.value], isTargets ? "targets.\(id)" : entry.key.value, &leaves)
    }
    return leaves
  }

  private static func collect(_ node: Node, _ path: [String], _ shown: String, _ leaves: inout [Leaf]) {
    switch node.content {
    case .map(let entries) where !entries.isEmpty:
      for entry in entries { collect(entry.value, path + [entry.key.value], "\(shown).\(entry.key.value)", &leaves) }
    case .list(let items) where !items.isEmpty:
      for item in items { collect(item, path, item.isScalar ? shown : "\(shown)[]", &leaves) }
    case .map, .list, .scalar: leaves.append(Leaf(node: node, path: path, shown: shown))
    }
  }

  private mutating func judge(_ leaves: [Leaf], _ used: PlaceSet?) {
    for topic in MatrixTopic.allCases {
      let mine = leaves.filter { MatrixTopic($0.path) == topic }
      guard !mine.isEmpty else { continue }
      guard let used else {
        entries[topic, default: Entry()].add(.unknown, nil)
        continue
      }
      let lost = mine.filter { isLost($0, used) }
      // An output is on by its key alone. A provider that has none of it says so of packaging as a whole; what others
      // have no field for are its settings.
      let isOutput = [.hls, .dash].contains(topic) && reason(for: ["packaging"]) == nil
      let isPartly = isOutput || lost.count < mine.count
      if isPartly { entries[topic, default: Entry()].add(.supported, nil) }
      var reasons: [(text: String?, paths: [String])] = []
      for leaf in lost {
        let reason = self.reason(for: leaf.path)
        if let known = reasons.firstIndex(where: { $0.text == reason }) {
          if !reasons[known].paths.contains(leaf.shown) { reasons[known].paths.append(leaf.shown) }
        } else {
          reasons.append((reason, [leaf.shown]))
        }
      }
      for reason in reasons {
        let paths = reason.paths.map { "`\($0)`" }.joined(separator: ", ")
        let words = reason.text ?? "\(provider.title) has no field for it"
        entries[topic, default: Entry()].add(
          isPartly ? .changed : .notExpressible,
          Said(text: isPartly ? "without \(paths): \(words)" : words, rule: "\(provider.id)/not-expressible"))
      }
    }
  }

  /// An empty mapping switches something on and holds nothing that could be used: whether there is a reason against it
  /// has to do.
  private func isLost(_ leaf: Leaf, _ used: PlaceSet) -> Bool {
    if leaf.node.isScalar { return !used.contains(leaf.node.place) }
    let path = leaf.path.first == "packaging" ? ["packaging"] : leaf.path
    return !leaf.node.isList && reason(for: path) != nil
  }

  /// The reason of the deepest entry on the way speaks.
  private func reason(for path: [String]) -> String? {
    var best: (depth: Int, text: String)?
    for entry in provider.inexpressible() {
      let keys = entry.path.split(separator: ".").map(String.init)
      guard path.starts(with: keys), keys.count > best?.depth ?? 0 else { continue }
      best = (keys.count, entry.reason)
    }
    return best?.text
  }

  // MARK: Findings

  private mutating func take(_ finding: Diagnostic, _ topic: MatrixTopic) {
    let isError = finding.severity == .error
    entries[topic, default: Entry()].add(isError ? .rejected : .changed, Said(text: finding.message, rule: finding.id))
    guard isError else { return }
    errors.append(finding.id)
    if topic != .settings || finding.provider == nil { onlySettings = false }
  }

  private mutating func tell(_ overrides: Node) {
    var leaves: [Leaf] = []
    for entry in overrides.entries { Self.collect(entry.value, [entry.key.value], entry.key.value, &leaves) }
    for topic in MatrixTopic.allCases {
      var paths: [String] = []
      for leaf in leaves where MatrixTopic(leaf.path) == topic && !paths.contains("`\(leaf.shown)`") { paths.append("`\(leaf.shown)`") }
      guard !paths.isEmpty else { continue }
      let text = "the spec's own `overrides` for this target set \(paths.joined(separator: ", "))"
      entries[topic, default: Entry()].add(.changed, Said(text: text, rule: nil))
    }
  }

  // MARK: Words

  private static func asked(_ leaves: [Leaf], _ secrets: Set<Span>) -> [MatrixTopic: String] {
    var words: [MatrixTopic: String] = [:]
    for topic in MatrixTopic.allCases where topic != .settings {
      let mine = leaves.filter { MatrixTopic($0.path) == topic }
      let key = topic.telling.first { key in mine.contains { $0.path.last == key } }
      var texts: [String] = []
      for leaf in mine where key == nil || leaf.path.last == key {
        let words = text(of: leaf, secrets)
        if !texts.contains(words) { texts.append(words) }
      }
      if !texts.isEmpty { words[topic] = texts.joined(separator: ", ") }
    }
    return words
  }

  /// Credentials have no place in a table that goes round: neither references, nor what a URL may carry.
  private static func text(of leaf: Leaf, _ secrets: Set<Span>) -> String {
    guard let text = leaf.node.scalar?.text else { return leaf.node.isList ? "none" : "on" }
    if ["token", "key", "secret"].contains(leaf.path.last) || secrets.contains(leaf.node.span) { return "set" }
    if leaf.path.first == "labels", let key = leaf.path.dropFirst().last { return "\(key): \(text)" }
    switch leaf.path.last {
    case "fps" where leaf.node.scalar?.type != .string: return "\(text) fps"
    case "channels": return text == "1" ? "mono" : text == "2" ? "stereo" : "\(text) channels"
    case "gop", "lookahead": return "\(text) frames"
    case "playlist_segments": return "\(text) segments"
    case "preserved_segments": return "\(text) kept"
    case "low_latency": return text == "true" ? "on" : "off"
    default: break
    }
    // `://` cannot stand in other values.
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[1].hasPrefix("//") else { return text }
    let plain = parts[1].split(separator: "?", maxSplits: 1).first ?? ""
    return "\(parts[0])://\(plain.split(separator: "@").last.map { $0.hasPrefix("//") ? $0.dropFirst(2) : $0 } ?? "")"
  }

  // MARK: The table

  static func table(_ name: String?, _ columns: [MatrixColumn]) -> Matrix.Table {
    var notes: [Matrix.Footnote] = []
    var rows: [Matrix.Row] = []
    for topic in MatrixTopic.allCases where columns.contains(where: { $0.entries[topic] != nil }) {
      let cells = columns.map { column in
        guard let entry = column.entries[topic] else { return Matrix.Cell(.notAsked) }
        let numbers = entry.said.map { said in
          if let known = notes.first(where: { $0.provider == column.provider.id && $0.text == said.text }) { return known.number }
          notes.append(
            Matrix.Footnote(number: notes.count + 1, provider: column.provider.id, text: said.text, rule: said.rule))
          return notes.count
        }
        return Matrix.Cell(entry.state, notes: numbers)
      }
      rows.append(Matrix.Row(title: topic.rawValue, asked: columns.lazy.compactMap { $0.asked[topic] }.first ?? "", cells: cells))
    }
    return Matrix.Table(
      name: name, providers: columns.map { Matrix.Column(id: $0.provider.id, title: $0.provider.title, verdict: $0.verdict) },
      rows: rows, notes: notes)
  }

  private var verdict: Matrix.Verdict {
    let outcome: Matrix.Verdict.Outcome = errors.isEmpty ? .runs : onlySettings && !isTarget ? .incomplete : .refused
    return Matrix.Verdict(
      outcome: outcome, changed: entries.values.filter { $0.state == .changed }.count,
      leftOut: entries.values.filter { $0.state == .notExpressible }.count, errors: errors)
  }
}

/// Which topic a finding is about, by where it points.
private struct MatrixPlaces {
  private var known: [(place: Place, topic: MatrixTopic)] = []
  private let top: Place
  private let isTarget: Bool

  init(_ stream: Stream, isTarget: Bool) {
    top = stream.place
    self.isTarget = isTarget
    for entry in stream.document.entries {
      known.append((entry.key.place, MatrixTopic([entry.key.value])))
      add(entry.value, [entry.key.value])
    }
  }

  private mutating func add(_ node: Node, _ path: [String]) {
    known.append((node.place, MatrixTopic(path)))
    guard path.first != "targets" else { return }
    for entry in node.entries {
      known.append((entry.key.place, MatrixTopic(path + [entry.key.value])))
      add(entry.value, path + [entry.key.value])
    }
    for item in node.items { add(item, path) }
  }

  func topic(of place: Place) -> MatrixTopic {
    // What is missing from the spec as a whole stands at its first key; a target that is not written, as well.
    if place.span == top.span { return isTarget ? .whole : .settings }
    if let same = known.last(where: { $0.place == place }) { return same.topic }
    var best: (size: Int, topic: MatrixTopic)?
    for entry in known {
      let span = entry.place.span
      guard span.file == place.span.file, span.lower <= place.span.lower, span.upper >= place.span.upper else { continue }
      let size = Int(span.upper) - Int(span.lower)
      if best.map({ size <= $0.size }) ?? true { best = (size, entry.topic) }
    }
    return best?.topic ?? .whole
  }
}

extension Node {
  fileprivate var isList: Bool {
    if case .list = content { true } else { false }
  }
}
