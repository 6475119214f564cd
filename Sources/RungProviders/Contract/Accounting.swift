internal import RungSource
internal import RungSpec

/// Lossless or loud: every leaf of the spec is in a body, has decided something, was named by a finding, or is named here.
enum Accounting {
  static func settle(
    _ stream: Stream, _ target: Target, _ plan: RequestPlan, _ known: [Inexpressible], title: String, _ report: inout Report
  ) {
    for step in plan.steps {
      step.body?.forEachLeaf { leaf in report.use(leaf.place) }
      for parameter in step.url.parameters { report.use(parameter.value) }
    }
    for entry in stream.document.entries {
      let section = entry.key.value
      // The options of the target at hand are the provider's own; those of the others are the others'.
      let value = section == "targets" ? entry.value[target.id.value] : entry.value
      guard let value, section != "extends" else { continue }
      let prefix = section == "targets" ? "targets.\(target.id.value)" : section
      func isLost(_ leaf: Node) -> Bool { !report.used.contains(leaf.place) && isAuthors(leaf, report) }
      // Paths are worked out only where something is lost.
      var anyLost = false
      value.forEachLeaf { leaf in if !anyLost { anyLost = isLost(leaf) } }
      guard anyLost else { continue }
      var lost: [Lost] = []
      value.forEachLeaf(under: prefix) { path, leaf in
        guard isLost(leaf), !path.hasPrefix("\(prefix).overrides") else { return }
        lost.append(Lost(path: path, place: leaf.place, reason: reason(for: path, known)))
      }
      guard !lost.isEmpty else { continue }
      flag(lost, at: entry.key.place, title, &report)
    }
  }

  private struct Lost {
    let path: String
    let place: Place
    let reason: Inexpressible?
  }

  private static func isAuthors(_ leaf: Node, _ report: Report) -> Bool {
    // `key: {}` and `key: []` set nothing.
    if leaf.scalar == nil { return false }
    if case .author = report.origin(of: leaf.place) { return true }
    return false
  }

  private static func flag(_ lost: [Lost], at section: Place, _ title: String, _ report: inout Report) {
    // One leaf of `ladder.defaults` stands for every rendition, so it is listed once.
    var notes: [Note] = []
    for leaf in lost {
      let reason = leaf.reason.map { ": \($0.reason)" } ?? ""
      notes.append(Note("\(leaf.path)\(reason)", at: leaf.place.span))
    }
    let names = lost.count == 1 ? "`\(lost[0].path)`" : "\(lost.count) values that this section sets"
    let citation = lost.compactMap { $0.reason?.citation }.first
    report.flag(
      ContractFaults.notExpressible, section, "\(title) has no field for \(names)", notes: notes,
      help: "remove what is not needed there, or keep it for the other targets", citation: citation)
  }

  private static func reason(for path: String, _ known: [Inexpressible]) -> Inexpressible? {
    let plain = withoutIndices(path)
    return known.filter { plain == $0.path || plain.hasPrefix($0.path + ".") }.max { $0.path.utf8.count < $1.path.utf8.count }
  }

  private static func withoutIndices(_ path: String) -> String {
    var result = ""
    var inside = false
    for character in path {
      if character == "[" { inside = true } else if character == "]" { inside = false } else if !inside { result.append(character) }
    }
    return result
  }
}
