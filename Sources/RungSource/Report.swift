/// What was said about a run so far. Every stage takes it `inout` and adds to it.
public struct Report: Sendable {
  /// Of one rule in one file 1,000 at most; then one that stands for the others.
  public private(set) var diagnostics: [Diagnostic] = []
  /// How often something was wrong at error level, findings that were told before included.
  package private(set) var errorsRaised = 0
  private var trails: [Trail] = []
  /// What became of every leaf that is accounted for.
  package private(set) var leaves = LeafLedger()
  /// Spans whose text is a secret: they are masked wherever source lines are shown.
  public private(set) var secrets: Set<Span> = []
  /// The provider that is being worked for.
  package private(set) var provider: String?
  /// The rule that is running. A hundred rules run for every stream, and counting who holds each would take as long as some
  /// of their checks.
  private var current: Unmanaged<RuleInfo>?
  private var said: Set<Saying> = []
  private var tallies: [Tally.Key: Tally] = [:]
  /// What the packs at work make of general rules, by id.
  private var adoptions: [String: Adoption] = [:]
  /// Places of which a pack's rule has said more than the rule of this id would.
  private var spokenFor: Set<Saying> = []
  /// Nil where a spec is read.
  package var rewording: Rewording?
  package private(set) var unread = Unread()
  /// Names of rules that have nothing to say here, because something else says it better.
  package var silent: Set<String> = []

  /// How often a rule has spoken in a file. A file of ten thousand equal faults needs no ten thousand findings, each with
  /// its notes and lines, to be understood.
  private struct Tally {
    static let most = 1000

    struct Key: Hashable {
      let id: String
      let file: FileID
    }

    var listed = 0
    /// Those beyond, by their hashes: the texts would take a hundred times as much.
    var counted: Set<Int> = []
    /// The findings that stand for those beyond.
    var remainders: [Severity: Int] = [:]
  }

  private struct Saying: Hashable {
    let id: String
    let span: Span
    let message: String
  }

  public init() {}

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Another report for the same texts: values keep the ways that they came by, and nothing has been said of them.
  ///
  /// - Parameter first: where the leaves begin that it is for.
  package func withoutFindings(before first: Place? = nil) -> Report {
    var report = Report()
    report.forgetLeaves(before: first)
    report.trails = trails
    report.secrets = secrets
    return report
  }

  // MARK: Saying something

  /// What is flagged until ``end(_:)`` goes under the rule's name. Whoever runs the rule holds it until then.
  ///
  /// - Returns: what `end` is given.
  @usableFromInline package mutating func begin(_ rule: Unmanaged<RuleInfo>) -> Unmanaged<RuleInfo>? {
    let before = current
    current = rule
    return before
  }

  @usableFromInline package mutating func end(_ before: Unmanaged<RuleInfo>?) { current = before }

  /// Adds a finding of the rule that is running.
  ///
  /// - Parameter missing: the path in the spec of what the finding misses, when the place is only the nearest to it.
  package mutating func flag(
    _ place: Place, _ message: String, severity: Severity? = nil, notes: [Note] = [], help: String? = nil,
    fix: FixIt? = nil, citation: Citation? = nil, missing: String? = nil
  ) {
    guard let current else {
      preconditionFailure("a finding outside a rule: \(message)")
    }
    flag(current.takeUnretainedValue(), place, message, severity: severity, notes: notes, help: help, fix: fix, citation: citation, missing: missing)
  }

  /// Adds a finding of a rule that no check runs: those of the readers.
  package mutating func flag(
    _ rule: RuleInfo, _ place: Place, _ message: String, severity: Severity? = nil, notes: [Note] = [],
    help: String? = nil, fix: FixIt? = nil, citation: Citation? = nil, missing: String? = nil
  ) {
    // A remark that holds for every provider does not say what one of them makes of the value.
    if current == nil || provider != nil || (severity ?? rule.severity) == .error { name(place) }
    if rewording != nil {
      flagReworded(rule, place, message, severity, notes, help, fix, citation, missing)
    } else {
      add(rule, place, message, severity, notes, help, fix, citation, missing)
    }
  }

