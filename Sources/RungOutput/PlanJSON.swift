package import RungProviders
package import RungSource

/// The plans of one file as a JSON document, version 1: ``schemaText`` is its schema.
package enum PlanJSON {
  package typealias OriginOf = (Place) -> Origin

  package static func text(_ streams: [PlannedStream], origin: OriginOf) -> String {
    JSONTree.document(
      JSONTree.object([
        ("version", JSONTree.integer(1)),
        (
          "streams",
          JSONTree.list(
            streams.map { stream in
              JSONTree.object([
                ("name", JSONTree.string(stream.name)), ("plans", JSONTree.list(stream.plans.map { node($0, origin) })),
              ])
            })
        ),
      ]))
  }

  private static func node(_ plan: RequestPlan, _ origin: OriginOf) -> Node {
    JSONTree.object([
      ("provider", JSONTree.string(plan.provider)), ("steps", JSONTree.list(plan.steps.map { node($0, origin) })),
    ])
  }

  private static func node(_ step: RequestStep, _ origin: OriginOf) -> Node {
    JSONTree.object([
      ("name", JSONTree.string(step.name)),
      ("title", JSONTree.string(step.title)),
      ("method", JSONTree.string(step.method)),
      ("url", JSONTree.string(step.url.text)),
      ("parameters", node(step.url.parameters)),
      (
        "headers",
        JSONTree.list(
          step.headers.map { JSONTree.object([("name", JSONTree.string($0.name)), ("value", JSONTree.string($0.value))]) })
      ),
      ("body_kind", JSONTree.string(step.bodyKind)),
      ("body", step.body ?? JSONTree.null),
      ("origins", step.body.map { origins($0, origin) } ?? JSONTree.object([])),
      ("wait", step.wait.map(node) ?? JSONTree.null),
      ("remarks", JSONTree.list(step.remarks.map { JSONTree.string($0) })),
    ])
  }

  private static func node(_ parameters: [URLTemplate.Parameter]) -> Node {
    JSONTree.list(
      parameters.map {
        JSONTree.object([
          ("name", JSONTree.string($0.name)), ("value", JSONTree.string($0.value?.value)),
          ("source", JSONTree.string($0.source)),
        ])
      })
  }

  private static func node(_ wait: Wait) -> Node {
    JSONTree.object([
      ("url", JSONTree.string(wait.url.text)), ("parameters", node(wait.url.parameters)),
      ("pointer", JSONTree.string(wait.pointer)),
      ("until", JSONTree.list(wait.until.map { JSONTree.string($0) })),
      ("failing", JSONTree.list(wait.failing.map { JSONTree.string($0) })),
    ])
  }

  /// Who set what the author did not, by JSON Pointer.
  private static func origins(_ body: Node, _ origin: OriginOf) -> Node {
    var members: [(String, Node)] = []
    BodyLeaf.forEach(in: body) { leaf in
      let origin = origin(leaf.node.place)
      if origin != .author { members.append((leaf.pointer, JSONTree.string(origin.label))) }
    }
    return JSONTree.object(members)
  }
}

/// One stream and its plans, as the writers take them.
package struct PlannedStream {
  package var name: String?
  package var plans: [RequestPlan]

  package init(name: String?, plans: [RequestPlan]) {
    self.name = name
    self.plans = plans
  }
}
