internal import RungProviders
internal import RungReading
internal import RungSource
internal import RungSpec

/// Texts on the way to a state in which nothing is left to fix: see ``fixed(_:_:for:only:packs:where:)``.
struct FixWork {
  typealias Judge = ([(input: SourceInput, loader: Loader)], inout Fleet) -> [Analysis]

  private static let mostRounds = 48
  /// Texts whose analyses are held in memory together.
  private static let group = 128

  /// A fix-it of one text.
  private struct Candidate {
    let rule: RuleID
    let title: String
    /// The place of the text among all.
    let text: Int
    var edits: [FixIt.Edit]
    /// Whether its finding says that something could not be read: what is behind that shows when it is fixed.
    let reveals: Bool

    var made: Fixing.Made { Fixing.Made(rule: rule, title: title) }

    func unmade(_ file: String, _ reason: Fixing.Unmade.Reason) -> Fixing.Unmade {
      Fixing.Unmade(rule: rule, title: title, file: file, reason: reason)
    }
  }

  private struct Text {
    let input: SourceInput
    let loader: Loader
    var bytes: [UInt8]
    var made: [Fixing.Made] = []
    /// Earlier states, each with what was applied to it.
    var history: [(bytes: [UInt8], madeCount: Int, step: [Candidate])] = []
    /// So many fix-its at most are applied at once.
    var limit = Int.max
    /// Edits that are not made, at their places in the current text.
    var barred: [[FixIt.Edit]] = []
  }

  /// What one text was found to have.
  private struct Verdict {
    /// How many errors, by rule.
    var errors: [RuleID: Int] = [:]
    /// Texts that it depends on beside itself: those that it extends, and those that its errors point at.
    var others: Set<Int> = []
    var isReadable = true
  }

  private struct State {
    var verdicts: [Verdict] = []
    var candidates: [Candidate] = []
    var outside: [Fixing.Unmade] = []
    var contradicted: [Fixing.Unmade] = []
    /// Fix-its that choose for the author, where these are not asked for.
    var passedOver: Set<[FixIt.Edit]> = []
  }

  private let degree: FixIt.Degree
  private let isMeant: (Diagnostic, SourceMap) -> Bool
  private let judge: Judge
  private var texts: [Text]
  private let indices: [[UInt8]: Int]
  private var unmade: [Fixing.Unmade] = []