  /// Where the text is no spec: the finding in its words, or nothing when it has been said in another way.
  private mutating func flagReworded(
    _ rule: RuleInfo, _ place: Place, _ message: String, _ severity: Severity?, _ notes: [Note], _ help: String?, _ fix: FixIt?,
    _ citation: Citation?, _ missing: String?
  ) {
    guard let rewording, let spoken = rewording.rule(rule) else { return }
    // A reader's fault at a value that another reader has named.
    if spoken !== rule, rewording.isFirstReading ? unread.isAside(place) : unread.contains(place) { return }
    let severity = rewording.severity(spoken) ?? (spoken === rule ? severity ?? rule.severity : min(spoken.severity, severity ?? .error))
    if rewording.isFirstReading, severity == .error { unread.insert(place) }
    let notes = notes.filter { rewording.keepsNote($0.text) }.map { Note(rewording.text($0.text), at: $0.span) }
    add(
      spoken, place, rewording.text(message), severity, notes, rewording.help(rule, help), rewording.isFirstReading ? fix : nil,
      citation ?? spoken.citation ?? (rewording.isFirstReading || spoken !== rule ? rewording.citation : nil), missing)
  }

  private mutating func add(
    _ rule: RuleInfo, _ place: Place, _ message: String, _ severity: Severity?, _ notes: [Note], _ help: String?, _ fix: FixIt?,
    _ citation: Citation?, _ missing: String?
  ) {
    guard !silent.contains(rule.name) else { return }
    let provider = self.provider ?? rewording?.provider
    let id = "\(rule.family ?? provider ?? "provider")/\(rule.name)"
    let message = Self.shown(message)
    var (severity, citation) = (severity ?? rule.severity, citation ?? rule.citation)
    if !adoptions.isEmpty || !spokenFor.isEmpty {
      if spokenFor.contains(Saying(id: id, span: place.span, message: "")) { return }
      // What the rule itself takes lightly stays so.
      if let adoption = adoptions[id], severity == rule.severity {
        severity = max(severity, adoption.severity)
        citation = adoption.citation
      }
    }
    var replaced: Int?
    for other in rule.replaces {
      spokenFor.insert(Saying(id: other, span: place.span, message: ""))
      replaced = replaced ?? diagnostics.firstIndex { $0.id == other && $0.span == place.span && $0.unlisted == 0 }
    }
    if severity == .error { errorsRaised += 1 }
    // The same fault met again through another target's copy of the spec is still one fault.
    let saying = Saying(id: id, span: place.span, message: message)
    let key = Tally.Key(id: id, file: place.span.file)
    if tallies[key].map({ $0.listed >= Tally.most }) == true { return count(saying, severity, of: key, place, provider, rule) }
    guard said.insert(saying).inserted else { return }
    tallies[key, default: Tally()].listed += 1
    let notes = (notes + trailNotes(place)).map { Note(Self.shown($0.text), at: $0.span) }
    // A shipped preset is not the author's to edit.
    let fixes = fix.map { fix in
      fix.edits.contains { $0.span.file.isShipped } ? [] : [FixIt(Self.shown(fix.title), fix.degree, edits: fix.edits)]
    } ?? []
    let finding = Diagnostic(
      id: id, severity: severity, message: message, place: place, notes: notes, help: help.map(Self.shown),
      fixIts: fixes, citation: citation, provider: rule.family == nil || rule.family == provider ? provider : nil, missing: missing)
    // It takes the place of a general one that has spoken before it.
    if let replaced { diagnostics[replaced] = finding } else { diagnostics.append(finding) }
  }

  /// A finding of a rule that has been listed often enough in its file.
  private mutating func count(_ saying: Saying, _ severity: Severity, of key: Tally.Key, _ place: Place, _ provider: String?, _ rule: RuleInfo) {
    guard !said.contains(saying), tallies[key]?.counted.insert(saying.hashValue).inserted == true else { return }
    if let index = tallies[key]?.remainders[severity] {
      diagnostics[index].unlisted += 1
    } else {
      tallies[key]?.remainders[severity] = diagnostics.count
      diagnostics.append(
        Diagnostic(
          id: saying.id, severity: severity, message: "", place: place, notes: [], help: "fix those that are listed first", fixIts: [],
          citation: nil, provider: rule.family == nil || rule.family == provider ? provider : nil, missing: nil, unlisted: 1))
    }
  }

  /// Masked before it is shortened: of half a secret nobody can tell that it is one.
  private static func shown(_ text: String) -> String { Wording.oneLine(SecretSigns.masked(text)) }

  /// Works under rule packs: rules that they take over speak with their strength, and keep quiet where they say more.
  package mutating func working(under adoptions: [String: Adoption], _ work: (inout Report) -> Void) {
    let before = (self.adoptions, spokenFor)
    (self.adoptions, spokenFor) = (adoptions, [])
    work(&self)
    (self.adoptions, spokenFor) = before
  }

