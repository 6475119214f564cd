package import RungSource
internal import RungSpec

/// Lossless or loud: every leaf of the spec is in a body, has decided something, was named by a finding, or is named here.
package enum Accounting {
  /// A leaf that one provider has no field for.
  struct Lost: Sendable {
    let path: LeafPath
    let place: Place
    let reason: Inexpressible?
  }

  /// What one provider could not take, by section of the spec.
  package struct Leftovers: Sendable {
    let provider: String
    let title: String
    var sections: [(key: Located<String>, leaves: [Lost])] = []
  }

  static func settle(
    _ stream: Stream, _ target: Target, _ plan: RequestPlan, _ known: [Inexpressible], title: String, _ report: inout Report
  ) -> Leftovers {
    for step in plan.steps {
      step.content?.mark(&report)
      for parameter in step.url.parameters { report.use(parameter.value) }
    }
    var leftovers = Leftovers(provider: target.id.value, title: title)
    for entry in stream.document.entries where entry.key.value != "extends" {
      let isTargets = entry.key.value == "targets"
      // The options of the target at hand are the provider's own; those of the others are the others'.
      var value = isTargets ? entry.value[target.id.value] : entry.value
      // Overrides stand in the document already, merged where they belong.
      if isTargets, value?["overrides"] != nil { value = value.map { Composition.removing(["overrides"], from: $0) } }
      guard let value, hasLost(value, report) else { continue }
      var path = LeafPath([.key(entry.key.value)])
      if isTargets { path.components.append(.key(target.id.value)) }
      var leaves: [Lost] = []
      collect(value, &path, known, &leaves, report)
      leftovers.sections.append((entry.key, leaves))
    }
    return leftovers
  }

  /// Names what was left over. What another target of the same stream takes was meant for that one: worth a note. What no
  /// target takes is worth a warning.
  package static func name(_ all: [Leftovers], _ report: inout Report) {
    let lost: [PlaceSet] = all.count < 2 ? [] : all.map { mine in
      var places = PlaceSet()
      for section in mine.sections { for leaf in section.leaves { places.insert(Place(leaf.place.span)) } }
      return places
    }
    for (index, mine) in all.enumerated() {
      let others = all.indices.filter { $0 != index }
      for section in mine.sections {
        let leaves = section.leaves.map { leaf in
          let takers = others.filter { !lost[$0].contains(Place(leaf.place.span)) }.map { all[$0].title }
          return (leaf: leaf, takers: section.key.value == "targets" ? [] : takers)
        }
        report.working(for: mine.provider) { flag(leaves, section.key, mine.title, isAlone: others.isEmpty, &$0) }
      }
    }
  }

  private static func flag(
    _ leaves: [(leaf: Lost, takers: [String])], _ section: Located<String>, _ title: String, isAlone: Bool, _ report: inout Report
  ) {
    var groups: [(reason: Inexpressible?, isTaken: Bool, leaves: [Lost])] = []
    for (leaf, takers) in leaves {
      let isTaken = !takers.isEmpty
      if let index = groups.firstIndex(where: { $0.reason?.reason == leaf.reason?.reason && $0.isTaken == isTaken }) {
        groups[index].leaves.append(leaf)
      } else {
        groups.append((leaf.reason, isTaken, [leaf]))
      }
    }
    let allTaken = groups.allSatisfy(\.isTaken)
    let notes = groups.map { group in
      let paths = LeafPath.summary(of: group.leaves.map(\.path))
      let nobody = isAlone || group.isTaken ? "" : ", nor has another target"
      return Note("\(paths)\(group.reason.map { ": \($0.reason)" } ?? "")\(nobody)", at: group.leaves[0].place.span)
    }
    let what = leaves.count == 1 ? "`\(leaves[0].leaf.path.text)`" : "\(leaves.count) values under `\(section.value)`"
    var takers: [String] = []
    for taker in leaves.flatMap(\.takers) where !takers.contains(taker) { takers.append(taker) }
    let elsewhere = allTaken ? "; \(takers.joined(separator: " and ")) \(takers.count == 1 ? "has" : "have")" : ""
    report.flag(
      ContractFaults.notExpressible, section.place, "\(title) has no field for \(what)\(elsewhere)",
      severity: allTaken ? .note : nil, notes: notes,
      help: allTaken ? nil : "remove what is not needed, or set it where it takes effect",
      citation: leaves.lazy.compactMap { $0.leaf.reason?.citation }.first)
  }

  private static func hasLost(_ node: Node, _ report: borrowing Report) -> Bool {
    switch node.content {
    case .map(let entries): entries.contains { hasLost($0.value, report) }
    case .list(let items): items.contains { hasLost($0, report) }
    case .scalar: isLost(node.place, report)
    }
  }

  private static func isLost(_ place: Place, _ report: borrowing Report) -> Bool {
    !report.isUsed(place) && report.isAuthors(place)
  }

  private static func collect(
    _ node: Node, _ path: inout LeafPath, _ known: [Inexpressible], _ lost: inout [Lost], _ report: borrowing Report
  ) {
    switch node.content {
    case .map(let entries):
      for entry in entries {
        path.components.append(.key(entry.key.value))
        collect(entry.value, &path, known, &lost, report)
        path.components.removeLast()
      }
    case .list(let items):
      for (index, item) in items.enumerated() {
        path.components.append(.index(index))
        collect(item, &path, known, &lost, report)
        path.components.removeLast()
      }
    case .scalar:
      guard isLost(node.place, report) else { return }
      lost.append(Lost(path: path, place: node.place, reason: reason(for: path, known)))
    }
  }

  /// The longest known path that the leaf lies at or under.
  private static func reason(for path: LeafPath, _ known: [Inexpressible]) -> Inexpressible? {
    var best: (length: Int, known: Inexpressible)?
    for candidate in known {
      let length = candidate.keys.count
      if length > best?.length ?? 0, path.starts(with: candidate.keys) { best = (length, candidate) }
    }
    return best?.known
  }
}
