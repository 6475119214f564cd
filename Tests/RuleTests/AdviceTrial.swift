import Rung
import RungReading
import RungSource
import RungTestSupport
import Testing

/// Takes the advice of findings, and counts what comes of it.
struct AdviceTrial {
  private var findings = 0
  private var fixes = 0
  private(set) var taken = 0
  private var unreadable = 0
  private var explaining = 0
  private var known: Set<String> = []

  /// What is to be typed goes into a text that only its reader can take apart.
  private static let ofTheReadersOwn: Set<String> = [
    // A part of a URL.
    "spec/literal-secret", "tenbyte/s3-url-incomplete", "qencode/storage-credentials-in-url", "livekit/source-url-malformed",
    // A comment, which is in no tree.
    "allow/malformed", "allow/reason-missing", "allow/unknown-rule",
  ]

  var figures: String {
    "\(findings) findings: \(fixes) fixes taken, \(taken) ways of helps taken, \(explaining) helps that explain, \(unreadable) about texts that do not read or are shipped"
  }

  /// - Parameters:
  ///   - once: whether advice that was taken elsewhere is not taken again.
  ///   - takesHelps: false where the text is a body and the helps speak of the spec that is made of it.
  mutating func judge(_ text: String, _ name: String, once: Bool = false, takesHelps: Bool = true, _ analyse: (String) -> Analysis) {
    let before = State(text, analyse(text))
    for finding in before.analysis.diagnostics where finding.unlisted == 0 {
      if once, !known.insert("\(finding.id) \(finding.help ?? "") \(finding.fixIts.map(\.title))").inserted { continue }
      findings += 1
      let label = "\(name): \(finding.severity.name)[\(finding.id)] \(finding.message)"
      for fix in finding.fixIts {
        fixes += 1
        let after = FixItApplication.apply([fix], to: text)
        if let fault = before.fault(of: after, finding, isFix: true, analyse) {
          Issue.record("FIX \(label)\n    fix: \(fix.title)\n    \(fault)\n\(after)")
        }
      }
      guard let help = finding.help, takesHelps, !Self.ofTheReadersOwn.contains(finding.id.rawValue) else { continue }
      let ways = Advice(help).ways
      if ways.isEmpty { explaining += 1 }
      for way in ways { take(way, help, finding, label, before, analyse) }
    }
  }

  /// Takes the first way of the first help, again and again until none is left, and holds the helps of each state against one
  /// another: none sets what another one takes away, or sets otherwise.
  mutating func follow(_ text: String, _ name: String, steps: Int, _ analyse: (String) -> Analysis) {
    var texts = [text]
    for _ in 0...steps {
      guard let text = texts.last else { return }
      let state = State(text, analyse(text))
      let advised = state.analysis.diagnostics.compactMap { finding in
        finding.help.flatMap { help in Advice(help).ways.first.map { (finding, help, $0) } }
      }
      if let contradiction = Self.contradiction(advised.map { ($0.0.id.rawValue, $0.1, $0.2) }) {
        Issue.record("\(name): \(contradiction)\n\(text)")
        return
      }
      guard let (finding, help, way) = advised.first else { return }
      findings += 1
      guard let next = take(way, help, finding, "\(name): \(finding.id) \(finding.message)", state, analyse) else { return }
      guard !texts.contains(next) else {
        Issue.record("\(name): the advice goes in a circle\n\((texts + [next]).joined(separator: "\n"))")
        return
      }
      texts.append(next)
    }
    Issue.record("\(name): the advice does not end in \(steps) steps\n\(texts.joined(separator: "\n"))")
  }