  package mutating func hide(_ span: Span) { secrets.insert(span) }

  /// Hides the values in a tree that stand under a secret's name, at whatever depth.
  ///
  /// - Parameter key: what the tree itself stands under.
  /// - Returns: those values, and others that carry a secret in a URL.
  @discardableResult
  @usableFromInline package mutating func hideSecrets(in node: Node, under key: String? = nil) -> [Node] {
    var found: [Node] = []
    hideSecrets(in: node, named: key.map(SecretName.weight) ?? .none, &found)
    return found
  }

  /// Hides what stands in a value that holds a secret, but for the words that say what it is for.
  package mutating func hideAll(in node: Node) {
    var found: [Node] = []
    hideSecrets(in: node, named: .always, &found)
  }

  private mutating func hideSecrets(in node: Node, named weight: SecretName.Weight, _ found: inout [Node]) {
    switch node.content {
    case .map(let entries):
      for entry in entries {
        let name = entry.key.value
        hideSecrets(in: entry.value, named: weight == .always && !SecretName.isDescription(name) ? .always : SecretName.weight(name), &found)
      }
    case .list(let items):
      // `[-passphrase, abcdef]`
      var option: String?
      for item in items {
        let text = item.scalar?.text
        let isArgument = option.map { SecretSigns.masked("\($0) '\(text ?? "")'") == "\($0) '\(SecretSigns.mask)'" } ?? false
        hideSecrets(in: item, named: isArgument ? .always : weight, &found)
        option = text.flatMap { $0.hasPrefix("-") ? $0 : nil }
      }
    case .scalar(let scalar):
      if SecretSigns.isSecret(scalar.text.utf8, named: weight) {
        hide(node.span)
        found.append(node)
      } else if SecretSigns.areIn(scalar.text) {
        found.append(node)
      }
    }
  }

  // MARK: What could not be read

  /// Reads a text of its own: what could not be read of it is handed out with it alone, and known of all of them afterwards.
  package mutating func readingAnother<Result>(_ work: (inout Report) -> Result) -> Result {
    var others = Unread()
    swap(&others, &unread)
    let result = work(&self)
    others.merge(unread)
    swap(&others, &unread)
    return result
  }

  /// Nobody can make anything of the value at this place; that has been said, or need not be.
  package mutating func setAside(_ place: Place) { unread.setAside(place) }

  /// What stands at this place was reported, and is read as another value from here on.
  package mutating func readInstead(_ place: Place) { unread.remove(place) }

  /// Takes note that a mapping lacks a key that is needed, or has it under a name that nobody knows, and that this was
  /// said. Only where something is read twice does anybody ask.
  @usableFromInline package mutating func noteGap(_ key: String, in mapping: Place, reportedAt place: Place) {
    if rewording != nil { unread.insertGap(key, in: mapping, reportedAt: place) }
  }

  // MARK: Accounting

  /// Notes that a leaf decided something although it stands in no body.
  @usableFromInline package mutating func use(_ place: Place) {
    leaves.used.insert(place)
    for source in sources(of: place) { use(source) }
  }

  package func isAccounted(_ place: Place) -> Bool { leaves.isAccounted(place) }

  @inlinable package mutating func use<Value>(_ value: Located<Value>?) {
    if let value { use(value.place) }
  }

  /// Notes that a leaf is used, and that something else comes of it than what it says.
  ///
  /// - Parameter how: what comes instead, in a sentence.
  package mutating func change(_ place: Place, _ how: @autoclosure @escaping @Sendable () -> String) {
    use(place)
    leaves.changed.append((place, how))
  }

  /// Notes that a finding speaks of the value, and that nothing else is done with it.
  package mutating func name(_ place: Place) {
    leaves.named.insert(place)
    for source in sources(of: place) { name(source) }
  }

  /// The same of everything that stands in a value: what stands below needs no second finding.
  ///
  /// - Parameter key: what the value stands under, where it could not be read: secrets in it are hidden, whatever its shape.
  @usableFromInline package mutating func nameLeaves(of node: Node, unreadUnder key: String? = nil) {
    node.forEachLeaf { leaf in name(leaf.place) }
    if let key { hideSecrets(in: node, under: key) }
  }

  /// What a value was computed from.
  private func sources(of place: Place) -> [Place] {
    guard place.trail != .none, case .derived(_, let sources) = trails[Int(place.trail.index) - 1].step else { return [] }
    return sources
  }

