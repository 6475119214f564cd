internal import Rung

/// What became of the files of a `check`, told in the order of the run.
struct CheckTally {
  private let results: CheckResults
  private var folders = SpecFolders()
  private var blanks: [(name: String, analysis: Analysis, isFound: Bool, isChanged: Bool?)] = []
  private var passedOver: Int
  private var configurations = 0

  /// - Parameters:
  ///   - unreadable: what was asked for and led nowhere.
  ///   - passedOver: files that nobody looked into.
  init(_ results: CheckResults, unreadable: [(path: String, reason: String)], passedOver: Int) {
    (self.results, self.passedOver) = (results, passedOver)
    for (path, reason) in unreadable { results.tell(unreadable: path, reason) }
  }

  mutating func take(_ name: String, _ outcome: CheckRun.Outcome) {
    switch outcome {
    case .judged(let analysis, let isFound, true, let isChanged): blanks.append((name, analysis, isFound, isChanged))
    case .judged(let analysis, let isFound, false, let isChanged):
      if isFound { folders.note(name) }
      results.tell(analysis, of: name, isChanged: isChanged)
    case .unreadable(let reason): results.tell(unreadable: name, reason)
    case .removed: results.tellRemoved()
    case .configuration: configurations += 1
    case .passedOver: passedOver += 1
    case .output: break
    }
  }

  /// - Parameters:
  ///   - read: reads a file of the repository, with what settles its findings.
  ///   - nothing: what to say where nothing was judged, by the number of files passed over; nil where that is no fault.
  mutating func end(_ baseline: BaselineFile?, read: (String) throws -> SpecFiles.Spec, nothing: ((_ passedOver: Int) -> String)?) throws {
    for (name, analysis, isFound, isChanged) in blanks {
      if folders.take(name, wasSpec: isFound) { results.tell(analysis, of: name, isChanged: isChanged) } else { passedOver += 1 }
    }
    try results.end(
      configurations: configurations, passedOver: passedOver, baseline, read: read, nothing: nothing.map { [passedOver] nothing in { nothing(passedOver) } })
  }
}
