internal import RungSource

/// Fix-its that cannot both be applied.
enum FixConflicts {
  /// Which of several lists of edits have one that overlaps a different edit of another list. The same edit twice is one edit.
  ///
  /// - Parameter edits: of each list; spans in different files never meet.
  static func contradicted(_ edits: [[FixIt.Edit]]) -> Set<Int> {
    var all: [(edit: FixIt.Edit, list: Int)] = []
    for (index, list) in edits.enumerated() { for edit in list { all.append((edit, index)) } }
    guard all.count > 1 else { return [] }
    all.sort { left, right in
      let (a, b) = (left.edit.span, right.edit.span)
      return (a.file.index, a.lower, a.upper) < (b.file.index, b.lower, b.upper)
    }
    var contradicted: Set<Int> = []
    // Those that reach to the current one or beyond it.
    var open: [(edit: FixIt.Edit, list: Int)] = []
    for next in all {
      open.removeAll { $0.edit.span.file != next.edit.span.file || ($0.edit.span.upper <= next.edit.span.lower && $0.edit.span != next.edit.span) }
      for other in open where other.edit != next.edit && other.list != next.list { contradicted.formUnion([other.list, next.list]) }
      if !open.contains(where: { $0.edit == next.edit && $0.list == next.list }) { open.append(next) }
    }
    return contradicted
  }

  /// The findings, without the fix-its that contradict each other: it is for a person to choose.
  static func settled(_ found: [Diagnostic]) -> [Diagnostic] {
    let fixed = found.indices.filter { !found[$0].fixIts.isEmpty }
    let contradicted = contradicted(fixed.map { found[$0].fixIts.flatMap(\.edits) })
    guard !contradicted.isEmpty else { return found }
    var found = found
    for index in contradicted { found[fixed[index]].fixIts = [] }
    return found
  }
}