  /// Nobody will ask any more what became of the leaves.
  ///
  /// - Parameter next: the document whose turn it is; nil after the last.
  package mutating func forgetLeaves(before next: Place?) { leaves = LeafLedger(startingAt: next?.span) }

  /// Works for one provider: what is used inside does not count for the next.
  package mutating func working<Result>(for provider: String, _ work: (inout Report) -> Result) -> Result {
    let before = (self.provider, leaves)
    self.provider = provider
    let result = work(&self)
    (self.provider, leaves) = before
    return result
  }

  // MARK: Trails

  package mutating func trail(_ step: Trail.Step, under parent: TrailID = .none) -> TrailID {
    trails.append(Trail(step: step, parent: parent))
    return TrailID(index: UInt32(trails.count))
  }

  /// A value that follows from others; its place is the first one's.
  @inlinable package mutating func derive<Value>(
    _ value: Value, _ formula: @autoclosure @escaping @Sendable () -> String, from sources: [Place]
  ) -> Located<Value>? {
    derivedPlace(formula, from: sources).map { Located(value, at: $0) }
  }

  @usableFromInline mutating func derivedPlace(_ formula: @escaping @Sendable () -> String, from sources: [Place]) -> Place? {
    guard let first = sources.first else { return nil }
    return Place(first.span, trail: trail(.derived(formula, from: sources), under: first.trail))
  }

  /// A value that nobody wrote, for the reason given.
  @inlinable package mutating func byDefault<Value>(_ value: Value, _ reason: String, near place: Place) -> Located<Value> {
    Located(value, at: defaultPlace(reason, near: place))
  }

  @usableFromInline mutating func defaultPlace(_ reason: String, near place: Place) -> Place {
    Place(place.span, trail: trail(.byDefault(reason)))
  }

  /// A value that the provider's documents fix.
  package mutating func fact<Value>(_ value: Value, _ citation: Citation, near place: Place) -> Located<Value> {
    Located(value, at: Place(place.span, trail: trail(.fact(citation))))
  }

  /// The tree with every place led through one more step.
  package mutating func retrail(_ node: Node, through step: Trail.Step) -> Node {
    var known: [TrailID: TrailID] = [:]
    return retrail(node) { report, old in
      if let id = known[old] { return id }
      let id = report.trail(step, under: old)
      known[old] = id
      return id
    }
  }

  private mutating func retrail(_ node: Node, _ next: (inout Report, TrailID) -> TrailID) -> Node {
    var copy = node
    copy.place = Place(node.place.span, trail: next(&self, node.place.trail))
    switch node.content {
    case .scalar: break
    case .list(let items): copy.content = .list(items.map { retrail($0, next) })
    case .map(let entries):
      copy.content = .map(
        entries.map { entry in
          let place = Place(entry.key.place.span, trail: next(&self, entry.key.place.trail))
          return Node.Entry(key: Located(entry.key.value, at: place), value: retrail(entry.value, next))
        })
    }
    return copy
  }

  public func origin(of place: Place) -> Origin {
    var id = place.trail
    while id != .none {
      let trail = trails[Int(id.index) - 1]
      switch trail.step {
      case .preset(let name, _): return .preset(name)
      case .byDefault(let reason): return .default(reason)
      case .derived(let formula, _): return .derived(formula())
      case .fact(let citation): return .providerFact(citation)
      case .alias, .extends, .override: id = trail.parent
      }
    }
    return .author
  }

  /// Whether the author of the spec wrote the value, be it in a base or behind an alias.
  package func isAuthors(_ place: Place) -> Bool {
    if place.trail == .none { return true }
    if case .author = origin(of: place) { return true }
    return false
  }

  private func trailNotes(_ place: Place) -> [Note] {
    var notes: [Note] = []
    var id = place.trail
    while id != .none {
      let trail = trails[Int(id.index) - 1]
      switch trail.step {
      case .alias(let span): notes.append(Note("used through this alias", at: span))
      case .extends(let span): notes.append(Note("merged in by this `extends`", at: span))
      case .preset(let name, let span): notes.append(Note("the value comes from the preset `\(name)`, named here", at: span))
      case .override(let target): notes.append(Note("the value is set for \(target) only, under its `overrides`"))
      case .byDefault(let reason): notes.append(Note("nobody set it: \(reason)"))
      case .derived(let formula, _): notes.append(Note("computed: \(formula())"))
      case .fact(let citation): notes.append(Note("given by \(citation.text)"))
      }
      id = trail.parent
    }
    return notes
  }
}
