internal import RungSource
internal import RungSpec

/// `targets.P.extra`: fields that Rung does not know, merged into the bodies unchanged; `null` removes a field. Where the body
/// has a list of objects, a mapping is merged into its members.
struct ExtraFields {
  private let kinds: [RequestKind]
  private let patch: MergePatch

  init(of provider: any Provider.Type) {
    kinds = provider.requests.filter { $0.schema != nil }
    patch = MergePatch(ListNames(provider.comparison))
  }

  func merge(_ extra: Node, into plan: inout RequestPlan, _ report: inout Report) {
    SecretReading.flagAll(in: extra, &report)
    guard case .map(let entries) = extra.content else {
      report.flag(SpecFaults.wrongType, extra.place, "`extra` must be a mapping, not \(extra.kindName)")
      return
    }
    if kinds.count == 1 {
      add(extra, to: kinds[0].name, &plan, &report)
      return
    }
    for entry in entries {
      guard kinds.contains(where: { $0.name == entry.key.value }) else {
        let names = kinds.map(\.name)
        report.flag(
          SpecFaults.unknownKey, entry.key.place, "`\(entry.key.value)` under `extra` is not a request; allowed: \(oneOf(names))",
          help: "use the name of the request whose body the fields belong to")
        report.nameLeaves(of: entry.value)
        continue
      }
      add(entry.value, to: entry.key.value, &plan, &report)
    }
  }

  private func add(_ fields: Node, to kind: String, _ plan: inout RequestPlan, _ report: inout Report) {
    guard case .map(let entries) = fields.content else {
      report.flag(
        SpecFaults.wrongType, fields.place, "`extra` for the \(kind) body must be a mapping, not \(fields.kindName)",
        help: "write the fields of the body: `{field: value}`")
      return
    }
    let steps = plan.steps.indices.filter { plan.steps[$0].bodyKind?.rawValue == kind && plan.steps[$0].node != nil }
    let bodies = steps.compactMap { plan.steps[$0].node }
    guard !bodies.isEmpty else {
      report.flag(
        TargetFaults.extraField, fields.place, "the plan sends no \(kind) request, so its `extra` fields are not sent",
        severity: .warning, help: ["remove them", "set what creates the request"])
      return report.nameLeaves(of: fields)
    }
    UnwritableNumbers.flag(in: fields, &report)
    let sent = bodies.map(NodeMembers.init)
    for entry in entries where !entry.value.isNull || sent.contains(where: { $0.has(entry.key.value) }) {
      report.flag(
        TargetFaults.extraField, entry.key.place,
        entry.value.isNull
          ? "`\(entry.key.value)` is removed from the \(kind) body"
          : "`\(entry.key.value)` is sent in the \(kind) body unchecked")
    }
    // Each null is reported, or has removed something.
    fields.forEachLeaf { leaf in if leaf.isNull { report.use(leaf.place) } }
    for body in bodies { tellHidden(by: fields, in: body, &report) }
    patch.forEachIdle(fields, in: bodies) { idle in
      switch idle {
      case .null(let entry):
        report.flag(
          TargetFaults.idleNull, entry.key.place,
          "`\(entry.key.value)` is null, but the \(kind) body has no such field; the null is not sent",
          help: "remove it")
      case .member(let entry, let list, let names):
        report.flag(
          TargetFaults.extraMember, entry.key.place,
          "`\(list)` of the \(kind) body has no member `\(entry.key.value)`; its `extra` fields are not sent",
          help: names.isEmpty ? "remove it" : ["use one of \(oneOf(names))", "set the whole list"])
        report.nameLeaves(of: entry.value)
      }
    }
    for (step, body) in zip(steps, bodies) { plan.steps[step].content = BodyContent(patch.apply(fields, to: body)) }
  }

  /// Reports the values of the spec that `extra` replaces in the body.
  private func tellHidden(by fields: Node, in body: Node, _ report: inout Report) {
    patch.forEachReplaced(by: fields, in: body) { entry, made, _ in
      var instead: [String: Node] = [:]
      entry.value.forEachLeaf { path, leaf in instead[path] = leaf }
      var hidden: [MessageNote] = []
      made.forEachLeaf { path, leaf in
        if let other = instead[path], leaf.isSame(as: other) { return report.use(leaf.place) }
        guard Self.isSaid(leaf, report) else { return }
        report.name(leaf.place)
        let whole = path.isEmpty ? entry.key.value : path.hasPrefix("[") ? entry.key.value + path : "\(entry.key.value).\(path)"
        hidden.append(MessageNote("`\(whole)` is set by the spec here", at: leaf.span))
      }
      guard !hidden.isEmpty else { return }
      let count = hidden.count == 1 ? "a value" : "\(hidden.count) values"
      report.flag(
        TargetFaults.extraHidesValue, entry.key.place,
        "`\(entry.key.value)` under `extra` \(entry.value.isNull ? "removes" : "replaces") \(count) of the spec", notes: Array(hidden.prefix(8)),
        help: ["remove `\(entry.key.value)` from `extra`", "change the value there"])
    }
  }

  /// Whether the spec has the value, or what it was computed from.
  private static func isSaid(_ leaf: Node, _ report: Report) -> Bool {
    switch report.origin(of: leaf.place) {
    case .author, .derived, .preset: true
    default: false
    }
  }
}
