internal import RungProviders
internal import RungSource
internal import RungSpec

/// One provider's judgement of one stream, leaf by leaf and finding by finding, sorted into topics.
///
/// What becomes of a leaf makes the state of its cell: a leaf that is emitted or decided with is taken, whatever else is
/// said of it; one that only a finding names is not. Findings explain, and only errors reject.
struct MatrixColumn {
  private struct Said {
    let text: String
    let rule: RuleID?

    init(_ text: String, rule: RuleID? = nil) { (self.text, self.rule) = (text, rule) }
    init(_ finding: Diagnostic) { self.init(finding.message, rule: finding.id) }
  }

  private struct Entry {
    var state = Matrix.State.notAsked
    var said: [Said] = []
    private var texts: Set<String> = []

    /// The worst state counts.
    mutating func add(_ new: Matrix.State, _ what: Said? = nil) {
      let order: [Matrix.State] = [.notAsked, .supported, .notExpressible, .changed, .unknown, .rejected]
      if let now = order.firstIndex(of: state), let next = order.firstIndex(of: new), next > now { state = new }
      if let what, texts.insert(what.text).inserted { said.append(what) }
    }
  }

  /// What became of one leaf.
  private enum Fate {
    case taken
    /// Something else comes of it.
    case changed(Said)
    case lost(reason: Said?)
  }

  private let provider: any Provider.Type
  private var entries: [MatrixTopic: Entry] = [:]
  private var asked: [MatrixTopic: String] = [:]
  private var errors: [RuleID] = []
  /// Nothing is wrong but that something is missing which the provider needs.
  private var onlyLacks = true
  private var isTarget = false
  /// What the provider's rules, or errors of the spec, found in each topic; what has no field follows from the leaves.
  private var found: [(finding: Diagnostic, topic: MatrixTopic)] = []
  /// The first finding at each span, and in each topic.
  private var firsts: (at: [SourceSpan: Diagnostic], in: [MatrixTopic: Diagnostic]) = ([:], [:])
  private var spans = SpanIndex([])
  private let firstError: Diagnostic?
  private let reasons: ReasonTree
  /// What comes of leaves instead of what they say.
  private var changes: [SourcePlace: @Sendable () -> String] = [:]

  /// In the order of the columns; unknown ids are left out. Nil for every provider that Rung knows.
  static func providers(_ ids: [String]?) -> [any Provider.Type] {
    ids.map { ids in ids.compactMap { id in Providers.named(id) } } ?? Providers.all
  }

  /// - Parameters:
  ///   - document: as if it were for this provider alone.
  ///   - findings: all that was found in it then.
  init(_ provider: any Provider.Type, _ document: JudgedDocument, _ findings: [Diagnostic], _ secrets: Set<SourceSpan>) {
    self.provider = provider
    reasons = Targets.reasons(of: provider)
    firstError = findings.first { $0.severity == .error }
    guard let judgment = document.judgments.first else { return }
    isTarget = document.shared.stream.spec.targets?.value.contains { $0.id.value == provider.id } ?? false
    let leaves = MatrixLeaf.all(of: judgment.stream.document, for: provider.id)
    let overrides = judgment.target.options?["overrides"]
    let shared = overrides == nil ? leaves : MatrixLeaf.all(of: document.shared.stream.document, for: provider.id)
    asked = MatrixLeaf.told(leaves, secrets)
    if overrides != nil { asked.merge(MatrixLeaf.told(shared, secrets)) { $1 } }
    let places = MatrixPlaces(judgment.stream, target: judgment.target.id.place)
    found = findings.filter {
      $0.severity == .error || $0.provider != nil && !TargetFaults.isLoss($0.id)
    }.map { finding in
      let topic = finding.missing.map { MatrixTopic($0.split(separator: ".").map(String.init)) }
      return (finding, topic ?? places.topic(of: finding.place))
    }
    for (finding, topic) in found.reversed() {
      firsts.at[finding.span] = finding
      firsts.in[topic] = finding
    }
    spans = SpanIndex(found.map(\.finding.span))
    // Errors come first, so that they are the first that a cell refers to.
    for (finding, topic) in found where finding.severity == .error { reject(finding, topic) }
    judge(leaves, judgment.isRead ? judgment.coverage : nil, judgment.stream.document)
    // A caution changes nothing of what is taken.
    for (finding, topic) in found where finding.severity != .error { entries[topic, default: Entry()].add(.notAsked, Said(finding)) }
    if let overrides { tell(overrides, leaves, beside: shared) }
  }

