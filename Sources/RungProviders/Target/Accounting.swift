package import RungSource
internal import RungSpec

/// Every leaf of the spec is in a body, has decided something, has a finding, or is reported here.
package enum Accounting {
  /// A leaf that one provider has no field for.
  struct Lost: Sendable {
    let path: LeafPath
    let place: SourcePlace
    let reason: ReasonTree.Reason?
  }

  /// What one provider has no field for, by section of the spec.
  package struct Leftovers: Sendable {
    let provider: String
    let title: String
    var sections: [(key: Located<String>, leaves: [Lost])] = []
  }

  /// What happened to leaves: for one target, and for all that are judged together.
  private struct Account {
    let own: Coverage
    let common: Coverage
    let provenance: Provenance

    func isLost(_ place: SourcePlace) -> Bool { !own.isAccounted(place) && !common.isAccounted(place) && provenance.isAuthors(place) }
  }

  /// - Parameter common: what happened to leaves independently of the targets.
  package static func leftovers(
    of judgment: Judgment, _ type: any CompilationTarget.Type, common: Coverage, _ provenance: Provenance
  ) -> Leftovers {
    var leftovers = Leftovers(provider: type.id, title: type.title)
    guard judgment.isRead else { return leftovers }
    let account = Account(own: judgment.coverage, common: common, provenance: provenance)
    let target = judgment.target
    for entry in judgment.stream.document.entries where entry.key.value != "extends" {
      let isTargets = entry.key.value == "targets"
      // Only the options of this target are considered.
      var value = isTargets ? entry.value[target.id.value] : entry.value
      // Overrides are already merged into the document.
      if isTargets, value?["overrides"] != nil { value = value?.without(["overrides"]) }
      guard let value, hasLost(value, account) else { continue }
      var leaves: [Lost] = []
      var reason = Targets.reasons(of: type).below(entry.key.value)
      if isTargets { reason = reason?.below(target.id.value) }
      if value.scalar == nil {
        let head = isTargets ? "targets.\(target.id.value)" : entry.key.value
        collect(value, Way(head: head, reason: reason?.reason, tree: reason), &leaves, account)
      } else {
        leaves.append(Lost(path: LeafPath(head: "", index: nil, tail: entry.key.value), place: value.place, reason: reason?.reason))
      }
      leftovers.sections.append((entry.key, leaves))
    }
    return leftovers
  }

  /// Reports what no body has. What another target of the same stream supports is meant for that one: a note. What no target
  /// supports is a warning, unless it is for the service that an encoder sends to.
  package static func name(_ all: [Leftovers], _ report: inout Report) {
    let lost: [PlaceSet] = all.count < 2 ? [] : all.map { mine in
      // From the document's first leaf on: it may be far down in its file.
      let first = mine.sections.lazy.flatMap(\.leaves).map(\.place.span).filter { $0.file.index == 0 }.map(\.lower).min()
      var places = PlaceSet(startingAt: first ?? 0)
      for section in mine.sections { for leaf in section.leaves { places.insert(SourcePlace(leaf.place.span)) } }
      return places
    }
    for (index, mine) in all.enumerated() {
      let others = all.indices.filter { $0 != index }
      for section in mine.sections {
        // The options of a target are for that target only.
        let takers = section.leaves.map { leaf in
          section.key.value == "targets" ? [] : others.filter { !lost[$0].contains(SourcePlace(leaf.place.span)) }
        }
        report.working(for: mine.provider) { report in
          flag(section.leaves, takers, section.key, mine.title, titles: all.map(\.title), &report)
        }
      }
    }
  }

  private static func flag(
    _ leaves: [Lost], _ takers: [[Int]], _ section: Located<String>, _ title: String, titles: [String], _ report: inout Report
  ) {
    var groups: [(reason: ReasonTree.Reason?, isTaken: Bool, paths: [LeafPath], place: SourcePlace)] = []
    var everyTaker: [Int] = []
    let bodyReading = report.bodyReading
    let isReworded = leaves.contains { bodyReading?.path($0.place) != nil }
    for index in leaves.indices {
      // In a spec read from bodies, what all renditions share has moved to `ladder.defaults`.
      let own = bodyReading?.path(leaves[index].place).map { LeafPath($0, isShared: leaves[index].path.head.hasPrefix("ladder.defaults")) }
      let path = own ?? leaves[index].path
      let isTaken = !takers[index].isEmpty || leaves[index].reason?.isServices == true
      for taker in takers[index] where !everyTaker.contains(taker) { everyTaker.append(taker) }
      if let known = groups.indices.last(where: { groups[$0].reason === leaves[index].reason && groups[$0].isTaken == isTaken }) {
        groups[known].paths.append(path)
      } else {
        groups.append((leaves[index].reason, isTaken, [path], leaves[index].place))
      }
      report.name(leaves[index].place)
    }
    let allTaken = groups.allSatisfy(\.isTaken)
    let notes = groups.map { group in
      var text = LeafPath.summary(of: group.paths)
      if titles.count > 1, !group.isTaken { text += ", which no other target supports" }
      if let reason = group.reason { text += ": \(reason.text)" }
      return MessageNote(Message(text), at: group.place.span)
    }
    let what =
      leaves.count == 1
      ? "`\((groups.first?.paths.first ?? leaves[0].path).text)`" : "\(leaves.count) values" + (isReworded ? "" : " under `\(section.value)`")
    let takerTitles = everyTaker.map { titles[$0] }
    let names = takerTitles.count < 2
      ? takerTitles.joined() : takerTitles.dropLast().joined(separator: ", ") + " and " + (takerTitles.last ?? "")
    let isServices = leaves.allSatisfy { $0.reason?.isServices == true }
    let elsewhere = allTaken && !isServices && !everyTaker.isEmpty ? "; \(names) \(everyTaker.count == 1 ? "supports" : "support") \(leaves.count == 1 ? "it" : "them")" : ""
    let message = isServices ? "\(title) leaves \(what) to the service" : "\(title) has no field for \(what)"
    report.flag(
      TargetFaults.notExpressible, section.place, Message(message + elsewhere),
      severity: allTaken ? .note : nil, notes: notes,
      help: allTaken ? nil : "remove what is not needed, or set it where it takes effect",
      citation: groups.lazy.compactMap { $0.reason?.citation }.first)
  }

  private static func hasLost(_ node: Node, _ account: borrowing Account) -> Bool {
    switch node.content {
    case .map(let entries):
      // Leaves are visited in place: passing a node copies it.
      for index in entries.indices {
        let isLeaf = entries[index].value.isScalar
        if isLeaf ? account.isLost(entries[index].value.place) : hasLost(entries[index].value, account) { return true }
      }
      return false
    case .list(let items):
      for index in items.indices {
        if items[index].isScalar ? account.isLost(items[index].place) : hasLost(items[index], account) { return true }
      }
      return false
    case .scalar:
      return account.isLost(node.place)
    }
  }

  /// The position of the walk through a section: the parts of a path, and the reason that applies from here.
  private struct Way {
    var head: String
    var index: Int?
    var tail = ""
    var reason: ReasonTree.Reason?
    var tree: ReasonTree?

    func below(_ key: String) -> Way {
      var way = self
      if index == nil { way.head = LeafPath.joined(head, key) } else { way.tail = LeafPath.joined(tail, key) }
      way.tree = tree?.below(key)
      way.reason = way.tree?.reason ?? reason
      return way
    }

    func item(_ number: Int) -> Way {
      var way = self
      if index == nil { way.index = number } else { way.tail = "\(tail)[\(number)]" }
      return way
    }
  }

  private static func collect(_ node: Node, _ way: Way, _ lost: inout [Lost], _ account: borrowing Account) {
    switch node.content {
    case .map(let entries):
      for position in entries.indices {
        let key = entries[position].key.value
        guard entries[position].value.isScalar else {
          collect(entries[position].value, way.below(key), &lost, account)
          continue
        }
        let place = entries[position].value.place
        guard account.isLost(place) else { continue }
        let tail = way.index == nil ? key : LeafPath.joined(way.tail, key)
        lost.append(
          Lost(
            path: LeafPath(head: way.head, index: way.index, tail: tail), place: place,
            reason: way.tree?.below(key)?.reason ?? way.reason))
      }
    case .list(let items):
      for index in items.indices { collect(items[index], way.item(index), &lost, account) }
    case .scalar:
      guard account.isLost(node.place) else { return }
      lost.append(Lost(path: LeafPath(head: way.head, index: way.index, tail: way.tail), place: node.place, reason: way.reason))
    }
  }
}
