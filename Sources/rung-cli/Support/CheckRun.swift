internal import Rung
internal import RungSource

/// Judges the files of a `check`.
struct CheckRun {
  let files: SpecFiles
  let targets: [TargetID]?
  let only: [TargetID]?
  let packs: [RulePack]
  /// Of `--since`.
  let revision: Revision?
  /// Of `--root`.
  let fence: String?
  /// Of `watch`.
  var watched: WatchedFiles?
  /// What has changed since the last run; nil where everything is shown.
  var changes: WatchedFiles.Changes?

  /// What became of a file.
  enum Outcome {
    /// - Parameters:
    ///   - isFound: whether it shows that there are specs in its directory; of an empty one whether it was a spec.
    ///   - isBlank: whether it is empty: a spec where its neighbors are.
    ///   - isChanged: since a revision or the last run; nil where all is shown.
    case judged(Analysis, isFound: Bool, isBlank: Bool, isChanged: Bool?)
    case unreadable(String)
    /// A file of a list that was there in the revision.
    case removed
    case configuration
    case passedOver
    /// Where the results go to, empty when they begin.
    case output
  }

  /// - Parameters:
  ///   - range: the places of the files among all; nil for all.
  ///   - shard: whose files are judged; nil for those of every shard.
  ///   - tell: given the place of a file, its name, and what became of it. Those of judged files come in their order.
  func judge(
    _ range: Range<Int>? = nil, of shard: Shard? = nil, in fleet: inout Fleet, _ tell: (_ index: Int, _ name: String, Outcome) throws -> Void
  ) throws {
    // Some at a time: see `check` of the library.
    var waiting: [(index: Int, isFound: Bool, isBlank: Bool, spec: SpecFiles.Spec, mark: ChangeMark?)] = []
    var size = 0
    func flush(_ fleet: inout Fleet) throws {
      let specs = waiting.map(\.spec)
      try check(specs, for: targets, only: only, packs: packs, in: &fleet) { position, analysis in
        let (index, isFound, isBlank, spec, mark) = waiting[position]
        try tell(index, spec.input.name, .judged(analysis, isFound: isFound, isBlank: isBlank, isChanged: mark?.isChanged))
      }
      waiting.removeAll(keepingCapacity: true)
      size = 0
    }
    func take(_ index: Int, _ spec: SpecFiles.Spec, isFound: Bool, isBlank: Bool, _ fleet: inout Fleet) throws {
      let marked = mark(spec)
      waiting.append((index, isFound, isBlank, marked.spec, marked.mark))
      size += spec.input.bytes.count
      if waiting.count == 128 || size > 1 << 20 { try flush(&fleet) }
    }
    try files.forEachFate(range, of: shard) { index, name, fate in
      switch fate {
      case .spec(let spec, let isFound): try take(index, spec, isFound: isFound, isBlank: false, &fleet)
      case .blank(let spec): try take(index, try files.settled(spec), isFound: files.wasBlankSpec(spec), isBlank: true, &fleet)
      case .unreadable(let reason):
        try flush(&fleet)
        try tell(index, name, revision?.wasRemoved(name) == true ? .removed : .unreadable(reason))
      case .configuration: try tell(index, name, .configuration)
      case .passedOver: try tell(index, name, .passedOver)
      case .output: try tell(index, name, .output)
      }
    }
    try flush(&fleet)
  }

  private func mark(_ spec: SpecFiles.Spec) -> (spec: SpecFiles.Spec, mark: ChangeMark?) {
    if let revision { return ChangeMark.watch(spec, against: revision, root: fence, files.policies) }
    if let watched { return ChangeMark.watch(spec, watched, changes) }
    return (spec, nil)
  }
}