  private static func contradiction(_ advised: [(id: String, help: String, way: Advice.Way)]) -> String? {
    /// What a help makes of a key: nil where it is to go, empty where its value is the reader's to find.
    func changes(_ help: String, _ way: Advice.Way) -> [(key: String, value: String?)] {
      let named = help.split(separator: "add `").dropFirst().compactMap { $0.split(separator: "`").first }.filter { !$0.contains(":") }
      return named.map { (String($0), "") } + way.steps.compactMap { step in
        switch step {
        // One of many that would do.
        case .field(let key, let value): (key, help.contains("`\(key): \(value)` or more") || help.contains("`\(key): \(value)` or less") || value.hasPrefix("{") ? "" : value)
        case .removal(let key): (key, nil)
        case .value: nil
        }
      }
    }
    for (index, one) in advised.enumerated() {
      for other in advised[(index + 1)...] {
        for (key, value) in changes(one.help, one.way) {
          guard let rival = changes(other.help, other.way).first(where: { $0.key == key && $0.value != value && ($0.value == nil || value == nil || $0.value != "" && value != "") })
          else { continue }
          return "\(one.id) (\(one.help)) and \(other.id) (\(other.help)) contradict one another about `\(rival.key)`"
        }
      }
    }
    return nil
  }

  /// The text with the help taken; nil, and an issue, where that is of no use.
  @discardableResult private mutating func take(
    _ way: Advice.Way, _ help: String, _ finding: Diagnostic, _ label: String, _ before: State, _ analyse: (String) -> Analysis
  ) -> String? {
    // A shipped preset is not its reader's to edit.
    guard let tree = before.tree, !finding.span.file.isShipped else {
      unreadable += 1
      return nil
    }
    var faults: [String] = []
    for steps in Self.filled(way.steps) {
      for site in before.sites(of: finding, way) {
        guard let changed = site.apply(steps, to: tree), let written = Rewriting(changed, as: before.isJSON ? .json : .flow) else { continue }
        guard let fault = before.fault(of: written.text, finding, isFix: false, analyse) else {
          taken += 1
          return written.text
        }
        faults.append("at \(site.paths): \(fault)")
      }
    }
    Issue.record("HELP \(label)\n    help: \(help)\n    way: \(way)\n    \(faults.isEmpty ? "has no place" : faults.joined(separator: "\n    "))")
    return nil
  }

  /// With something of the reader's own where the help leaves room for it.
  private static func filled(_ steps: [Advice.Step]) -> [[Advice.Step]] {
    let names = ["ENDPOINT": "s3.example.com", "BUCKET": "archive", "FOLDER": "news", "PATH": "news"]
    func fill(_ text: String, _ own: String) -> String {
      names.reduce(text.replacing("…", with: own)) { $0.replacing($1.key, with: $1.value) }
    }
    let isOpen = steps.contains { if case .field(_, let text) = $0 { text.contains("…") } else { false } }
    return (isOpen ? ["example", "apple-h264", "tenbyte-balanced", "tenbyte-audio", "livekit-720p-30fps-1-layer"] : [""]).map { own in
      steps.map { step in
        switch step {
        case .field(let key, let text): .field(key, fill(text, own))
        case .value(let text): .value(fill(text, own))
        case .removal: step
        }
      }
    }
  }

  /// A text and what was found in it.
  struct State {
    let analysis: Analysis
    let tree: Node?
    let isJSON: Bool

    init(_ text: String, _ analysis: Analysis) {
      self.analysis = analysis
      tree = Disguise.tree(text)
      isJSON = Reader.format(name: "", bytes: Array(text.utf8)) == .json
    }

