/// What is known of a run so far, in four parts. Every stage takes it `inout` and adds to it.
public struct Report: Sendable {
  package private(set) var findings = Findings()
  package private(set) var provenance = Provenance()
  package private(set) var coverage = Coverage()
  package private(set) var secretSpans = SecretSpans()
  package private(set) var unread = Unread()
  /// Comments that speak to Rung, file by file in the order of the texts.
  package private(set) var comments: [SourceSpan] = []

  /// The provider that is being worked for.
  package private(set) var provider: String?
  /// The rule that is running. A hundred rules run for every stream, and counting who holds each would take as long as some
  /// of their checks.
  private var current: Unmanaged<RuleInfo>?
  /// How the active packs adopt general rules, by id.
  private var adoptions: [String: PackRequirement] = [:]
  /// Places where a pack's rule has replaced the rule of this id.
  /// Nil where no pack is at work.
  private var spokenFor: Set<SpokenFor>?
  /// Nil where a spec is read.
  package var bodyReading: BodyReading?
  /// Names of rules that are not reported here, because another finding covers them.
  package var silent: Set<String> = []
  /// Whether null stands for "not set": in a text that completes another one, or is completed by one.
  @usableFromInline package var takesRemovals = false
  /// Where the document that is judged removes what a base sets, by path: a finding about what is missing then is there.
  package var removals: [String: SourcePlace] = [:]
  /// The targets of the document that is judged, where it lists them: options need a mapping.
  package var listedTargets: [String] = []
  /// What the target that is judged may lose; nil for everything that it supports.
  package var acceptance: Acceptance?

  private struct SpokenFor: Hashable {
    let id: String
    let span: SourceSpan
  }

  /// Nothing read, and nothing found.
  public init() {}

  /// Of one rule in one file 1,000 at most; then one that summarizes the others.
  public var diagnostics: [Diagnostic] { findings.all }
  /// Whether one of the findings is an error.
  public var hasErrors: Bool { findings.all.contains { $0.severity == .error } }
  /// Spans whose text is a secret.
  public var secrets: Set<SourceSpan> { secretSpans.all }
  package var errorsRaised: Int { findings.errorsRaised }

  /// Another report for the same texts: values keep their provenance, and there are no findings.
  ///
  /// - Parameter first: where the leaves begin that it is for.
  package func withoutFindings(before first: SourcePlace? = nil) -> Report {
    var report = Report()
    report.forgetLeaves(before: first)
    report.provenance = provenance
    report.secretSpans = secretSpans
    return report
  }

  // MARK: Findings

  /// Puts other findings in the place of those so far: what a stage finds is collected apart by exchanging before and after.
  package mutating func exchange(_ found: inout Findings) { swap(&found, &findings) }

  package mutating func absorb(_ found: Findings) { findings.absorb(found) }

  /// Removes remarks about values that no target gets: they have no effect that the remark could be about.
  package mutating func removeRemarks(at places: Set<SourcePlace>) {
    findings.remove { $0.provider == nil && $0.severity != .error && $0.unlisted == 0 && places.contains($0.place) }
  }

