extension RequestPlan {
  /// What is wrong with the plan itself; empty for every plan of a provider. A test checks all of them.
  package var faults: [String] {
    var check = PlanCheck(known: Set(given.map(\.name)))
    check.walk(steps, "steps")
    // The teardown has the values of the steps, and may bind them again: tokens expire.
    check.forgetNamesBoundHere()
    check.walk(teardown, "teardown")
    var faults = check.faults
    let ended = teardown.compactMap(\.billing).filter { $0.change == .ends }.map(\.subject)
    for step in steps {
      guard let billing = step.billing, billing.change == .starts, !ended.contains(billing.subject) else { continue }
      faults.append("`\(step.id)` starts billing \(billing.subject), and no step of the teardown ends it")
    }
    let names = Set(steps.map(\.id))
    for step in isUpdate ? [] : teardown {
      for id in step.undoes + [step.about].compactMap({ $0 }) where !names.contains(id) {
        faults.append("`\(step.id)` undoes `\(id)`, which is no step")
      }
    }
    return faults
  }
}

private struct PlanCheck {
  private(set) var faults: [String] = []
  private var known: Set<String>
  private var boundHere: Set<String> = []
  private var steps: Set<StepID> = []

  init(known: Set<String>) { self.known = known }

  mutating func forgetNamesBoundHere() { boundHere = [] }

  mutating func walk(_ list: [RequestStep], _ where: String) {
    for step in list {
      if !steps.insert(step.id).inserted { faults.append("two steps are called `\(step.id)`") }
      check(step.request, "`\(step.id)`")
      if let wait = step.wait { check(wait, "the wait of `\(step.id)`") }
      check(resendingOf: step)
      for handover in step.handovers { check(handover.value.pieces, "\(handover.title) of `\(step.id)`") }
      for status in step.tolerated where !(400..<600).contains(status.status) {
        faults.append("`\(step.id)` tolerates \(status.status), which is not an error status")
      }
      for moment in step.moments {
        for use in moment.uses where !known.contains(use.name) {
          faults.append("`\(step.id)` uses `\(use.name)` in its \(use.part.rawValue), but no earlier step binds that name")
        }
        for binding in moment.binds { bind(binding, step.id) }
      }
    }
  }

  /// What a script has to know to go on after a failure.
  private mutating func check(resendingOf step: RequestStep) {
    if step.resending == nil { faults.append("`\(step.id)` does not say what to do when its answer is missing: `resending`") }
    if step.method == "DELETE", !step.tolerated.contains(where: { $0.status == 404 }) {
      faults.append("`\(step.id)` deletes, and does not tolerate 404: a second one fails")
    }
    if let wait = step.wait {
      let isForEncoder = step.handovers.contains { $0.receiver == .encoder }
      if isForEncoder, !wait.isForMedia { faults.append("the wait of `\(step.id)` is for an encoder, and does not say so: `isForMedia`") }
      if wait.isForMedia, !wait.reads.isEmpty { faults.append("the wait of `\(step.id)` may be skipped, and has values to read") }
    }
    guard let lookup = step.lookup else { return }
    for request in lookup.requests {
      check(request, "the lookup of `\(step.id)`")
      for (name, _) in request.bound where !known.contains(name) && step.reads.first?.name != name {
        faults.append("the lookup of `\(step.id)` uses `\(name)`, but no earlier step binds that name")
      }
    }
    guard let addition = lookup.addition else {
      if !step.reads.isEmpty { faults.append("`\(step.id)` reads values that its lookup does not have") }
      return
    }
    if step.content == nil { faults.append("`\(step.id)` has no body for its lookup to compare with") }
    for pointer in [addition.list, addition.id, addition.more ?? ""] + addition.matching.flatMap({ [$0.element, $0.body] }) {
      check(pointer, "the lookup of `\(step.id)`")
    }
  }

  private mutating func bind(_ binding: PlanBinding, _ step: StepID) {
    if !boundHere.insert(binding.name).inserted { faults.append("`\(step)` binds `\(binding.name)` a second time") }
    known.insert(binding.name)
    let isWord = binding.name.utf8.first.map { $0 &- 0x30 >= 10 } == true
      && binding.name.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "_") }
    if !isWord { faults.append("`\(binding.name)`, bound by `\(step)`, is not a valid variable name") }
    for pointer in [binding.pointer, binding.element?.list].compactMap({ $0 }) { check(pointer, "`\(step)`") }
  }

  private mutating func check(_ wait: Wait, _ owner: String) {
    check(wait.request, owner)
    if wait.until.isEmpty, !wait.untilGone { faults.append("\(owner) never ends") }
    if wait.untilGone, wait.untilThere { faults.append("\(owner) both ends and continues at 404") }
    if !wait.until.isEmpty, wait.pointer.isEmpty { faults.append("\(owner) has no pointer to the state") }
    check(wait.pointer, owner)
    if let reason = wait.reason { check(reason, owner) }
    if let both = wait.until.first(where: wait.failing.contains) { faults.append("\(owner) both ends and fails at `\(both)`") }
    if wait.interval < 1 || wait.timeout < wait.interval { faults.append("\(owner) has an interval or timeout that is too short") }
  }

  private mutating func check(_ request: PlannedRequest, _ owner: String) {
    check(request.url.pieces, "the URL of \(owner)")
    for header in request.headers { check(header.pieces, "\(header.name) of \(owner)") }
    if request.headers.contains(where: { $0.scheme?.kind == .awsSignature }), !request.url.hasSortedQuery {
      // curl 7.88 signs the query as it stands, and AWS as it is sorted by name.
      faults.append("the query of \(owner) is signed and not in the order of its names")
    }
    for fill in request.fills { check(fill.pointer, owner) }
    if request.content == nil, !request.fills.isEmpty { faults.append("\(owner) has fills but no body") }
  }

  private mutating func check(_ pieces: [TextTemplate.Piece], _ owner: String) {
    for case .unfilled(let name) in pieces { faults.append("\(owner) has a placeholder `{\(name)}` without a value") }
  }

  private mutating func check(_ pointer: String, _ owner: String) {
    if JSONPointer.parts(of: pointer) == nil { faults.append("`\(pointer)` of \(owner) is not a JSON Pointer") }
  }
}
