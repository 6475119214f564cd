internal import RungSource

/// What is needed to change a value, by the provider's facts.
struct ChangeJudge {
  private let facts: [ChangeFact]
  private let kinds: [String]
  private let old: Node?
  private let new: Node?

  init(_ facts: [ChangeFact], kinds: [String], old: Node?, new: Node?) {
    self.facts = facts.filter { kinds.contains($0.request) }
    self.kinds = kinds
    self.old = old
    self.new = new
  }

  /// Whether a fact applies to a part of the value at the path.
  func tellsApart(below path: String) -> Bool { facts.contains { $0.path?.hasPrefix(path + ".") == true } }

  func judge(_ difference: inout Difference) {
    var fact: ChangeFact?
    // First the request that the member came from, then the others that can contain it.
    for kind in [difference.request.rawValue] + kinds where fact == nil { fact = facts.fact(for: difference.plainPath, in: kind) }
    guard let fact else {
      difference.reasons = ["changes of the field are not documented"]
      return
    }
    apply(fact, &difference)
  }

  func judge(name: String, _ difference: inout Difference) {
    guard let fact = facts.first(where: { $0.parameter == name }) else {
      difference.reasons = ["the effect of a change is not documented"]
      return
    }
    apply(fact, &difference)
  }

  /// Adding or removing a resource changes nothing else, but may be limited to certain states.
  func judge(wholeOf kinds: [String], _ difference: inout Difference) {
    difference.effect = .inPlace
    if let fact = facts.first(where: { kinds.contains($0.request) && $0.path != nil }) { difference.citations = [fact.citation] }
    for fact in facts where kinds.contains(fact.request) {
      for case .onlyIn(let states, let citation) in fact.traits where !states.contains(where: Self.isRunning) {
        difference.effect = .interrupts
        difference.reasons = ["allowed in the states \(states.joined(separator: ", ")) only"]
        difference.citations = [citation]
      }
    }
  }

  private func apply(_ fact: ChangeFact, _ difference: inout Difference) {
    difference.citations = [fact.citation]
    switch fact.changeability {
    case .createOnly:
      difference.effect = .newResource
      difference.reasons = ["fixed after creation"]
    case .patchable(.kind(let kind)):
      difference.effect = .inPlace
      difference.by = kind
    case .patchable(.unplanned(let request)):
      difference.effect = .inPlace
      difference.by = request
    case .selects:
      difference.effect = .newResource
      difference.reasons = ["it selects the resource"]
    case .undocumented:
      difference.effect = .undocumented
      difference.reasons = ["whether it can be changed is not documented"]
    }
    for trait in fact.traits { apply(trait, &difference) }
    if let remark = fact.remark { difference.reasons.append(remark) }
  }

  private func apply(_ trait: ChangeTrait, _ difference: inout Difference) {
    func note(_ effect: ChangeEffect?, _ reason: String) {
      if let effect { difference.effect = max(difference.effect, effect) }
      difference.reasons.append(reason)
      if !difference.citations.contains(trait.citation) { difference.citations.append(trait.citation) }
    }
    switch trait {
    case .whileStreaming: note(nil, "also while the stream runs")
    case .atNextStart: note(.atNextStart, "from the next start on")
    case .interruptsSession: if difference.effect != .newResource { note(.interrupts, "ends a running session") }
    case .onlyIn(let states, _):
      note(states.contains(where: Self.isRunning) ? nil : .interrupts, "allowed in the states \(states.joined(separator: ", ")) only")
    case .replacesWhole: if difference.effect != .newResource { note(nil, "sent whole, because it replaces the old value") }
    case .emptyKeeps: if isEmptied(difference) { note(.newResource, "cannot be emptied") }
    case .emptyClears: if isEmptied(difference) { note(nil, "an empty string clears it") }
    case .fixedWhen(let path, let value, _):
      if [old, new].contains(where: { Self.value(at: path, in: $0) == value }) { note(.newResource, "fixed after creation when `\(path)` is \(value)") }
    }
    if difference.effect == .newResource { difference.by = nil }
  }

  private func isEmptied(_ difference: Difference) -> Bool {
    let text = difference.new?.node.scalar?.text ?? ""
    return text.isEmpty && difference.old?.node.scalar?.text.isEmpty == false
  }

  /// States in which something runs that a change would end.
  private static func isRunning(_ state: String) -> Bool { !["created", "stopped"].contains(state) }

  static func value(at path: String, in body: Node?) -> String? {
    var node = body
    for key in path.split(separator: ".") { node = node?[String(key)] }
    return node?.scalar?.text
  }
}