  /// What is flagged until ``end(_:)`` is reported under the rule's id. The caller retains the rule until then.
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
    _ place: SourcePlace, _ message: Message, severity: Severity? = nil, notes: [MessageNote] = [], help: Help? = nil,
    fix: FixIt? = nil, citation: Citation? = nil, missing: String? = nil
  ) {
    guard let current else {
      preconditionFailure("a finding outside a rule: \(Vocabulary.spec.text(message))")
    }
    flag(current.takeUnretainedValue(), place, message, severity: severity, notes: notes, help: help, fix: fix, citation: citation, missing: missing)
  }

  /// Adds a finding of a rule that no check runs: those of the readers.
  package mutating func flag(
    _ rule: RuleInfo, _ place: SourcePlace, _ message: Message, severity: Severity? = nil, notes: [MessageNote] = [],
    help: Help? = nil, fix: FixIt? = nil, citation: Citation? = nil, missing: String? = nil, values: [SourcePlace] = []
  ) {
    let place = missing.flatMap(removal) ?? place
    // A remark about every provider does not account for the value at one of them.
    if current == nil || provider != nil || (severity ?? rule.severity) == .error { name(place) }
    if bodyReading != nil {
      flagOfBody(rule, place, message, severity, notes, help, fix ?? help?.fix, citation, missing, values)
    } else {
      let words = Vocabulary.spec
      let help = provider.flatMap { help?.typed(into: listedTargets, of: $0) } ?? help
      add(
        rule, place, words.text(message), severity, notes.map { DiagnosticNote(words.text($0.message), at: $0.span) }, help.flatMap(words.text),
        fix ?? help?.fix, citation, missing, values)
    }
  }

  /// Where the document removes the key, or a part that it is in.
  package func removal(of path: String) -> SourcePlace? {
    guard !removals.isEmpty else { return nil }
    var path = path[...]
    while true {
      if let place = removals[String(path)] { return place }
      guard let dot = path.lastIndex(of: ".") else { return nil }
      path = path[..<dot]
    }
  }

  /// Whether a further finding of a rule of specs would only be counted, whatever it says.
  package func isCounting(_ rule: RuleInfo, at place: SourcePlace) -> Bool {
    bodyReading == nil && findings.isCounting("\(rule.family ?? "")/\(rule.name)", in: place.span.file)
  }

  /// Where the text is not a spec: the finding in its terms, or nothing when another one covers it.
  private mutating func flagOfBody(
    _ rule: RuleInfo, _ place: SourcePlace, _ message: Message, _ severity: Severity?, _ notes: [MessageNote], _ help: Help?, _ fix: FixIt?,
    _ citation: Citation?, _ missing: String?, _ values: [SourcePlace]
  ) {
    guard let bodyReading, let reported = bodyReading.rule(rule), missing.map(bodyReading.isMissing) ?? true else { return }
    // A reader's fault at a value that another reader has reported.
    if reported !== rule, bodyReading.isFirstReading ? unread.isAside(place) : unread.contains(place) { return }
    let severity = bodyReading.severity(reported) ?? (reported === rule ? severity ?? rule.severity : min(reported.severity, severity ?? .error))
    if bodyReading.isFirstReading, severity == .error { unread.insert(place) }
    let words = bodyReading.vocabulary
    let notes = notes.filter { words.applies($0.message) }.map { DiagnosticNote(words.text($0.message), at: $0.span) }
    add(
      reported, place, words.text(message), severity, notes, help.flatMap(bodyReading.helpVocabulary.text), bodyReading.isFirstReading ? fix : nil,
      citation ?? reported.citation ?? (bodyReading.isFirstReading || reported !== rule ? bodyReading.citation : nil), missing, values)
  }

  private mutating func add(
    _ rule: RuleInfo, _ place: SourcePlace, _ message: String, _ severity: Severity?, _ notes: [DiagnosticNote], _ help: String?, _ fix: FixIt?,
    _ citation: Citation?, _ missing: String?, _ values: [SourcePlace]
  ) {
    guard !silent.contains(rule.name) else { return }
    if rule.isAcceptable, (severity ?? rule.severity) != .error, acceptance?.accepts(place) == true { return }
    let worksFor = self.provider ?? bodyReading?.provider
    let id = "\(rule.family ?? worksFor ?? "provider")/\(rule.name)"
    let message = Self.shown(message)
    var (severity, citation) = (severity ?? rule.severity, citation ?? rule.citation)
    if let spokenFor {
      if spokenFor.contains(SpokenFor(id: id, span: place.span)) { return }
      // What the rule itself takes lightly stays so.
      if let adoption = adoptions[id], severity == rule.severity {
        severity = max(severity, adoption.severity)
        citation = adoption.citation
      }
    }
    for other in rule.replaces { spokenFor?.insert(SpokenFor(id: other, span: place.span)) }
    let provider = rule.family == nil || rule.family == worksFor ? worksFor : nil
    findings.add(id, severity, message, place, of: provider, replacing: rule.replaces) {
      var notes = notes + provenance.notes(place)
      for index in notes.indices { notes[index].text = Self.shown(notes[index].text) }
      // A shipped preset is not the author's to edit.
      let fixes = fix.map { fix in
        fix.edits.contains { $0.span.file.isShipped } ? [] : [FixIt(Self.shown(fix.title), fix.degree, edits: fix.edits)]
      } ?? []
      var finding = Diagnostic(
        id: RuleID(rawValue: id), severity: severity, message: message, place: place, notes: notes, help: help.map(Self.shown), fixIts: fixes,
        citation: citation, provider: provider.map(TargetID.init), missing: missing)
      finding.values = values
      return finding
    }
  }

  /// Removes what a rule of all targets has found.
  package mutating func remove(_ rule: RuleInfo) { findings.remove { $0.id.rawValue.hasSuffix("/\(rule.name)") } }

  /// Masked before it is shortened: half a secret is not recognizable as one.
  package static func shown(_ text: String) -> String { MessageText.oneLine(SecretSigns.masked(text)) }

  /// Works under rule packs: adopted rules have the packs' severity, and are not reported where a pack's rule replaces them.
  package mutating func working(under adoptions: [String: PackRequirement], _ work: (inout Report) -> Void) {
    let before = (self.adoptions, spokenFor)
    (self.adoptions, spokenFor) = (adoptions, [])
    work(&self)
    (self.adoptions, spokenFor) = before
  }

  // MARK: Secrets

  package mutating func hide(_ span: SourceSpan) { secretSpans.hide(span) }

  /// See ``SecretSpans/hideSecrets(in:under:)``.
  @discardableResult
  @usableFromInline package mutating func hideSecrets(in node: Node, under key: String? = nil) -> [Node] {
    secretSpans.hideSecrets(in: node, under: key)
  }

  /// See ``SecretSpans/hideAll(in:)``.
  package mutating func hideAll(in node: Node) { secretSpans.hideAll(in: node) }

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

  /// The value at this place is not usable; that has been reported, or need not be.
  package mutating func setAside(_ place: SourcePlace) { unread.setAside(place) }

  /// The value at this place was reported, and is read as another value from now on.
  package mutating func readInstead(_ place: SourcePlace) { unread.remove(place) }

  /// Notes that a mapping lacks a required key, or has it under an unknown name, and that this was reported. Needed only
  /// where something is read twice.
  @usableFromInline package mutating func noteGap(_ key: String, in mapping: SourcePlace, reportedAt place: SourcePlace) {
    if bodyReading != nil { unread.insertGap(key, in: mapping, reportedAt: place) }
  }

  // MARK: Comments

  package mutating func note(comment: SourceSpan) { comments.append(comment) }

  // MARK: Coverage

  /// Notes that a leaf had an effect although it is in no body.
  @usableFromInline package mutating func use(_ place: SourcePlace) { coverage.use(place, provenance) }

  package func isAccounted(_ place: SourcePlace) -> Bool { coverage.isAccounted(place) }

  @inlinable package mutating func use<Value>(_ value: Located<Value>?) {
    if let value { use(value.place) }
  }

  /// Notes that a leaf is used with another value than its own.
  ///
  /// - Parameter how: the other value, in a sentence.
  package mutating func change(_ place: SourcePlace, _ how: @autoclosure @escaping @Sendable () -> String) {
    use(place)
    coverage.change(place, how)
  }

  /// Notes that a finding is about the value, and that it has no other use.
  package mutating func name(_ place: SourcePlace) { coverage.name(place, provenance) }

  /// The same for everything in a value: what is below needs no second finding.
  ///
  /// - Parameter key: the value's key, where it could not be read: secrets in it are hidden, whatever its shape.
  @usableFromInline package mutating func nameLeaves(of node: Node, unreadUnder key: String? = nil) {
    node.forEachLeaf { leaf in name(leaf.place) }
    if let key { hideSecrets(in: node, under: key) }
  }

  /// The leaves are no longer needed.
  ///
  /// - Parameter next: the document whose turn it is; nil after the last.
  package mutating func forgetLeaves(before next: SourcePlace?) { coverage = Coverage(startingAt: next?.span) }

  /// Puts another coverage in the place of that so far.
  package mutating func exchange(_ other: inout Coverage) { swap(&other, &coverage) }

  /// Works for one provider: what is used inside does not count for the next.
  package mutating func working<Result>(for provider: String, _ work: (inout Report) -> Result) -> Result {
    let before = (self.provider, coverage)
    self.provider = provider
    let result = work(&self)
    (self.provider, coverage) = before
    return result
  }

  // MARK: Provenance

  package mutating func trail(_ step: Provenance.Step, under parent: TrailID = .none) -> TrailID { provenance.add(step, under: parent) }

  /// A value that follows from others; its place is the first one's.
  @inlinable package mutating func derive<Value>(
    _ value: Value, _ formula: @autoclosure @escaping @Sendable () -> String, from sources: [SourcePlace]
  ) -> Located<Value>? {
    derivedPlace(formula, from: sources).map { Located(value, at: $0) }
  }

  @usableFromInline mutating func derivedPlace(_ formula: @escaping @Sendable () -> String, from sources: [SourcePlace]) -> SourcePlace? {
    guard let first = sources.first else { return nil }
    return SourcePlace(first.span, trail: trail(.derived(formula, from: sources), under: first.trail))
  }

  /// A default value, with the reason for it.
  @inlinable package mutating func byDefault<Value>(_ value: Value, _ reason: String, near place: SourcePlace) -> Located<Value> {
    Located(value, at: defaultPlace(reason, near: place))
  }

  @usableFromInline mutating func defaultPlace(_ reason: String, near place: SourcePlace) -> SourcePlace {
    SourcePlace(place.span, trail: trail(.byDefault(reason)))
  }

  /// A value that the provider's documents fix.
  package mutating func fact<Value>(_ value: Value, _ citation: Citation, near place: SourcePlace) -> Located<Value> {
    Located(value, at: SourcePlace(place.span, trail: trail(.fact(citation))))
  }

  /// The tree with every place led through one more step.
  package mutating func retrail(_ node: Node, through step: Provenance.Step) -> Node { provenance.leading(node, through: step) }

  /// Who set the value at a place of a spec or of an emitted body.
  public func origin(of place: SourcePlace) -> Origin { provenance.origin(of: place) }

  /// Whether the author of the spec wrote the value, also in a base or through an alias.
  package func isAuthors(_ place: SourcePlace) -> Bool { provenance.isAuthors(place) }
}
