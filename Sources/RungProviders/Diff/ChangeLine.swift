package import RungSource
internal import RungSpec

/// Facts of changeability that are the same for several parts of one request, for a person to read.
package struct ChangeLine: Sendable {
  package let request: String
  /// "name, room_name", "everything else"
  package let subjects: String
  /// "by `update`, ends a running session"
  package let text: String
  /// Every document once.
  package let citations: [Citation]
}

extension [ChangeFact] {
  /// In the order of the facts, equal ones of one request together.
  package var lines: [ChangeLine] {
    var found = Grouped<ChangeFact, String>()
    for fact in self {
      let subject = fact.subjectText(isAlone: !contains { $0.request == fact.request && $0.path?.isEmpty == false })
      found.add(subject, to: ChangeFact(fact.request, .path(""), fact.changeability, fact.citation, fact.traits, remark: fact.remark))
    }
    return found.groups.map { fact, subjects in
      var citations = [fact.citation]
      for trait in fact.traits where !citations.contains(trait.citation) { citations.append(trait.citation) }
      let phrases = ([fact.changeability.text] + fact.traits.map(\.text)).joined(separator: ", ")
      return ChangeLine(
        request: fact.request, subjects: subjects.joined(separator: ", "), text: fact.remark.map { "\(phrases); \($0)" } ?? phrases,
        citations: citations)
    }
  }
}

extension ChangeFact {
  fileprivate func subjectText(isAlone: Bool) -> String {
    switch subject {
    case .path(""): isAlone ? "everything" : "everything else"
    case .path(let path): path
    case .outside(let words), .name(_, let words): words
    }
  }
}

extension Changeability {
  fileprivate var text: String {
    switch self {
    case .createOnly: "fixed after creation"
    case .patchable(.kind(let kind)): "by `\(kind)`"
    case .patchable(.unplanned(let request)): "by \(request), which no plan contains"
    case .selects: "selects the resource"
    case .undocumented: "not documented"
    }
  }
}

extension ChangeTrait {
  package var text: String {
    switch self {
    case .whileStreaming: "also while the stream runs"
    case .atNextStart: "from the next start on"
    case .interruptsSession: "ends a running session"
    case .onlyIn(let states, _): "allowed in the states \(states.joined(separator: ", ")) only"
    case .replacesWhole: "replaced whole"
    case .emptyKeeps: "cannot be emptied"
    case .emptyClears: "empty clears it"
    case .fixedWhen(let path, let value, _): "fixed when `\(path)` is \(value)"
    }
  }
}
