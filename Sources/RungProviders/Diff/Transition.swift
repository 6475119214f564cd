package import RungSource

/// The input of a provider for the plan from one version to the other.
package struct Transition: Sendable {
  package let old: DiffSide
  package let new: DiffSide
  package let differences: [ResourceDifference]
  /// What the old version has beside the new one, and no request sets: a request that replaces what holds it resets it.
  package let unseen: [Difference]
  /// A copy of the run's report, which has the origins of the places, to read bodies with.
  package let report: Report

  package init(old: DiffSide, new: DiffSide, differences: [ResourceDifference], unseen: [Difference] = [], report: Report) {
    (self.old, self.new, self.differences, self.unseen, self.report) = (old, new, differences, unseen, report)
  }

  package func all(_ resource: String) -> [ResourceDifference] {
    differences.filter { $0.resource == resource && $0.change != .same && ($0.effect != nil || $0.change != .changed) }
  }

  /// Whether there is anything to do.
  package func isChanged(_ resource: String) -> Bool { !all(resource).isEmpty }

  package func needsAnother(_ resource: String) -> Bool { all(resource).contains { $0.change == .changed && $0.effect == .newResource } }

  package func step(_ id: StepID) -> RequestStep? { new.plan.steps.first { $0.id == id } }

  /// The old version's teardown. One body does not contain the names of others, so those of the new version are used, except for
  /// those of an answer.
  private var leaving: [RequestStep] {
    guard old.isPartial else { return old.plan.teardown }
    let names = old.requests.flatMap(\.names)
    return new.plan.teardown.map { step in
      var step = step
      for (name, value) in names { step = step.naming(name, value) }
      return step
    }
  }

  /// A step of the old version's teardown, renamed: that of the new version may be among the same steps.
  package func undoing(_ id: StepID) -> RequestStep? {
    guard var step = leaving.first(where: { $0.id == id }) else { return nil }
    step.id = step.id.ofOldVersion
    return step
  }

  /// Everything deleted, and everything created again.
  package func anew() -> RequestPlan {
    plan(leaving.compactMap { undoing($0.id) } + new.plan.steps)
  }

  /// - Parameter steps: what they use and none of them binds is given.
  package func plan(_ steps: [RequestStep]) -> RequestPlan {
    var plan = RequestPlan(provider: new.plan.provider.rawValue, steps: steps, teardown: new.plan.teardown)
    plan.isUpdate = true
    plan.given = plan.unknown.map { name in
      let sources = old.plan.steps + old.plan.teardown + new.plan.steps
      let binding = sources.lazy.flatMap(\.reads).first { $0.name == name }
      return PlanGiven(
        name, binding?.title ?? name, value: old.told[name] ?? new.told[name], isSecret: binding?.isSecret ?? false)
    }
    return plan
  }
}

extension RequestStep {
  /// The step with another name in its URLs.
  fileprivate func naming(_ name: String, _ value: Located<String>) -> RequestStep {
    var step = self
    step.request.url = step.request.url.naming(name, value)
    if let url = step.wait?.request.url { step.wait?.request.url = url.naming(name, value) }
    if case .asked(var lookup) = step.resending {
      lookup.request.url = lookup.request.url.naming(name, value)
      step.resending = .asked(lookup)
    }
    return step
  }
}

extension URLTemplate {
  fileprivate func naming(_ name: String, _ value: Located<String>) -> URLTemplate {
    var url = self
    url.parameters = parameters.map { $0.name == name ? PlanParameter(name, value) : $0 }
    return url
  }
}