  // MARK: Leaves

  private mutating func judge(_ leaves: [MatrixTopic: [MatrixLeaf]], _ ledger: Coverage?, _ document: Node) {
    for (place, how) in ledger?.changed ?? [] where changes[place] == nil { changes[place] = how }
    for topic in MatrixTopic.allCases {
      guard let mine = leaves[topic] else { continue }
      guard let ledger else {
        entries[topic, default: Entry()].add(.unknown)
        continue
      }
      let fates = mine.map { fate(of: $0, topic, ledger) }
      let isTaken = isDelivered(topic, ledger, document) || fates.contains { if case .lost = $0 { false } else { true } }
      entries[topic, default: Entry()].add(isTaken ? .supported : .notExpressible)
      var reasons: [(reason: Said?, paths: [String])] = []
      var numbers: [String?: Int] = [:]
      var told: [Set<String>] = []
      for (leaf, fate) in zip(mine, fates) {
        switch fate {
        case .taken: break
        case .changed(let said): entries[topic, default: Entry()].add(.changed, said)
        case .lost(let reason):
          let path = leaf.isItem ? "\(leaf.shown): \(leaf.text)" : leaf.shown
          let number = numbers[reason?.text] ?? reasons.count
          if number == reasons.count {
            numbers[reason?.text] = number
            reasons.append((reason, []))
            told.append([])
          }
          if told[number].insert(path).inserted { reasons[number].paths.append(path) }
        }
      }
      for (reason, paths) in reasons {
        let state = isTaken ? Matrix.State.changed : .notExpressible
        if let reason, reason.rule != noField {
          entries[topic, default: Entry()].add(state, reason)
          continue
        }
        let words = reason?.text ?? "\(provider.title) has no field for it"
        let what = paths.map { "`\($0)`" }.joined(separator: ", ")
        entries[topic, default: Entry()].add(state, Said(isTaken ? "without \(what): \(words)" : words, rule: noField))
      }
    }
  }

  private var noField: RuleID { RuleID(rawValue: "\(provider.id)/not-expressible") }

  private func fate(of leaf: MatrixLeaf, _ topic: MatrixTopic, _ ledger: Coverage) -> Fate {
    let place = leaf.node.place
    if !leaf.node.isScalar {
      // An empty mapping switches something on, and holds nothing that could be used; an empty list asks for nothing.
      let path = leaf.path.first == "packaging" ? ["packaging"] : leaf.path
      let isLost = leaf.node.isMapping && (ledger.named.contains(place) || self.reason(for: path) != nil)
      return isLost && !ledger.used.contains(place) ? .lost(reason: reason(for: leaf, topic, isNamed: ledger.named.contains(place))) : .taken
    }
    guard ledger.used.contains(place) else { return .lost(reason: reason(for: leaf, topic, isNamed: ledger.named.contains(place))) }
    guard let how = changes[place] else { return .taken }
    return .changed(own(leaf) ?? Said(how()))
  }

  /// An output is on by its key alone, and what a provider has no field for are its settings, unless it says that it has
  /// no outputs at all, or that it has not this one.
  private func isDelivered(_ topic: MatrixTopic, _ ledger: Coverage, _ document: Node) -> Bool {
    guard topic == .hls || topic == .dash, reason(for: ["packaging"]) == nil else { return false }
    let key = document["packaging"]?.entries.first { MatrixTopic(["packaging", $0.key.value]) == topic }?.key
    return key.map { !ledger.named.contains($0.place) } ?? false
  }

