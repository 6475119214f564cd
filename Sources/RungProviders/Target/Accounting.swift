package import RungSource
internal import RungSpec

/// Every leaf of the spec is in a body, has decided something, has a finding, or is reported here.
package enum Accounting {
  /// A leaf that one provider has no field for.
  struct Lost: Sendable {
    let path: LeafPath
    let place: SourcePlace
    let reason: Inexpressible?
    /// Whether losing it changes what the author relies on.
    let isReliedOn: Bool

    init(_ path: LeafPath, _ leaf: Node, _ reason: Inexpressible?) {
      self.path = path
      place = leaf.place
      self.reason = reason
      isReliedOn = reason.map { $0.isReliedOn && $0.exception != leaf.scalar?.text } ?? false
    }
  }

  /// What one provider has no field for, by section of the spec.
  package struct Leftovers: Sendable {
    let type: any CompilationTarget.Type
    var provider: String { type.id }
    var title: String { type.title }
    /// What of them was accepted; nil where the target accepts nothing.
    package fileprivate(set) var acceptance: Acceptance?
    /// With what is accepted.
    fileprivate var places: Set<SourcePlace> = []
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
    var leftovers = Leftovers(type: type, acceptance: judgment.acceptance)
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
        leaves.append(Lost(LeafPath(head: "", index: nil, tail: entry.key.value), value, reason?.reason))
      }
      leftovers.places.formUnion(leaves.map(\.place))
      if leftovers.acceptance != nil { leaves.removeAll { leftovers.acceptance?.accepts($0.place) == true } }
      if !leaves.isEmpty { leftovers.sections.append((entry.key, leaves)) }
    }
    return leftovers
  }

  /// Reports what no body has: in one note for each section, and what the author relies on in a warning of its own.
  package static func name(_ all: [Leftovers], in document: Node, _ report: inout Report) {
    if let first = all.first {
      let lost = all.dropFirst().reduce(first.places) { $0.intersection($1.places) }
      if !lost.isEmpty { report.removeRemarks(at: lost) }
    }
    for mine in all {
      report.working(for: mine.provider) { report in
        if let acceptance = mine.acceptance { AcceptsOption.flagIdle(acceptance, at: mine.type, in: document, &report) }
        for section in mine.sections {
          let relied = section.leaves.filter(\.isReliedOn)
          if !relied.isEmpty { flagReliedOn(relied, mine, &report) }
          // What a base sets is reported there: it is one finding, however many streams extend it.
          var files = Grouped<FileID, Lost>()
          for leaf in section.leaves where !leaf.isReliedOn { files.add(leaf, to: leaf.place.span.file) }
          for (file, leaves) in files.groups {
            let place = file == section.key.place.span.file ? section.key.place : leaves[0].place
            flag(leaves, Located(section.key.value, at: place), mine.title, &report)
          }
        }
      }
    }
  }

  private static func flagReliedOn(_ leaves: [Lost], _ mine: Leftovers, _ report: inout Report) {
    var told: [Inexpressible] = []
    for leaf in leaves {
      report.name(leaf.place)
      guard let reason = leaf.reason, !told.contains(where: { $0 === reason }) else { continue }
      told.append(reason)
      let all = leaves.filter { $0.reason === reason }
      let name = report.bodyReading?.path(leaf.place) ?? reason.path
      report.flag(
        TargetFaults.notApplied, leaf.place, Message("\(mine.title) does not apply `\(name)`: \(reason.reason)"),
        notes: all.count < 2 ? [] : [MessageNote(Message(LeafPath.summary(of: all.map(\.path))))],
        help: ["remove it", AcceptsOption.way(reason.path, at: mine.provider)], citation: reason.citation)
    }
  }

  private static func flag(_ leaves: [Lost], _ section: Located<String>, _ title: String, _ report: inout Report) {
    var groups: [(reason: Inexpressible?, paths: [LeafPath], place: SourcePlace)] = []
    let bodyReading = report.bodyReading
    let isReworded = leaves.contains { bodyReading?.path($0.place) != nil }
    for leaf in leaves {
      // In a spec read from bodies, what all renditions share has moved to `ladder.defaults`.
      let own = bodyReading?.path(leaf.place).map { LeafPath($0, isShared: leaf.path.head.hasPrefix("ladder.defaults")) }
      let path = own ?? leaf.path
      if let known = groups.indices.last(where: { groups[$0].reason === leaf.reason }) {
        groups[known].paths.append(path)
      } else {
        groups.append((leaf.reason, [path], leaf.place))
      }
      report.name(leaf.place)
    }
    let notes = groups.map { group in
      MessageNote(Message(LeafPath.summary(of: group.paths) + (group.reason.map { ": \($0.reason)" } ?? "")), at: group.place.span)
    }
    let what =
      leaves.count == 1
      ? "`\((groups.first?.paths.first ?? leaves[0].path).text)`" : "\(leaves.count) values" + (isReworded ? "" : " under `\(section.value)`")
    let isServices = leaves.allSatisfy { $0.reason?.isServices == true }
    report.flag(
      TargetFaults.notExpressible, section.place, Message(isServices ? "\(title) leaves \(what) to the service" : "\(title) has no field for \(what)"),
      notes: notes, citation: groups.lazy.compactMap { $0.reason?.citation }.first, values: leaves.map(\.place))
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
    var reason: Inexpressible?
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
          Lost(LeafPath(head: way.head, index: way.index, tail: tail), entries[position].value, way.tree?.below(key)?.reason ?? way.reason))
      }
    case .list(let items):
      for index in items.indices { collect(items[index], way.item(index), &lost, account) }
    case .scalar:
      guard account.isLost(node.place) else { return }
      lost.append(Lost(LeafPath(head: way.head, index: way.index, tail: way.tail), node, way.reason))
    }
  }
}
