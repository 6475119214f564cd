internal import RungSource
internal import RungSpec

/// `targets.P.extra`: fields that Rung does not know, merged into the bodies as they stand; `null` takes a field out. Where
/// the body has a list of objects, a mapping goes into its members.
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
      report.flag(SpecFaults.wrongType, extra.place, "expected a mapping for `extra`, found \(extra.kindName)")
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
          SpecFaults.unknownKey, entry.key.place, "`extra` has no request `\(entry.key.value)`; expected \(oneOf(names))",
          help: "name the request whose body the fields belong to")
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
        help: "list the body's fields: `{field: value}`")
      return
    }
    let steps = plan.steps.indices.filter { plan.steps[$0].bodyKind?.rawValue == kind && plan.steps[$0].node != nil }
    let bodies = steps.compactMap { plan.steps[$0].node }
    guard !bodies.isEmpty else {
      report.flag(
        TargetFaults.extraField, fields.place, "the plan sends no \(kind) request, so its `extra` fields are not sent",
        severity: .warning, help: "remove them, or set what makes the request")
      return report.nameLeaves(of: fields)
    }
    UnwritableNumbers.flag(in: fields, &report)
    for entry in entries where !entry.value.isNull || bodies.contains(where: { $0.has(entry.key.value) }) {
      report.flag(
        TargetFaults.extraField, entry.key.place,
        entry.value.isNull
          ? "`\(entry.key.value)` is taken out of the \(kind) body"
          : "`\(entry.key.value)` goes into the \(kind) body as it stands, unchecked")
    }
    // Each null is named, or has removed something.
    fields.forEachLeaf { leaf in if leaf.isNull { report.use(leaf.place) } }
    for body in bodies { tellHidden(by: fields, in: body, &report) }
    patch.forEachIdle(fields, in: bodies) { idle in
      switch idle {
      case .null(let entry):
        report.flag(
          TargetFaults.idleNull, entry.key.place,
          "`\(entry.key.value)` is null, but the \(kind) body has no such field: nothing is removed, and no null is sent",
          help: "remove it")
      case .member(let entry, let list, let names):
        report.flag(
          TargetFaults.extraMember, entry.key.place,
          "`\(list)` of the \(kind) body has no member `\(entry.key.value)`, so what `extra` has for it is not sent",
          help: names.isEmpty ? "remove it" : "name one of \(oneOf(names)), or give the whole list")
        report.nameLeaves(of: entry.value)
      }
    }
    for (step, body) in zip(steps, bodies) { plan.steps[step].content = BodyContent(patch.apply(fields, to: body)) }
  }

  /// Names the values of the spec that do not reach the body because `extra` has others in their places.
  private func tellHidden(by fields: Node, in body: Node, _ report: inout Report) {
    patch.forEachReplaced(by: fields, in: body) { entry, made, _ in
      var instead: [String: Node] = [:]
      entry.value.forEachLeaf { path, leaf in instead[path] = leaf }
      var hidden: [DiagnosticNote] = []
      made.forEachLeaf { path, leaf in
        if let other = instead[path], leaf.isSame(as: other) { return report.use(leaf.place) }
        guard Self.isSaid(leaf, report) else { return }
        report.name(leaf.place)
        let whole = path.isEmpty ? entry.key.value : path.hasPrefix("[") ? entry.key.value + path : "\(entry.key.value).\(path)"
        hidden.append(DiagnosticNote("the spec's `\(whole)` comes from here", at: leaf.span))
      }
      guard !hidden.isEmpty else { return }
      let count = hidden.count == 1 ? "a value" : "\(hidden.count) values"
      report.flag(
        TargetFaults.extraHidesValue, entry.key.place,
        "`\(entry.key.value)` under `extra` \(entry.value.isNull ? "removes" : "replaces") \(count) of the spec", notes: Array(hidden.prefix(8)),
        help: "remove `\(entry.key.value)` from `extra`, or change the value there")
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
