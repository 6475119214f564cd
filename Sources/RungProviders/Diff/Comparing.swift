package import RungSource

extension Comparison {
  /// The differences of two versions at the provider.
  ///
  /// - Parameter report: that of the run: it has secrets and the origin of values.
  package func differences(_ old: DiffSide, _ new: DiffSide, _ facts: [ChangeFact], _ report: Report) -> [ResourceDifference] {
    var (old, new) = (old, new)
    let (before, after) = (separate(&old), separate(&new))
    var names = resources.map(\.name)
    for request in old.requests + new.requests where !names.contains(request.resource) { names.append(request.resource) }
    var found = names.flatMap { name in
      pairs(name, old.requests.filter { $0.resource == name }, new.requests.filter { $0.resource == name }).compactMap { pair in
        difference(pair, old, new, facts, report)
      }
    }
    if !before.isEmpty || !after.isEmpty {
      let isSpecs = !old.isPartial && !new.isPartial
      tell(before, after, isSpecs: isSpecs, in: &found, facts, old, new, report)
      // Requests are planned from everything that the versions have.
      for index in found.indices {
        if let body = found[index].old?.whole { found[index].old?.body = body }
        if let body = found[index].new?.whole { found[index].new?.body = body }
      }
    }
    return found
  }

  private typealias Unknown = (resource: String, field: UnknownField)

  /// Removes what no request has from one version, so that it is never sent.
  private func separate(_ side: inout DiffSide) -> [Unknown] {
    var found: [Unknown] = []
    for index in side.requests.indices {
      guard let body = side.requests[index].body else { continue }
      let (known, unknown) = known.of(side.requests[index].kinds).separated(body)
      if unknown.isEmpty { continue }
      side.requests[index].whole = body
      side.requests[index].body = known
      found += unknown.map { (side.requests[index].resource, $0) }
    }
    // Bodies already have it, with what none of their requests can contain.
    guard side.isPartial else { return found }
    return side.unknown.map { unknown in
      (side.requests.first { $0.kinds.contains(unknown.kind) }?.resource ?? unknown.kind, unknown.field)
    }
  }

  /// As many as findings of one rule in a file.
  private static let mostUnknown = 1000

  private func tell(
    _ old: [Unknown], _ new: [Unknown], isSpecs: Bool, in found: inout [ResourceDifference], _ facts: [ChangeFact], _ oldSide: DiffSide,
    _ newSide: DiffSide, _ report: Report
  ) {
    var waiting: [String: [UnknownField]] = [:]
    for unknown in old.reversed() { waiting["\(unknown.resource) \(unknown.field.path)", default: []].append(unknown.field) }
    var pairs: [(resource: String, old: UnknownField?, new: UnknownField?)] = new.map { unknown in
      (unknown.resource, waiting["\(unknown.resource) \(unknown.field.path)"]?.popLast(), unknown.field)
    }
    for unknown in old {
      guard waiting["\(unknown.resource) \(unknown.field.path)"]?.popLast() != nil else { continue }
      pairs.append((unknown.resource, unknown.field, nil))
    }
    let listed = pairs.prefix(Self.mostUnknown)
    for (index, pair) in listed.enumerated() {
      let more = index == listed.count - 1 ? pairs.count - listed.count : 0
      let at = found.firstIndex { $0.resource == pair.resource } ?? found.endIndex
      let request = newSide.requests.first { $0.resource == pair.resource } ?? oldSide.requests.first { $0.resource == pair.resource }
      guard let place = (pair.new ?? pair.old)?.key.place else { continue }
      let some = request ?? DeclaredRequest(pair.resource, body: nil, place: place)
      var work = BodyComparison(self, facts, some, some, oldSide.isAnswer, newSide.isAnswer, report)
      work.tell(unknown: pair.old, pair.new, more: more)
      // Two specs have the same on purpose, under `extra`.
      if isSpecs, work.found.allSatisfy({ $0.effect == .unseen }) { continue }
      if at == found.endIndex {
        found.append(
          ResourceDifference(resource: pair.resource, noun: noun(of: pair.resource), label: nil, change: .same, differences: [], old: nil, new: nil))
      }
      found[at].differences += work.found
      if found[at].change == .same, work.found.contains(where: { $0.effect != .unseen }) { found[at].change = .changed }
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
    // A body contains nothing about other requests.
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
    // No request creates such resources: this one may belong to anybody.
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
