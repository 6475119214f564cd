/// What was found, each fault once.
package struct Findings: Sendable {
  /// How many findings of one rule are listed in one file; one more summarizes the others.
  package static let mostOfRule = 1000

  /// Of one rule in one file ``mostOfRule`` at most, and one that summarizes the others.
  package private(set) var all: [Diagnostic] = []
  /// How often something was wrong at error level, findings that were already reported included.
  package private(set) var errorsRaised = 0
  private var said: Set<Saying> = []
  private var tallies: [Tally.Key: Tally] = [:]

  package init() {}

  /// Findings that were collected elsewhere.
  package init(_ all: [Diagnostic]) { self.all = all }

  /// How often a rule was reported in a file. A file with ten thousand equal faults does not need ten thousand findings, each with
  /// its notes and lines, to be understood.
  private struct Tally {
    struct Key: Hashable {
      let id: String
      let file: FileID
    }

    var listed = 0
    /// Those beyond, by their hashes: the texts would take a hundred times as much.
    var counted: [Severity: Set<Int>] = [:]
    /// The findings that summarize those above the limit.
    var remainders: [Severity: Int] = [:]

    func counts(_ saying: Saying) -> Bool {
      let hash = saying.hashValue
      return counted.values.contains { $0.contains(hash) }
    }
  }

  private struct Saying: Hashable {
    let id: String
    let span: SourceSpan
    let message: String
  }

  /// By index of a finding, the ids of the general rules whose findings at the same span it takes the place of.
  private var replacing: [Int: [String]] = [:]

  /// Adds a finding, unless it is known.
  ///
  /// - Parameters:
  ///   - finding: is made only when it is listed.
  ///   - replaced: the ids of general rules: of their findings at the same span it takes the place of the first.
  mutating func add(
    _ id: String, _ severity: Severity, _ message: String, _ place: SourcePlace, of provider: String?, replacing replaced: [String], _ finding: () -> Diagnostic
  ) {
    if severity == .error { errorsRaised += 1 }
    list(id, severity, message, place, of: provider, replacing: replaced, finding)
  }

  /// Adds a finding that was made elsewhere, unless it is known.
  package mutating func add(_ finding: Diagnostic) {
    list(finding.id.rawValue, finding.severity, finding.message, finding.place, of: finding.provider?.rawValue, replacing: []) { finding }
  }

  /// Whether a further finding of a rule in a file would only be counted.
  func isCounting(_ id: String, in file: FileID) -> Bool { tallies[Tally.Key(id: id, file: file)].map { $0.listed >= Self.mostOfRule } ?? false }

  /// Adds what was found apart.
  package mutating func absorb(_ others: Findings) {
    guard !all.isEmpty else {
      let before = errorsRaised
      self = others
      errorsRaised += before
      return
    }
    errorsRaised += others.errorsRaised
    for (index, finding) in others.all.enumerated() where finding.unlisted == 0 {
      list(finding.id.rawValue, finding.severity, finding.message, finding.place, of: finding.provider?.rawValue, replacing: others.replacing[index] ?? []) { finding }
    }
    for (key, tally) in others.tallies {
      for (severity, hashes) in tally.counted {
        guard let index = tally.remainders[severity] else { continue }
        count(hashes, severity, of: key, others.all[index].place, others.all[index].provider?.rawValue)
      }
    }
  }

  /// Removes findings.
  mutating func remove(where isRemoved: (Diagnostic) -> Bool) {
    let kept = all.indices.filter { !isRemoved(all[$0]) }
    guard kept.count < all.count else { return }
    let new = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    all = kept.map { all[$0] }
    replacing = Dictionary(uniqueKeysWithValues: replacing.compactMap { old, ids in new[old].map { ($0, ids) } })
    for (key, tally) in tallies { tallies[key]?.remainders = tally.remainders.compactMapValues { new[$0] } }
  }

  private mutating func list(
    _ id: String, _ severity: Severity, _ message: String, _ place: SourcePlace, of provider: String?, replacing replaced: [String], _ finding: () -> Diagnostic
  ) {
    // The same fault met again through another target's copy of the spec is still one fault.
    let saying = Saying(id: id, span: place.span, message: message)
    let key = Tally.Key(id: id, file: place.span.file)
    if let tally = tallies[key], tally.listed >= Self.mostOfRule {
      if !said.contains(saying), !tally.counts(saying) { count([saying.hashValue], severity, of: key, place, provider) }
      return
    }
    guard said.insert(saying).inserted else { return }
    tallies[key, default: Tally()].listed += 1
    if !replaced.isEmpty, let index = all.firstIndex(where: { replaced.contains($0.id.rawValue) && $0.span == place.span && $0.unlisted == 0 }) {
      all[index] = finding()
    } else {
      if !replaced.isEmpty { replacing[all.count] = replaced }
      all.append(finding())
    }
  }

  /// Findings of a rule that has been listed often enough in its file.
  private mutating func count(_ hashes: Set<Int>, _ severity: Severity, of key: Tally.Key, _ place: SourcePlace, _ provider: String?) {
    tallies[key, default: Tally()].counted[severity, default: []].formUnion(hashes)
    let number = tallies[key]?.counted[severity]?.count ?? 0
    if let index = tallies[key]?.remainders[severity] {
      all[index].unlisted = number
    } else {
      tallies[key]?.remainders[severity] = all.count
      all.append(
        Diagnostic(
          id: RuleID(rawValue: key.id), severity: severity, message: "", place: place, notes: [], help: "fix those that are listed first", fixIts: [],
          citation: nil, provider: provider.map(TargetID.init), missing: nil, unlisted: number))
    }
  }
}
