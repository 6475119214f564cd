internal import RungProviders
package import RungReading
package import RungSource

/// The plans of one file as a JSON document, version 1.
package struct PlanJSON {
  package typealias OriginOf = (SourcePlace) -> Origin

  private let origin: OriginOf

  package static func text(_ streams: [PlannedStream], origin: @escaping OriginOf) throws(UnwritableValue) -> String {
    try text(streams.map { ($0, origin) })
  }

  /// The same of streams of several texts.
  package static func text(_ streams: [(stream: PlannedStream, origin: OriginOf)]) throws(UnwritableValue) -> String {
    try PlanJSON { _ in .author }.document.text(ofBodies: streams.map { PlanJSON(origin: $0.origin).stream.node($0.stream) })
  }

  package static var schemaText: String { PlanJSON { _ in .author }.document.schemaText }

  private var document: JSONDocument<[Node]> {
    JSONDocument("plan.v1", "Requests for the streams of a file", of: "rung plan") {
      JSONMember("streams", .list(.written(stream)), "One for each document of the file, in their order.") { $0 }
    }
  }

  private var stream: JSONForm<PlannedStream> {
    .object {
      JSONMember("name", .optional(.text)) { $0.name }
      JSONMember("plans", .list(plan), "One for each provider, in the order of the request.") { $0.plans }
    }
  }

  private var plan: JSONForm<RequestPlan> {
    let step = step
    return .object("plan") {
      JSONMember("provider", .id) { $0.provider }
      JSONMember("update", .bool, "The steps change what is there already: what `rung diff --plan` writes.") { $0.isUpdate }
      JSONMember(
        "given", .list(given),
        "What the steps use and none of them reads, because what they change is there already. Empty unless `update`."
      ) { $0.given }
      JSONMember(
        "steps", .list(step), "From nothing to playing, or from what there is to what is wanted, in the order in which to send them."
      ) { plan in plan.steps.map { (plan, $0) } }
      JSONMember(
        "teardown", .list(step), "Back to nothing, in the order in which to send them. May use what `steps` read."
      ) { plan in plan.teardown.map { (plan, $0) } }
    }
  }

  private var given: JSONForm<PlanGiven> {
    .object {
      JSONMember("name", .text, "By which later requests know it.") { $0.name }
      JSONMember("title", .text) { $0.title }
      JSONMember("value", .optional(.text), "Null when you must supply it.") { $0.isSecret ? nil : $0.value?.value }
      JSONMember("secret", .bool) { $0.isSecret }
    }
  }

  // MARK: A step

  private var step: JSONForm<(plan: RequestPlan, step: RequestStep)> {
    .object("step") {
      JSONMember("name", .id, "Unique in the plan.") { $0.step.id }
      JSONMember("title", .text) { $0.step.title }
      JSONMember("condition", .optional(.text), "The condition for sending it, for a person to judge; null for always.") { $0.step.condition }
      request.map { $0.of(\.step.request) }
      JSONMember("reads", .list(binding), "What to keep of the answer.") { uses(of: $0.step.reads, in: $0.plan) }
      JSONMember(
        "handovers", .list(handover), "What an encoder is given when the answer is there, and a player when the wait is over."
      ) { $0.step.handovers }
      JSONMember("wait", .optional(wait)) { step in step.step.wait.map { (step.plan, $0) } }
      JSONMember("manual", .list(manual), "What no request does.") { $0.step.manual }
      JSONMember("tolerated", .list(tolerated), "Answers that look like a refusal and are none.") { $0.step.tolerated }
      JSONMember("billing", .optional(billing)) { $0.step.billing }
      JSONMember("irreversible", .list(.text), "What no later request undoes.") { $0.step.irreversible }
      JSONMember("remarks", .list(.text)) { $0.step.remarks }
    }
  }

  private var manual: JSONForm<ManualTask> {
    .object {
      JSONMember("when", .choice, "Before the request, or after its answer and before the wait.") { $0.moment }
      JSONMember("text", .text) { $0.text }
    }
  }

  private var tolerated: JSONForm<ToleratedStatus> {
    .object {
      JSONMember("status", .integer(400...599)) { $0.status }
      JSONMember("meaning", .text) { $0.meaning }
      JSONMember("skips_wait", .bool, "There is nothing to wait for then.") { $0.skipsWait }
    }
  }

  private var billing: JSONForm<Billing> {
    .object {
      JSONMember("change", .choice) { $0.change }
      JSONMember("subject", .text, "In the same words at the start and at the end.") { $0.subject }
      JSONMember("detail", .optional(.text)) { $0.detail }
    }
  }

  private var handover: JSONForm<Handover> {
    .object("handover") {
      JSONMember("to", .choice) { $0.receiver }
      JSONMember("title", .text, "What it is called there.") { $0.title }
      JSONMember("value", .text, "As in a header.") { $0.value.text }
      JSONMember("parameters", .list(parameter), Self.parameters) { $0.value.places }
    }
  }

  private var wait: JSONForm<(plan: RequestPlan, wait: Wait)> {
    .object("wait", "What to ask, again and again, before the next step.") {
      request.map { $0.of(\.wait.request) }
      JSONMember("pointer", .text, "JSON Pointer to the state in the answer.") { $0.wait.pointer }
      JSONMember("until", .list(.text), "Go on at one of these.") { $0.wait.until }
      JSONMember("until_gone", .bool, "Go on when the answer is 404.") { $0.wait.untilGone }
      JSONMember("until_there", .bool, "Ask again when the answer is 404.") { $0.wait.untilThere }
      JSONMember("failing", .list(.text), "Give up at one of these.") { $0.wait.failing }
      JSONMember("reason", .optional(.text), "JSON Pointer to the reason when it failed.") { $0.wait.reason }
      JSONMember("interval", .integer(1...Int.max), "Seconds between two questions.") { $0.wait.interval }
      JSONMember("timeout", .integer(1...Int.max), "Seconds after which something is wrong.") { $0.wait.timeout }
      JSONMember("webhook", .optional(webhook)) { $0.wait.webhook }
      JSONMember("reads", .list(binding), "What to keep of the answer that ended the wait.") { uses(of: $0.wait.reads, in: $0.plan) }
    }
  }

  private var webhook: JSONForm<Wait.Webhook> {
    .object("", "What says the same without being asked.") {
      JSONMember("event", .text) { $0.event }
      JSONMember("registration", .text, "Where it is set.") { $0.registration }
    }
  }

  // MARK: What is sent

  @JSONMemberList<PlannedRequest> private var request: [JSONMember<PlannedRequest>] {
    JSONMember("method", .text) { $0.method }
    JSONMember(
      "url", .text,
      "Known values are filled in and percent-encoded; credentials are ${env:NAME}, and what is known only later is {name}."
    ) { $0.url.text }
    JSONMember("parameters", .list(parameter), Self.parameters) { $0.url.places }
    JSONMember("headers", .list(header)) { $0.headers }
    JSONMember("body_kind", .optional(.id), "Names the schema that the body satisfies.") { $0.bodyKind }
    JSONMember("body", .optional(.any), "The JSON body to send; null when there is none.") { $0.node }
    JSONMember("fills", .list(fill), "Members of the body that are known only later; they are {name} in it.") { $0.fills }
    JSONMember("origins", .dictionary, "Who set what the author did not, by JSON Pointer into the body.") { origins(of: $0) }
  }

  private var header: JSONForm<RequestHeader> {
    .object {
      JSONMember("name", .text) { $0.name }
      JSONMember("value", .text, "As in a url, but not encoded. With a credential, what the client makes the value of.") { $0.value }
      JSONMember("parameters", .list(parameter), Self.parameters) { $0.template.places }
      JSONMember("credential", .optional(credential), "How a client makes the value; null where it is sent as it stands.") { $0.scheme }
      JSONMember("optional", .bool, "The header is sent only where its variable is set.") { $0.isOptional }
    }
  }

  private var credential: JSONForm<CredentialScheme> {
    .object {
      JSONMember("scheme", .choice, "HTTP Basic (RFC 7617), or AWS Signature Version 4 of the whole request.") { $0.kind }
      JSONMember("user", .text, "The user's name, or the access key: a reference to the environment.") { $0.user.text }
      JSONMember("password", .text, "The password, or the secret access key: a reference to the environment.") { $0.password.text }
      JSONMember("service", .optional(.text), "The service that an AWS signature names.") { $0.service }
      JSONMember("region", .optional(.text), "The region that an AWS signature names.") { $0.region?.text }
    }
  }

  private var fill: JSONForm<BodyFill> {
    .object {
      JSONMember("pointer", .text, "JSON Pointer into the body.") { $0.pointer }
      JSONMember("binding", .text) { $0.name }
    }
  }

  private func origins(of request: PlannedRequest) -> [(key: String, value: String)] {
    var origins: [(key: String, value: String)] = []
    guard let body = request.node else { return origins }
    BodyLeaf.forEach(in: body) { leaf in
      if let fill = request.fills.first(where: { $0.pointer == leaf.pointer }) {
        origins.append((leaf.pointer, "binding \(fill.name)"))
        return
      }
      let origin = origin(leaf.node.place)
      if origin != .author { origins.append((leaf.pointer, origin.label)) }
    }
    return origins
  }

  private static let parameters = "What goes into the named places. One of value, environment, binding and asked is not null."

  private var parameter: JSONForm<PlanParameter> {
    .object("parameter") {
      JSONMember("name", .text) { $0.name }
      JSONMember("value", .optional(.text), "It is known.") { $0.value?.value }
      JSONMember("environment", .optional(.text), "The variable that holds it: a credential.") {
        if case .environment(let name) = $0.filling { name } else { nil }
      }
      JSONMember("binding", .optional(.text), "The name that an earlier answer was bound to.") {
        if case .bound(let name) = $0.filling { name } else { nil }
      }
      JSONMember("asked", .optional(.text), "A description of the value that you must supply.") {
        if case .asked(let words) = $0.filling { words } else { nil }
      }
    }
  }

  // MARK: What is read

  private typealias UsedBinding = (binding: PlanBinding, uses: [PlanUse])

  private func uses(of bindings: [PlanBinding], in plan: RequestPlan) -> [UsedBinding] { bindings.map { ($0, plan.uses(of: $0.name)) } }

  private var binding: JSONForm<UsedBinding> {
    .object("binding") {
      JSONMember("name", .text, "What later requests know it by.") { $0.binding.name }
      JSONMember("title", .text) { $0.binding.title }
      JSONMember("element", .optional(element)) { $0.binding.element }
      JSONMember("pointer", .text, "JSON Pointer into the answer, or into the element.") { $0.binding.pointer }
      JSONMember("secret", .bool) { $0.binding.isSecret }
      JSONMember("optional", .bool, "The answer may do without it; it is empty then.") { $0.binding.isOptional }
      JSONMember("uses", .list(use), "Where it goes next.") { $0.uses }
    }
  }

  private var element: JSONForm<PlanBinding.Element> {
    .object("", "The element of a list to look into: the first whose member has the value.") {
      JSONMember("list", .text, "JSON Pointer to the list in the answer.") { $0.list }
      JSONMember("member", .text) { $0.member }
      JSONMember("value", .text) { $0.value }
    }
  }

  private var use: JSONForm<PlanUse> {
    .object {
      JSONMember("step", .id) { $0.step }
      JSONMember("part", .choice) { $0.part }
    }
  }
}