  /// Why a leaf is left out: a finding of its own, one that names it with others, or that there is no field.
  private func reason(for leaf: MatrixLeaf, _ topic: MatrixTopic, isNamed: Bool) -> Said? {
    if let own = own(leaf) { return own }
    if isNamed, let naming = enclosing(leaf) ?? firsts.in[topic] { return Said(naming) }
    if let reason = reason(for: leaf.path) { return Said(reason, rule: noField) }
    // Of several that are too many, the first carries the finding.
    return isNamed ? firstError.map { Said($0) } : nil
  }

  /// The finding about the smallest value that contains the leaf.
  private func enclosing(_ leaf: MatrixLeaf) -> Diagnostic? {
    spans.around(leaf.node.span).map { found[$0].finding }
  }

  private func own(_ leaf: MatrixLeaf) -> Said? {
    leaf.node.isScalar ? firsts.at[leaf.node.span].map { Said($0) } : nil
  }

  /// The reason of the deepest entry on the path.
  private func reason(for path: [String]) -> String? { reasons.deepest(on: path)?.reason }

  // MARK: Findings

  private mutating func reject(_ finding: Diagnostic, _ topic: MatrixTopic) {
    entries[topic, default: Entry()].add(.rejected, Said(finding))
    errors.append(finding.id)
    if finding.provider == nil || topic != .settings && finding.missing == nil { onlyLacks = false }
  }

  /// What the spec asks of this target alone is asked all the same; where the others are asked for something else, it
  /// changes.
  private mutating func tell(
    _ overrides: Node, _ own: [MatrixTopic: [MatrixLeaf]], beside shared: [MatrixTopic: [MatrixLeaf]]
  ) {
    let written = MatrixLeaf.all(of: overrides)
    let groups = Dictionary(grouping: written) { $0.topic }
    func words(_ leaves: [MatrixLeaf]) -> [String] { leaves.map { "\($0.shown): \($0.text)" } }
    for topic in MatrixTopic.allCases {
      let isOther = shared[topic].map { words(own[topic] ?? []) != words($0) } ?? false
      let mine = groups[topic] ?? []
      guard isOther || !mine.isEmpty else { continue }
      var paths: [String] = []
      var known: Set<String> = []
      for leaf in mine.isEmpty ? written : mine where known.insert(leaf.shown).inserted { paths.append("`\(leaf.shown)`") }
      entries[topic, default: Entry()].add(
        isOther ? .changed : .notAsked, Said("the `overrides` for this target set \(paths.joined(separator: ", "))"))
    }
  }

  // MARK: The table

  static func table(_ name: String?, _ columns: [MatrixColumn]) -> Matrix.Table {
    var notes: [Matrix.Footnote] = []
    var numbers: [[String: Int]] = Array(repeating: [:], count: columns.count)
    var rows: [Matrix.Row] = []
    for topic in MatrixTopic.allCases where columns.contains(where: { $0.entries[topic] != nil }) {
      let cells = columns.enumerated().map { index, column in
        guard let entry = column.entries[topic] else { return Matrix.Cell(.notAsked) }
        let mine = entry.said.map { said in
          if let known = numbers[index][said.text] { return known }
          notes.append(
            Matrix.Footnote(number: notes.count + 1, provider: TargetID(rawValue: column.provider.id), text: said.text, rule: said.rule))
          numbers[index][said.text] = notes.count
          return notes.count
        }
        return Matrix.Cell(entry.state, notes: mine)
      }
      rows.append(Matrix.Row(title: topic.rawValue, asked: columns.lazy.compactMap { $0.asked[topic] }.first ?? "", cells: cells))
    }
    return Matrix.Table(
      name: name, providers: columns.map { Matrix.Column(id: TargetID(rawValue: $0.provider.id), title: $0.provider.title, verdict: $0.verdict) },
      rows: rows, notes: notes)
  }

  private var verdict: Matrix.Verdict {
    let outcome: Matrix.Verdict.Outcome = errors.isEmpty ? .runs : onlyLacks && !isTarget ? .incomplete : .refused
    return Matrix.Verdict(
      outcome: outcome, changed: entries.values.filter { $0.state == .changed }.count,
      leftOut: entries.values.filter { $0.state == .notExpressible }.count, errors: errors)
  }
}