    /// Where the help may be meant, the likeliest first: the place itself, those around it and in the notes, the target, the ladder.
    func sites(of finding: Diagnostic, _ way: Advice.Way) -> [Site] {
      guard let tree else { return [] }
      let own = tree.paths(of: finding.span)
      let noted = finding.notes.compactMap(\.span).flatMap { tree.paths(of: $0) }
      var paths: [[Path]] = []
      if let missing = finding.missing { paths += [[Path(missing)], [Path(missing).parent]] }
      for start in own + noted {
        var path = start
        while !path.parts.isEmpty {
          paths.append([path])
          path = path.parent
        }
      }
      paths.append([Path("")])
      if noted.count > 1 { paths.append(noted) }
      if let provider = finding.provider { paths += [[Path("targets.\(provider)")], [Path("targets.\(provider).overrides")]] }
      let ladder = ["ladder.defaults"] + (tree["ladder"]?["renditions"]?.items.indices.map { "ladder.renditions[\($0)]" } ?? [])
      paths += ladder.map { [Path($0)] } + [ladder.map { Path($0) }] + ladder.map { [Path($0 + ".audio")] } + [ladder.map { Path($0 + ".audio") }]
      paths += ["ingest", "ingest.video", "packaging.hls", "packaging.dash"].map { [Path($0)] }
      if let home = way.home.map({ Path($0) }) {
        paths = [[home]] + paths.map { $0.map { Path(parts: $0.parts + home.parts) } } + paths
      }
      var seen: Set<[Path]> = []
      return paths.filter { seen.insert($0).inserted }.map { Site(paths: $0, isExact: $0.count == 1 && own.contains($0[0]), isKey: tree.hasKey(at: finding.span)) }
    }

    /// What is wrong with a text that was to be without the finding; nil when nothing is.
    ///
    /// - Parameter isFix: what is done at the touch of a key must not bring another warning in its place either.
    func fault(of text: String, _ finding: Diagnostic, isFix: Bool, _ analyse: (String) -> Analysis) -> String? {
      let after = analyse(text)
      let afterTree = Disguise.tree(text)
      if tree != nil, afterTree == nil { return "does not read: \(text)" }
      let place = Set(tree?.paths(of: finding.span) ?? [])
      // What is left of it as a note only is mended.
      let left = after.diagnostics.filter { $0.id == finding.id && $0.severity >= finding.severity }
      if left.count >= analysis.diagnostics.count(where: { $0.id == finding.id }), let same = left.first(where: { other in
        afterTree.map { !place.isDisjoint(with: $0.paths(of: other.span)) } ?? (other.message == finding.message)
      }) { return "is still found: \(same.message)" }
      if Self.hides(finding) { return nil }
      for other in after.diagnostics where other.severity == .error || isFix && other.severity >= max(finding.severity, .warning) {
        // What a provider says to a mend that another one or none asked for is not the rule's to know.
        if let provider = other.provider, provider != finding.provider { continue }
        if Self.excluding[finding.id.rawValue]?.contains(other.id.rawValue) == true { continue }
        if other.severity != .error, let afterTree, place.isDisjoint(with: afterTree.paths(of: other.span)) { continue }
        let was = analysis.diagnostics.count { $0.id == other.id }
        if after.diagnostics.count(where: { $0.id == other.id }) > was { return "brings \(other.severity.name)[\(other.id)] \(other.message)" }
      }
      return nil
    }

    /// Two wishes of the author that exclude each other: whichever is given up, the other one is what remains.
    private static let excluding: [String: Set<String>] = [
      // A buffer of a second at the target, and peaks that Apple tolerates.
      "ladder/buffer-below-one-second": ["apple-hls/segment-peak-above-bandwidth"],
      // Segments end with a GOP: shorter GOPs make shorter segments, in which the same buffer weighs more.
      "apple-hls/keyframes-beyond-2s": ["apple-hls/segment-peak-above-bandwidth"],
      "mkio/audio-only-encoding": ["mkio/transcription-on-passthrough", "mkio/push-protocol-not-taken"],
      "mkio/ladder-fixed-by-preset": ["mkio/transcription-on-passthrough", "mkio/push-protocol-not-taken"],
      // What is wrong with a push already is told in other words of a pull.
      "livekit/source-with-push": ["livekit/pull-without-room", "livekit/disabled-pull"],
    ]