  init(
    _ texts: [(input: SourceInput, loader: Loader)], _ degree: FixIt.Degree, _ isMeant: @escaping (Diagnostic, SourceMap) -> Bool, _ judge: @escaping Judge
  ) {
    self.degree = degree
    self.isMeant = isMeant
    self.judge = judge
    self.texts = texts.map { Text(input: $0.input, loader: $0.loader, bytes: $0.input.bytes) }
    indices = Dictionary(texts.enumerated().map { (Array($1.input.name.utf8), $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func run() -> Fixing {
    var state = judged()
    var rounds = 0
    while true {
      let chosen = chosen(of: state)
      guard !chosen.isEmpty else { break }
      guard rounds < Self.mostRounds else {
        unmade += chosen.values.flatMap { $0 }.map { $0.unmade(texts[$0.text].input.name, .notReached) }
        break
      }
      rounds += 1
      state = round(chosen, from: state)
    }
    return Fixing(
      texts: texts.map { text in
        var input = text.input
        input.bytes = text.bytes
        return Fixing.Text(input: input, isChanged: text.bytes != text.input.bytes, made: text.made)
      }, unmade: Self.unique(unmade + state.contradicted + state.outside), unsafeLeft: state.passedOver.count)
  }

  private static func unique(_ all: [Fixing.Unmade]) -> [Fixing.Unmade] {
    var known: Set<Fixing.Unmade> = []
    return all.filter { known.insert($0).inserted }
  }

  // MARK: A round

  /// What is applied next, by text.
  private func chosen(of state: State) -> [Int: [Candidate]] {
    var chosen: [Int: [Candidate]] = [:]
    for candidate in state.candidates {
      let text = texts[candidate.text]
      if text.barred.contains(candidate.edits) { continue }
      chosen[candidate.text, default: []].append(candidate)
    }
    return chosen.mapValues { all in
      // What could not be read first: the rest may look different then.
      let first = all.contains(where: \.reveals) ? all.filter(\.reveals) : all
      return Array(first.prefix(all.first.map { texts[$0.text].limit } ?? 0))
    }
  }

  private mutating func round(_ chosen: [Int: [Candidate]], from state: State) -> State {
    let before = texts
    var changed: Set<Int> = []
    for (index, candidates) in chosen.sorted(by: { $0.key < $1.key }) {
      if apply(candidates, to: index) { changed.insert(index) }
    }
    guard !changed.isEmpty else { return state }
    var next = judged()
    var isFirst = true
    while let (blamed, raised) = blame(state, next, changed, chosen) {
      // Once in parts; if that is not enough, the whole round.
      for index in isFirst ? blamed : changed {
        changed.remove(index)
        texts[index] = before[index]
        refuse(chosen[index] ?? [], of: index, .raises(raised[index] ?? raised.min(by: { $0.key < $1.key })?.value ?? "source/empty"))
      }
      isFirst = false
      next = judged()
      if changed.isEmpty { break }
    }
    for index in changed where texts[index].limit < .max / 2 { texts[index].limit *= 2 }
    return next
  }

  /// - Returns: whether the text is another one now.
  private mutating func apply(_ candidates: [Candidate], to index: Int) -> Bool {
    let (bytes, barred) = Self.applied(candidates.flatMap(\.edits), to: texts[index].bytes, texts[index].barred)
    if let past = texts[index].history.firstIndex(where: { $0.bytes == bytes }) ?? (bytes == texts[index].bytes ? texts[index].history.count : nil) {
      if past < texts[index].history.count {
        let (bytes, madeCount, step) = texts[index].history[past]
        texts[index].bytes = bytes
        texts[index].made.removeSubrange(madeCount...)
        texts[index].history.removeSubrange(past...)
        texts[index].barred = []
        refuse(step, of: index, .leadsBack)
        return true
      }
      refuse(candidates, of: index, .leadsBack)
      return false
    }
    texts[index].history.append((texts[index].bytes, texts[index].made.count, candidates))
    texts[index].bytes = bytes
    texts[index].barred = barred
    texts[index].made += candidates.map(\.made)
    return true
  }

  /// Takes fewer of them the next time, and a single one never again.
  private mutating func refuse(_ candidates: [Candidate], of index: Int, _ reason: Fixing.Unmade.Reason) {
    guard candidates.count == 1, let only = candidates.first else {
      texts[index].limit = max(1, candidates.count / 2)
      return
    }
    texts[index].barred.append(only.edits)
    unmade.append(only.unmade(texts[index].input.name, reason))
  }

  /// The texts whose changes brought an error, each with its rule; nil for none.
  private func blame(
    _ before: State, _ after: State, _ changed: Set<Int>, _ chosen: [Int: [Candidate]]
  ) -> (texts: Set<Int>, raised: [Int: RuleID])? {
    var blamed: Set<Int> = []
    var raised: [Int: RuleID] = [:]
    for (index, (old, new)) in zip(before.verdicts, after.verdicts).enumerated() {
      // The first by name where there are several.
      guard let rule = new.errors.filter({ $0.value > old.errors[$0.key] ?? 0 }).keys.min(by: { $0.rawValue < $1.rawValue }) else { continue }
      let near = changed.intersection(old.others.union(new.others).union([index]))
      let reveals = near.contains { chosen[$0]?.contains(where: \.reveals) == true }
      if reveals, new.isReadable || !old.isReadable { continue }
      let suspects = near.isEmpty ? changed : near
      blamed.formUnion(suspects)
      for suspect in suspects { raised[suspect] = rule }
    }
    return blamed.isEmpty ? nil : (blamed, raised)
  }

  /// The text after the edits, and where other edits are in it then; those that overlap are gone.
  private static func applied(_ edits: [FixIt.Edit], to bytes: [UInt8], _ others: [[FixIt.Edit]]) -> ([UInt8], [[FixIt.Edit]]) {
    var edits = edits.reduce(into: [FixIt.Edit]()) { known, edit in if !known.contains(edit) { known.append(edit) } }
    edits.sort { ($0.span.lower, $0.span.upper) < ($1.span.lower, $1.span.upper) }
    var after: [UInt8] = []
    after.reserveCapacity(bytes.count + 64)
    var done = 0
    for edit in edits where Int(edit.span.lower) >= done && Int(edit.span.upper) <= bytes.count {
      after += bytes[done..<Int(edit.span.lower)]
      after += edit.replacement.utf8
      done = Int(edit.span.upper)
    }
    after += bytes[done...]
    let moved = others.compactMap { group -> [FixIt.Edit]? in
      var moved: [FixIt.Edit] = []
      for edit in group {
        var shift = 0
        for made in edits {
          if made.span.upper <= edit.span.lower, made.span != edit.span {
            shift += made.replacement.utf8.count - made.span.length
          } else if made.span.lower < edit.span.upper || made.span == edit.span {
            return nil
          }
        }
        moved.append(FixIt.Edit(SourceSpan(file: edit.span.file, lower: Int(edit.span.lower) + shift, upper: Int(edit.span.upper) + shift), edit.replacement))
      }
      return moved
    }
    return (after, moved)
  }

  // MARK: Judging

  /// All texts as they are now, each a base of the others.
  private func judged() -> State {
    var state = State()
    var fleet = Fleet()
    let current = Current(indices, texts.map(\.bytes))
    // Each time everything is found anew.
    var baselines: [ObjectIdentifier: BaselineMatch] = [:]
    let inputs = texts.map { text in
      var input = text.input
      if let baseline = input.policy?.baseline {
        let renewed = baselines[ObjectIdentifier(baseline)] ?? baseline.renewed()
        baselines[ObjectIdentifier(baseline)] = renewed
        input.policy?.baseline = renewed
      }
      return input
    }
    var found: [(candidate: Candidate, finder: Int)] = []
    // Those that others extend and that are judged as streams: what a stream lacks is none of their faults.
    var possibleBases: Set<Int> = []
    var extended: Set<Int> = []
    for start in stride(from: 0, to: texts.count, by: Self.group) {
      let group = start..<min(start + Self.group, texts.count)
      let analyses = judge(group.map { current.spec(inputs[$0], texts[$0].bytes, texts[$0].loader) }, &fleet)
      for (index, analysis) in zip(group, analyses) {
        var verdict = Verdict()
        let own = Set(analysis.extended.compactMap { indices[Array($0.utf8)] })
        extended.formUnion(own)
        verdict.others = own
        if analysis.mayBeBase { possibleBases.insert(index) }
        for finding in analysis.diagnostics { take(finding, of: index, analysis, &verdict, &found, &state) }
        state.verdicts.append(verdict)
      }
    }
    let unjudged = possibleBases.intersection(extended)
    for index in unjudged { state.verdicts[index].errors = [:] }
    var known: Set<[FixIt.Edit]> = []
    let candidates = found.filter { !unjudged.contains($0.finder) && known.insert($0.candidate.edits).inserted }.map(\.candidate)
    let contradicted = FixConflicts.contradicted(candidates.map(\.edits))
    for (index, candidate) in candidates.enumerated() {
      if contradicted.contains(index) {
        state.contradicted.append(candidate.unmade(texts[candidate.text].input.name, .contradicted))
      } else {
        state.candidates.append(candidate)
      }
    }
    return state
  }

  private func take(
    _ finding: Diagnostic, of index: Int, _ analysis: Analysis, _ verdict: inout Verdict, _ found: inout [(candidate: Candidate, finder: Int)], _ state: inout State
  ) {
    if finding.severity == .error {
      verdict.errors[finding.id, default: 0] += max(1, finding.unlisted)
      if Self.unreadable.contains(where: finding.id.rawValue.hasPrefix) { verdict.isReadable = false }
      for span in finding.notes.compactMap(\.span) {
        if let other = indices[Array(analysis.sources[span.file].name.utf8)] { verdict.others.insert(other) }
      }
    }
    let isWanted = { (fix: FixIt) in fix.degree == .safe || degree == .unsafe }
    guard let fix = finding.fixIts.first(where: isWanted) ?? finding.fixIts.first, let file = fix.edits.first?.span.file, isMeant(finding, analysis.sources)
    else { return }
    let name = analysis.sources[file].name
    // Of all texts together: the place of a text among them is its file.
    let text = indices[Array(name.utf8)]
    let id = FileID(index: UInt32(text ?? 0))
    let edits = fix.edits.map { FixIt.Edit(SourceSpan(file: id, lower: $0.span.lower, upper: $0.span.upper), $0.replacement) }
    guard isWanted(fix) else {
      if text != nil { state.passedOver.insert(edits) }
      return
    }
    guard let text else {
      state.outside.append(Fixing.Unmade(rule: finding.id, title: fix.title, file: name, reason: .fileNotNamed))
      return
    }
    let reveals = finding.severity == .error && (Self.readers.contains(finding.id.rawValue) || Self.unreadable.contains(where: finding.id.rawValue.hasPrefix))
    found.append((Candidate(rule: finding.id, title: fix.title, text: text, edits: edits, reveals: reveals), index))
  }

  /// Families of rules without which a text is not read at all.
  private static let unreadable = ["yaml/", "json/", "source/"]
  /// Rules of values that are absent for all others, because they did not read.
  private static let readers = Set((SpecFaults.all + [TargetFaults.unknownTarget]).map(\.id.rawValue))

  /// The texts as they are at one moment.
  private final class Current: Sendable {
    private let indices: [[UInt8]: Int]
    private let texts: [[UInt8]]

    init(_ indices: [[UInt8]: Int], _ texts: [[UInt8]]) {
      self.indices = indices
      self.texts = texts
    }

    func spec(_ input: SourceInput, _ bytes: [UInt8], _ loader: Loader) -> (input: SourceInput, loader: Loader) {
      var input = input
      input.bytes = bytes
      return (
        input,
        Loader { path, from in
          let answer = loader.load(path, from: from)
          guard case .file(var base) = answer, let index = self.indices[Array(base.name.utf8)] else { return answer }
          base.bytes = self.texts[index]
          return .file(base)
        }
      )
    }
  }
}
