package import RungSource

extension Comparison {
  /// What two versions make of everything at the provider.
  ///
  /// - Parameter report: that of the run: it knows secrets, and who wrote what.
  package func differences(_ old: DiffSide, _ new: DiffSide, _ facts: [ChangeFact], _ report: Report) -> [ResourceDifference] {
    var names = resources.map(\.name)
    for request in old.requests + new.requests where !names.contains(request.resource) { names.append(request.resource) }
    return names.flatMap { name in
      pairs(name, old.requests.filter { $0.resource == name }, new.requests.filter { $0.resource == name }).compactMap { pair in
        difference(pair, old, new, facts, report)
      }
    }
  }

  private typealias Pair = (label: String?, old: DeclaredRequest?, new: DeclaredRequest?)

  private func pairs(_ name: String, _ old: [DeclaredRequest], _ new: [DeclaredRequest]) -> [Pair] {
    guard let key = resources.first(where: { $0.name == name })?.key else {
      return (0..<max(old.count, new.count)).map { (nil, $0 < old.count ? old[$0] : nil, $0 < new.count ? new[$0] : nil) }
    }
    func text(_ request: DeclaredRequest) -> String? { request.body?[key]?.scalar?.text }
    var rest = old
    var pairs: [Pair] = new.map { request in
      let index = rest.firstIndex { text($0) == text(request) }
      return (text(request), index.map { rest.remove(at: $0) }, request)
    }
    pairs += rest.map { (text($0), $0, nil) }
    return pairs
  }

  private func isSilent(_ side: DiffSide, _ resource: String) -> Bool {
    side.isPartial && !side.tellsAll.contains(resource)
  }

  private func difference(
    _ pair: Pair, _ old: DiffSide, _ new: DiffSide, _ facts: [ChangeFact], _ report: Report
  ) -> ResourceDifference? {
    // A body says nothing of requests that it is not.
    guard let some = pair.new ?? pair.old else { return nil }
    if pair.old == nil, isSilent(old, some.resource) { return nil }
    if pair.new == nil, isSilent(new, some.resource) { return nil }
    var result = ResourceDifference(
      resource: some.resource, noun: noun(of: some.resource), label: pair.label.map(SecretSigns.label), change: .changed, differences: [], old: pair.old, new: pair.new)
    var work = BodyComparison(self, facts, pair.old ?? some, pair.new ?? some, old.isAnswer, new.isAnswer, report)
    switch (pair.old, pair.new) {
    case (let before?, let after?):
      work.compareNames(before, after)
      work.compareBodies()
      result.change = work.found.isEmpty ? .same : .changed
    case (nil, _): result.change = .added
    case (_, nil): result.change = .removed
    }
    if result.change == .added || result.change == .removed { work.tell(whole: some, isNew: result.change == .added) }
    result.differences = work.found
    // Of such things no request speaks: this one may be anybody's.
    let isUnasked = result.change == .removed && old.isAnswer && !new.requests.contains { $0.resource == some.resource && !$0.isImplied }
    if isUnasked {
      result.change = .same
      for index in result.differences.indices {
        result.differences[index].effect = .unseen
        result.differences[index].reasons = ["no request sets it"]
      }
    }
    return result
  }
}