    /// Behind a value that could not be read, a mended one shows more.
    private static func hides(_ finding: Diagnostic) -> Bool {
      let (family, name) = (finding.id.rawValue.prefix { $0 != "/" }, finding.id.rawValue.drop { $0 != "/" }.dropFirst())
      return ["yaml", "json", "source"].contains(family)
        || ["unknown-target", "unknown-key", "unknown-field", "not-one-of", "value-not-taken", "wrong-type", "wrong-field-type", "malformed-value",
          "unit-missing", "yaml-surprise", "missing-key", "missing-field", "body-not-recognised", "no-target"].contains(name)
    }
  }

  struct Path: Hashable, CustomStringConvertible {
    var parts: [String]

    init(parts: [String]) { self.parts = parts }

    init(_ text: String) {
      parts = text.replacing("[", with: ".[").split(separator: ".").map(String.init)
    }

    var parent: Path { Path(parts: Array(parts.dropLast())) }
    var description: String { parts.isEmpty ? "the top" : parts.joined(separator: ".") }
  }

  struct Site {
    /// What is typed is typed at each of them, and at one at least.
    let paths: [Path]
    /// Whether the finding points here.
    let isExact: Bool
    /// Whether it points at the key, which is what is wrong then.
    let isKey: Bool

    /// Nil where the steps have no meaning.
    func apply(_ steps: [Advice.Step], to tree: Node) -> Node? {
      var tree = tree
      for step in steps {
        let changed = paths.reduce(nil as Node?) { done, path in apply(step, at: path, to: done ?? tree) ?? done }
        guard let changed else { return nil }
        tree = changed
      }
      return tree
    }

    private func apply(_ step: Advice.Step, at path: Path, to tree: Node) -> Node? {
      switch step {
      case .value(let text):
        if isExact, isKey { return tree.renaming(path.parts[...], to: text) }
        return isExact ? Self.typed(text).flatMap { tree.setting(path.parts[...], to: $0, adds: false) } : nil
      case .field(let key, let text):
        guard let value = Self.typed(text) else { return nil }
        let own = Path(key).parts
        // The finding stands at the field itself, or at the mapping that it belongs to; the key may be a path from there.
        if path.parts.last == own.last, own.count == 1, let set = tree.setting(path.parts[...], to: value, adds: true) { return set }
        return tree.setting((path.parts + own)[...], to: value, adds: true)
      case .removal(let key):
        return tree.removing((path.parts.last == key ? path.parts : path.parts + Path(key).parts)[...])
      }
    }

    /// As YAML and JSON both read what is typed.
    static func typed(_ text: String) -> Node? { Disguise.tree("value: \(text)\n")?["value"] }
  }
}

extension Node {
  /// Where the keys and values of a span stand; those of the smallest value around it when it is none itself.
  func paths(of span: SourceSpan) -> [AdviceTrial.Path] {
    var exact: [AdviceTrial.Path] = []
    var around: (length: Int, path: AdviceTrial.Path)?
    func visit(_ node: Node, _ parts: [String]) {
      if node.span == span { exact.append(AdviceTrial.Path(parts: parts)) }
      if node.span.file == span.file, node.span.lower <= span.lower, span.upper <= node.span.upper, around.map({ node.span.length <= $0.length }) ?? true {
        around = (node.span.length, AdviceTrial.Path(parts: parts))
      }
      for entry in node.entries {
        if entry.key.place.span == span { exact.append(AdviceTrial.Path(parts: parts + [entry.key.value])) }
        visit(entry.value, parts + [entry.key.value])
      }
      for (index, item) in node.items.enumerated() { visit(item, parts + ["[\(index)]"]) }
    }
    visit(self, [])
    return exact.isEmpty ? around.map { [$0.path] } ?? [] : exact
  }

