package import RungProviders
package import RungReading
package import RungSource

/// The plans of one file as a JSON document, version 1: ``schemaText`` is its schema.
package enum PlanJSON {
  package typealias OriginOf = (Place) -> Origin

  package static func text(_ streams: [PlannedStream], origin: OriginOf) throws(UnwritableValue) -> String {
    try JSONTree.document(
      ofBodies: JSONTree.object([
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
      ("provider", JSONTree.string(plan.provider)), ("update", JSONTree.bool(plan.isUpdate)),
      (
        "given",
        JSONTree.list(
          plan.given.map { given in
            JSONTree.object([
              ("name", JSONTree.string(given.name)), ("title", JSONTree.string(given.title)),
              ("value", JSONTree.string(given.isSecret ? nil : given.value?.value)), ("secret", JSONTree.bool(given.isSecret)),
            ])
          })
      ),
      ("steps", JSONTree.list(plan.steps.map { node($0, plan, origin) })),
      ("teardown", JSONTree.list(plan.teardown.map { node($0, plan, origin) })),
    ])
  }

  private static func node(_ step: RequestStep, _ plan: RequestPlan, _ origin: OriginOf) -> Node {
    let lead: [(String, Node)] = [
      ("name", JSONTree.string(step.name)), ("title", JSONTree.string(step.title)), ("condition", JSONTree.string(step.condition)),
    ]
    let rest: [(String, Node)] = [
      ("reads", JSONTree.list(step.reads.map { node($0, plan) })),
      ("handovers", JSONTree.list(step.handovers.map(node))),
      ("wait", step.wait.map { node($0, plan, origin) } ?? JSONTree.null),
      (
        "manual",
        JSONTree.list(
          step.manual.map { JSONTree.object([("when", JSONTree.string($0.moment.rawValue)), ("text", JSONTree.string($0.text))]) })
      ),
      (
        "tolerated",
        JSONTree.list(
          step.tolerated.map {
            JSONTree.object([
              ("status", JSONTree.integer($0.status)), ("meaning", JSONTree.string($0.meaning)),
              ("skips_wait", JSONTree.bool($0.skipsWait)),
            ])
          })
      ),
      (
        "billing",
        step.billing.map {
          JSONTree.object([
            ("change", JSONTree.string($0.change.rawValue)), ("subject", JSONTree.string($0.subject)),
            ("detail", JSONTree.string($0.detail)),
          ])
        } ?? JSONTree.null
      ),
      ("irreversible", strings(step.irreversible)), ("remarks", strings(step.remarks)),
    ]
    return JSONTree.object(lead + members(step.request, origin) + rest)
  }

  private static func members(_ request: PlannedRequest, _ origin: OriginOf) -> [(String, Node)] {
    let headers = request.headers.map { header in
      JSONTree.object([
        ("name", JSONTree.string(header.name)), ("value", JSONTree.string(header.value)),
        ("parameters", parameters(header.template.places)),
      ])
    }
    return [
      ("method", JSONTree.string(request.method)),
      ("url", JSONTree.string(request.url.text)),
      ("parameters", parameters(request.url.places)),
      ("headers", JSONTree.list(headers)),
      ("body_kind", JSONTree.string(request.bodyKind)),
      ("body", request.body ?? JSONTree.null),
      (
        "fills",
        JSONTree.list(
          request.fills.map { JSONTree.object([("pointer", JSONTree.string($0.pointer)), ("binding", JSONTree.string($0.name))]) })
      ),
      ("origins", request.body.map { origins($0, request.fills, origin) } ?? JSONTree.object([])),
    ]
  }

  private static func parameters(_ parameters: [PlanParameter]) -> Node {
    JSONTree.list(
      parameters.map { parameter in
        var (environment, binding, asked): (String?, String?, String?)
        switch parameter.filling {
        case .known: break
        case .environment(let name): environment = name
        case .bound(let name): binding = name
        case .asked(let words): asked = words
        }
        return JSONTree.object([
          ("name", JSONTree.string(parameter.name)), ("value", JSONTree.string(parameter.value?.value)),
          ("environment", JSONTree.string(environment)), ("binding", JSONTree.string(binding)), ("asked", JSONTree.string(asked)),
        ])
      })
  }

  private static func node(_ binding: Binding, _ plan: RequestPlan) -> Node {
    let element = binding.element.map {
      JSONTree.object([
        ("list", JSONTree.string($0.list)), ("member", JSONTree.string($0.member)), ("value", JSONTree.string($0.value)),
      ])
    }
    let uses = plan.uses(of: binding.name).map {
      JSONTree.object([("step", JSONTree.string($0.step)), ("part", JSONTree.string($0.part.rawValue))])
    }
    return JSONTree.object([
      ("name", JSONTree.string(binding.name)), ("title", JSONTree.string(binding.title)), ("element", element ?? JSONTree.null),
      ("pointer", JSONTree.string(binding.pointer)), ("secret", JSONTree.bool(binding.isSecret)),
      ("optional", JSONTree.bool(binding.isOptional)), ("uses", JSONTree.list(uses)),
    ])
  }

  private static func node(_ handover: Handover) -> Node {
    JSONTree.object([
      ("to", JSONTree.string(handover.receiver.rawValue)), ("title", JSONTree.string(handover.title)),
      ("value", JSONTree.string(handover.value.text)), ("parameters", parameters(handover.value.places)),
    ])
  }

  private static func node(_ wait: Wait, _ plan: RequestPlan, _ origin: OriginOf) -> Node {
    let webhook = wait.webhook.map {
      JSONTree.object([("event", JSONTree.string($0.event)), ("registration", JSONTree.string($0.registration))])
    }
    return JSONTree.object(
      members(wait.request, origin) + [
        ("pointer", JSONTree.string(wait.pointer)), ("until", strings(wait.until)), ("until_gone", JSONTree.bool(wait.untilGone)),
        ("failing", strings(wait.failing)), ("reason", JSONTree.string(wait.reason)), ("interval", JSONTree.integer(wait.interval)),
        ("timeout", JSONTree.integer(wait.timeout)), ("webhook", webhook ?? JSONTree.null),
        ("reads", JSONTree.list(wait.reads.map { node($0, plan) })),
      ])
  }

  /// Who set what the author did not, by JSON Pointer.
  private static func origins(_ body: Node, _ fills: [BodyFill], _ origin: OriginOf) -> Node {
    var members: [(String, Node)] = []
    BodyLeaf.forEach(in: body) { leaf in
      if let fill = fills.first(where: { $0.pointer == leaf.pointer }) {
        members.append((leaf.pointer, JSONTree.string("binding \(fill.name)")))
        return
      }
      let origin = origin(leaf.node.place)
      if origin != .author { members.append((leaf.pointer, JSONTree.string(origin.label))) }
    }
    return JSONTree.object(members)
  }

  private static func strings(_ texts: [String]) -> Node { JSONTree.list(texts.map { JSONTree.string($0) }) }
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
