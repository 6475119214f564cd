internal import RungSource
internal import Synchronization

/// A baseline at work: what of it is found in a run. A finding of a file that several specs extend counts once.
public final class BaselineMatch: Sendable {
  private struct Occurrence: Hashable {
    let lower: UInt32
    let message: String
  }

  private struct State {
    var found: [Baseline.Key: [Occurrence: Int]] = [:]
    /// By their paths: those that were judged themselves, and those that others extend.
    var judged: Set<String> = []
    var extended: Set<String> = []
    var bases: Set<String> = []
    var isIncomplete: Set<String> = []
    /// Targets and packs, by the files that were judged for them, and those that these extend.
    var families: [String: Set<String>] = [:]
  }

  private let known: Baseline
  /// What its files are relative to, as ``Policy/locate`` names files.
  private let directory: String
  /// Whether all that is found is taken in: there was no baseline before.
  private let isNew: Bool
  private let state = Mutex(State())

  /// - Parameters:
  ///   - baseline: nil to take in all that is found.
  ///   - directory: of the baseline, as ``Policy/locate`` names files.
  public init(_ baseline: Baseline?, in directory: String) {
    known = baseline ?? Baseline()
    isNew = baseline == nil
    self.directory = directory
  }

  /// The same before anything was found.
  package func renewed() -> BaselineMatch { BaselineMatch(isNew ? nil : known, in: directory) }

  func take(_ finding: Diagnostic, _ key: Baseline.Key) -> Bool {
    let occurrence = Occurrence(lower: finding.span.lower, message: finding.message)
    let weight = max(1, finding.unlisted)
    let most = isNew ? Int.max : known.counts[key] ?? 0
    guard most > 0 else { return false }
    return state.withLock { state in
      if state.found[key]?[occurrence] != nil { return true }
      let count = state.found[key]?.values.reduce(0, +) ?? 0
      guard count <= most - weight else { return false }
      state.found[key, default: [:]][occurrence] = weight
      return true
    }
  }

  func note(judged file: String, for families: Set<String>, isBase: Bool, isWhole: Bool, extending bases: [String]) {
    let bases = bases.map(relative)
    let file = relative(file)
    state.withLock { state in
      state.extended.formUnion(bases)
      if isBase {
        state.bases.insert(file)
      } else {
        state.judged.insert(file)
        for file in bases + [file] { state.families[file, default: []].formUnion(families) }
        if !isWhole { state.isIncomplete.formUnion(bases + [file]) }
      }
    }
  }

  /// The path of a file from the directory of the baseline.
  func relative(_ path: String) -> String {
    let from = directory.split(separator: "/")
    let to = path.split(separator: "/")
    let isAbsolute = directory.hasPrefix("/")
    guard isAbsolute == path.hasPrefix("/") else { return path }
    var shared = 0
    while shared < from.count, shared < to.count - 1, from[shared] == to[shared] { shared += 1 }
    return (Array(repeating: "..", count: from.count - shared) + to[shared...]).joined(separator: "/")
  }

  /// Findings of the baseline that are not there any more, in files that were judged.
  ///
  /// - Parameters: as of ``shrunk(allSpecs:isGone:)``.
  public func gone(allSpecs: Bool = true, isGone: (String) -> Bool = { _ in false }) -> Int { known.count - shrunk(allSpecs: allSpecs, isGone: isGone).count }

  /// The baseline with no more than was found. Entries of files that were not judged stay, and so do those of targets and packs for which a
  /// file was not judged.
  ///
  /// - Parameters:
  ///   - allSpecs: whether all specs were judged that may extend a base. Otherwise entries of bases stay: who is not asked may have them.
  ///   - isGone: whether a file, relative to the directory of the baseline, was looked for and does not exist.
  public func shrunk(allSpecs: Bool = true, isGone: (String) -> Bool = { _ in false }) -> Baseline {
    let state = state.withLock { $0 }
    let found = state.found.mapValues { $0.values.reduce(0, +) }
    if isNew { return Baseline(found) }
    var counts: [Baseline.Key: Int] = [:]
    for (key, count) in known.counts {
      let isBase = state.bases.contains(key.file) || state.extended.contains(key.file)
      let isJudged = isBase ? allSpecs : state.judged.contains(key.file)
      let family = String(key.rule.prefix { $0 != "/" })
      let isAsked = !JudgedParts.isOptional(family) || state.families[key.file]?.contains(family) == true
      // Of a text that could not be read nothing is known.
      let isKnown = isJudged && isAsked && !state.isIncomplete.contains(key.file) || isGone(key.file)
      counts[key] = isKnown ? min(count, found[key] ?? 0) : count
    }
    return Baseline(counts)
  }

  /// Whether it was moved, or belongs somewhere else.
  ///
  /// - Parameter mayBeThere: whether a file, relative to the directory of the baseline, is there, or can have been removed.
  public func isElsewhere(mayBeThere: (String) -> Bool) -> Bool { !known.counts.isEmpty && !known.counts.keys.contains { mayBeThere($0.file) } }
}