  /// The tree with another value at a path; nil where it leads through something that is no mapping or list.
  func setting(_ path: ArraySlice<String>, to value: Node, adds: Bool) -> Node? {
    guard let first = path.first else {
      // What is added to a mapping leaves the rest of it.
      guard case .map(let added) = value.content, case .map = content, !added.isEmpty else { return value }
      return added.reduce(self) { $0.setting([$1.key.value], to: $1.value, adds: true) ?? $0 }
    }
    var changed = self
    switch content {
    case .map(let entries) where entries.isEmpty && first == "[0]" && adds:
      // The first of a list that is not there yet.
      guard let item = Node(.map([]), at: place).setting(path.dropFirst(), to: value, adds: adds) else { return nil }
      changed.content = .list([item])
    case .map(var entries):
      if let index = entries.firstIndex(where: { $0.key.value == first }) {
        guard let inner = entries[index].value.setting(path.dropFirst(), to: value, adds: adds) else { return nil }
        entries[index].value = inner
      } else {
        guard adds, !first.hasPrefix("[") else { return nil }
        guard let inner = Node(.map([]), at: place).setting(path.dropFirst(), to: value, adds: adds) else { return nil }
        entries.append(Entry(key: Located(first, at: place), value: inner))
      }
      changed.content = .map(entries)
    case .list(var items):
      // `targets: [mkio]` becomes a mapping where an option is added.
      if adds, let at = items.firstIndex(where: { $0.scalar?.text == first }) {
        changed.content = .map(items.compactMap { item in item.scalar.map { Entry(key: Located($0.text, at: item.place), value: Node(.map([]), at: item.place)) } })
        return items.indices.contains(at) ? changed.setting(path, to: value, adds: adds) : nil
      }
      guard let index = Int(first.filter(\.isNumber)), first.hasPrefix("["), items.indices.contains(index) else { return nil }
      guard let inner = items[index].setting(path.dropFirst(), to: value, adds: adds) else { return nil }
      items[index] = inner
      changed.content = .list(items)
    case .scalar:
      guard adds, isNull else { return nil }
      return Node(.map([]), at: place).setting(path, to: value, adds: adds)
    }
    return changed
  }

  func hasKey(at span: SourceSpan) -> Bool {
    entries.contains { $0.key.place.span == span || $0.value.hasKey(at: span) } || items.contains { $0.hasKey(at: span) }
  }

  /// The tree with another key at the end of a path.
  func renaming(_ path: ArraySlice<String>, to key: String) -> Node? {
    guard let first = path.first else { return nil }
    var changed = self
    switch content {
    case .map(var entries):
      guard let index = entries.firstIndex(where: { $0.key.value == first }) else { return nil }
      if path.count == 1 { entries[index].key = Located(key, at: entries[index].key.place) } else {
        guard let inner = entries[index].value.renaming(path.dropFirst(), to: key) else { return nil }
        entries[index].value = inner
      }
      changed.content = .map(entries)
    case .list(var items):
      guard let index = Int(first.filter(\.isNumber)), first.hasPrefix("["), items.indices.contains(index) else { return nil }
      guard let inner = items[index].renaming(path.dropFirst(), to: key) else { return nil }
      items[index] = inner
      changed.content = .list(items)
    case .scalar: return nil
    }
    return changed
  }

  /// The tree without what stands at a path; nil when nothing does.
  func removing(_ path: ArraySlice<String>) -> Node? {
    guard let first = path.first else { return nil }
    var changed = self
    switch content {
    case .map(var entries):
      guard let index = entries.firstIndex(where: { $0.key.value == first }) else { return nil }
      if path.count == 1 { entries.remove(at: index) } else {
        guard let inner = entries[index].value.removing(path.dropFirst()) else { return nil }
        entries[index].value = inner
      }
      changed.content = .map(entries)
    case .list(var items):
      guard let index = Int(first.filter(\.isNumber)), first.hasPrefix("["), items.indices.contains(index) else { return nil }
      if path.count == 1 { items.remove(at: index) } else {
        guard let inner = items[index].removing(path.dropFirst()) else { return nil }
        items[index] = inner
      }
      changed.content = .list(items)
    case .scalar: return nil
    }
    return changed
  }
}
