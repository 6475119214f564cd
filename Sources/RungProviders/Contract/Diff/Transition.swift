package import RungSource

/// What a provider is shown to plan the way from one version to the other.
package struct Transition: Sendable {
  package let old: DiffSide
  package let new: DiffSide
  package let differences: [ResourceDifference]
  /// That of the run: it knows the ways of the places. A copy of it, to read bodies with.
  package let report: Report

  package init(old: DiffSide, new: DiffSide, differences: [ResourceDifference], report: Report) {
    (self.old, self.new, self.differences, self.report) = (old, new, differences, report)
  }

  package func all(_ resource: String) -> [ResourceDifference] {
    differences.filter { $0.resource == resource && $0.change != .same && ($0.effect != nil || $0.change != .changed) }
  }

  /// Whether there is anything to do.
  package func isChanged(_ resource: String) -> Bool { !all(resource).isEmpty }

  package func needsAnother(_ resource: String) -> Bool { all(resource).contains { $0.change == .changed && $0.effect == .newResource } }

  package func step(_ name: String) -> RequestStep? { new.plan.steps.first { $0.name == name } }

  /// A step of the old version's way back. Its name is made another: that of the new version may be among the same steps.
  package func undoing(_ name: String) -> RequestStep? {
    // One body knows nothing of the names of the others.
    guard var step = (old.isPartial ? new : old).plan.teardown.first(where: { $0.name == name }) else { return nil }
    step.name = "old-\(step.name)"
    return step
  }

  /// Everything back, and everything made anew.
  package func anew() -> RequestPlan {
    plan((old.isPartial ? new : old).plan.teardown.compactMap { undoing($0.name) } + new.plan.steps)
  }

  /// - Parameter steps: what they use and none of them binds has to be given.
  package func plan(_ steps: [RequestStep]) -> RequestPlan {
    var plan = RequestPlan(provider: new.plan.provider, steps: steps, teardown: new.plan.teardown)
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
