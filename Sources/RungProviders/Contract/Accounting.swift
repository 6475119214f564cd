internal import RungSource
internal import RungSpec

/// Lossless or loud: every leaf of the spec is in a body, has decided something, was named by a finding, or is named here.
enum Accounting {
  static func settle(
    _ stream: Stream, _ target: Target, _ plan: RequestPlan, _ known: [Inexpressible], title: String, _ report: inout Report
  ) {
    for step in plan.steps {
      step.content?.mark(&report)
      for parameter in step.url.parameters { report.use(parameter.value) }
    }
    for entry in stream.document.entries where entry.key.value != "extends" {
      let isTargets = entry.key.value == "targets"
      // The options of the target at hand are the provider's own; those of the others are the others'.
      var value = isTargets ? entry.value[target.id.value] : entry.value
      // Overrides stand in the document already, merged where they belong.
      if isTargets, value?["overrides"] != nil { value = value.map { Composition.removing(["overrides"], from: $0) } }
      guard let value, hasLost(value, report) else { continue }
      var path = Path()
      path.push(isTargets ? "targets.\(target.id.value)" : entry.key.value)
      var lost: [Lost] = []
      collect(value, &path, known, &lost, report)
      if !lost.isEmpty { flag(lost, at: entry.key.place, title, &report) }
    }
  }

  private struct Lost {
    let path: String
    let place: Place
    let reason: Inexpressible?
  }

  /// The way to a node, with list indices and without. Bytes, because it is walked for every leaf and worded for few.
  private struct Path {
    var shown: [UInt8] = []
    var plain: [UInt8] = []

    mutating func push(_ key: String) {
      if !plain.isEmpty {
        shown.append(UInt8(ascii: "."))
        plain.append(UInt8(ascii: "."))
      }
      shown.append(contentsOf: key.utf8)
      plain.append(contentsOf: key.utf8)
    }

    mutating func push(_ index: Int) { shown.append(contentsOf: "[\(index)]".utf8) }

    mutating func pop(to mark: (Int, Int)) {
      shown.removeLast(shown.count - mark.0)
      plain.removeLast(plain.count - mark.1)
    }

    var mark: (Int, Int) { (shown.count, plain.count) }
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
    _ node: Node, _ path: inout Path, _ known: [Inexpressible], _ lost: inout [Lost], _ report: borrowing Report
  ) {
    let mark = path.mark
    switch node.content {
    case .map(let entries):
      for entry in entries {
        path.push(entry.key.value)
        collect(entry.value, &path, known, &lost, report)
        path.pop(to: mark)
      }
    case .list(let items):
      for (index, item) in items.enumerated() {
        path.push(index)
        collect(item, &path, known, &lost, report)
        path.pop(to: mark)
      }
    case .scalar:
      guard isLost(node.place, report) else { return }
      lost.append(Lost(path: String(decoding: path.shown, as: UTF8.self), place: node.place, reason: reason(for: path.plain, known)))
    }
  }

  private static func flag(_ lost: [Lost], at section: Place, _ title: String, _ report: inout Report) {
    let notes = lost.map { leaf in
      Note(leaf.reason.map { "\(leaf.path): \($0.reason)" } ?? leaf.path, at: leaf.place.span)
    }
    let names = lost.count == 1 ? "`\(lost[0].path)`" : "\(lost.count) values that this section sets"
    report.flag(
      ContractFaults.notExpressible, section, "\(title) has no field for \(names)", notes: notes,
      help: "remove what is not needed there, or keep it for the other targets",
      citation: lost.lazy.compactMap { $0.reason?.citation }.first)
  }

  /// The longest known path that the leaf lies at or under.
  private static func reason(for path: [UInt8], _ known: [Inexpressible]) -> Inexpressible? {
    var best: Inexpressible?
    for candidate in known {
      let length = candidate.path.utf8.count
      guard length <= path.count, length > best?.path.utf8.count ?? 0,
        length == path.count || path[length] == UInt8(ascii: "."), path.starts(with: candidate.path.utf8)
      else { continue }
      best = candidate
    }
    return best
  }
}
