internal import RungSource
internal import RungSpec

/// `targets.P.extra`: fields that Rung does not know, merged into the bodies as they stand; `null` takes a field out.
enum ExtraFields {
  static func merge(_ extra: Node, into plan: inout RequestPlan, kinds: [RequestKind], _ report: inout Report) {
    for node in report.hideSecrets(in: extra) {
      guard let text = node.scalar?.text else { continue }
      if report.secrets.contains(node.span) { SecretReading.hide(node, &report) } else { SecretReading.flagURL(text, node, &report) }
    }
    guard case .map(let entries) = extra.content else {
      report.flag(SpecFaults.wrongType, extra.place, "expected a mapping for `extra`, found \(extra.kindName)")
      return
    }
    let bodies = kinds.filter { $0.schema != nil }
    if bodies.count == 1 {
      add(extra, to: bodies[0].name, &plan, &report)
      return
    }
    for entry in entries {
      guard bodies.contains(where: { $0.name == entry.key.value }) else {
        let names = bodies.map(\.name)
        report.flag(
          SpecFaults.unknownKey, entry.key.place, "`extra` has no request `\(entry.key.value)`; expected \(oneOf(names))",
          help: "name the request whose body the fields belong to")
        report.nameLeaves(of: entry.value)
        continue
      }
      add(entry.value, to: entry.key.value, &plan, &report)
    }
  }

  private static func add(_ fields: Node, to kind: String, _ plan: inout RequestPlan, _ report: inout Report) {
    for entry in fields.entries {
      report.flag(
        ContractFaults.extraField, entry.key.place,
        entry.value.isNull
          ? "`\(entry.key.value)` is taken out of the \(kind) body"
          : "`\(entry.key.value)` goes into the \(kind) body as it stands, unchecked")
    }
    fields.forEachLeaf { leaf in if leaf.isNull { report.use(leaf.place) } }
    for index in plan.steps.indices where plan.steps[index].bodyKind == kind {
      guard let body = plan.steps[index].body else { continue }
      plan.steps[index].content = BodyContent(MergePatch.apply(fields, to: body))
    }
  }
}
