internal import RungProviders
package import RungReading
internal import RungSource

/// The plans of one file, to read.
package enum PlanText {
  /// - Parameter teardown: the teardown instead of the steps.
  package static func text(_ streams: [PlannedStream], teardown: Bool = false, style: TextStyle = .plain) throws(UnwritableValue) -> String {
    var text = ""
    for stream in streams {
      for plan in stream.plans {
        if !text.isEmpty { text += "\n" }
        let name = VisibleText.of(stream.name ?? "a stream without a name")
        let steps = teardown ? plan.teardown : plan.steps
        let count = steps.count == 1 ? "1 request" : "\(steps.count) requests"
        let way = teardown ? ", teardown" : plan.isUpdate ? ", update" : ""
        text += style.paint("\(name) for \(plan.provider)\(way): \(count)", .strong) + "\n"
        let writer = PlanTextWriter(plan: plan, style: style)
        if !teardown { for given in plan.given { text += writer.describe(given) } }
        for (index, step) in steps.enumerated() { text += "\n" + (try writer.describe(step, index + 1)) }
      }
    }
    return text
  }
}

private struct PlanTextWriter {
  let plan: RequestPlan
  let style: TextStyle

  func describe(_ given: PlanGiven) -> String {
    let value = given.isSecret ? nil : given.value.map { ": \(VisibleText.of($0.value))" }
    return item("needs \(given.name), \(given.title)\(value ?? "; it is in the state file of the script that created it")")
  }

  func describe(_ step: RequestStep, _ number: Int) throws(UnwritableValue) -> String {
    var text = style.paint("\(number). \(step.title)", .strong) + " (\(step.id))\n"
    if let condition = step.condition { text += item("only if \(condition)") }
    for task in step.manual where task.moment == .before { text += item("manual step before it: \(task.text)") }
    text += "   \(step.method) \(VisibleText.of(step.url.text))\n"
    for header in step.headers { text += "   \(header.name): \(VisibleText.of(header.value))\(header.making)\n" }
    if let body = step.node {
      for line in try JSONWriter.text(body).split(separator: "\n") { text += "   \(line)\n" }
    }
    text += unknown(in: step.request, except: [])
    for tolerated in step.tolerated { text += item("\(tolerated.status) is not an error: \(tolerated.meaning)") }
    for binding in step.reads { text += kept(binding) }
    text += handovers(step, .encoder)
    for task in step.manual where task.moment == .after { text += item("manual step: \(task.text)") }
    if let wait = step.wait { text += try describe(wait, in: step) }
    text += handovers(step, .player)
    if let billing = step.billing {
      text += item("billing \(billing.change.rawValue): \(billing.subject)\(billing.detail.map { ", \($0)" } ?? "")")
    }
    for consequence in step.irreversible { text += item("cannot be undone: \(consequence)") }
    for remark in step.remarks { text += item(remark) }
    return text
  }

  private func describe(_ wait: Wait, in step: RequestStep) throws(UnwritableValue) -> String {
    var goals = wait.untilGone ? ["the answer is 404"] : []
    if !wait.until.isEmpty { goals.append("\(wait.pointer) is \(wait.until.joined(separator: " or "))") }
    let failing = wait.failing.isEmpty ? "" : "; fails at \(wait.failing.joined(separator: " or "))"
    var text = "   then wait: \(wait.request.method) \(VisibleText.of(wait.url.text)) every \(wait.interval) s until "
    let absent = wait.untilThere ? " (404: not there yet)" : ""
    text += "\(VisibleText.of(goals.joined(separator: " or ") + absent + failing)); timeout \(wait.timeout) s\n"
    if let body = wait.request.node { text += "     with \(try JSONWriter.text(body, indent: 0))\n" }
    if let webhook = wait.webhook { text += "     or for the event \(webhook.event), posted to \(VisibleText.of(webhook.registration))\n" }
    text += unknown(in: wait.request, except: step.request.places.map(\.name))
    for binding in wait.reads { text += kept(binding) }
    return text
  }

  private func kept(_ binding: PlanBinding) -> String {
    var text = "keep \(binding.name), \(binding.title): "
    if let element = binding.element {
      text += "\(binding.pointer) of the one in \(element.list) whose \(element.member) is \(element.value)"
    } else {
      text += binding.pointer
    }
    if binding.isSecret { text += "; secret" }
    if binding.isOptional { text += "; may be missing" }
    let uses = plan.uses(of: binding.name).map { "the \($0.part.rawValue) of \($0.step)" }
    return item(text + (uses.isEmpty ? "" : "; for \(uses.joined(separator: ", "))"))
  }

  private func handovers(_ step: RequestStep, _ receiver: Handover.Receiver) -> String {
    step.handovers.filter { $0.receiver == receiver }
      .map { item("to the \(receiver.rawValue): \($0.title) = \(VisibleText.of($0.value.text))") }.joined()
  }

  /// The placeholders that are filled when the request is sent.
  private func unknown(in request: PlannedRequest, except told: [String]) -> String {
    let places = request.places.filter { $0.value == nil && !told.contains($0.name) }
    var text = ""
    for place in places {
      switch place.filling {
      case .bound(let name): text += "   {\(place.name)}: \(name), from an earlier answer\n"
      case .asked(let words): text += "   {\(place.name)}: \(VisibleText.of(words))\n"
      case .known, .environment: break
      }
    }
    for fill in request.fills { text += "   \(VisibleText.of(fill.pointer)): \(fill.name), from an earlier answer\n" }
    return text
  }

  private func item(_ words: String) -> String { "   - " + style.wrapped(words, indent: 5).joined(separator: "\n     ") + "\n" }
}

extension RequestHeader {
  /// What happens to the value before it is sent, in brackets.
  fileprivate var making: String {
    if isOptional { return " (where it is set)" }
    return switch scheme?.kind {
    case nil: ""
    case .basic: " (in Base64)"
    case .awsSignature: " (as a signature of the request)"
    }
  }
}
