internal import Rung
internal import RungProviders

/// A plan without its bodies, a line for each thing that it says: what goldens keep of it.
enum PlanListing {
  static func text(_ plan: RequestPlan) -> String {
    var text = plan.steps.map(lines).joined()
    if !plan.teardown.isEmpty { text += "\nteardown\n\n" + plan.teardown.map(lines).joined() }
    return text
  }

  private static func lines(_ step: RequestStep) -> String {
    var lines = ["\(step.id): \(step.method) \(step.url.text)"]
    if let condition = step.condition { lines.append("only if \(condition)") }
    lines += step.headers.map { "\($0.name): \($0.value)" }
    lines += step.request.fills.map { "body \($0.pointer) = \($0.name)" }
    lines += step.manual.filter { $0.moment == .before }.map { "first by hand: \($0.text)" }
    lines += step.tolerated.map { "\($0.status) is fine: \($0.meaning)\($0.skipsWait ? ", nothing to wait for" : "")" }
    lines += step.reads.map(read)
    lines += step.handovers.filter { $0.receiver == .encoder }.map { "to the encoder: \($0.title) = \($0.value.text)" }
    lines += step.manual.filter { $0.moment == .after }.map { "then by hand: \($0.text)" }
    if let wait = step.wait { lines += Self.lines(wait) }
    lines += step.handovers.filter { $0.receiver == .player }.map { "to the player: \($0.title) = \($0.value.text)" }
    if let billing = step.billing {
      lines.append("bill \(billing.change.rawValue): \(billing.subject)\(billing.detail.map { ", \($0)" } ?? "")")
    }
    lines += step.irreversible.map { "for good: \($0)" }
    return lines.joined(separator: "\n  ") + "\n"
  }

  private static func lines(_ wait: Wait) -> [String] {
    var goals = wait.until.isEmpty ? [] : ["\(wait.pointer) is \(wait.until.joined(separator: "|"))"]
    if wait.untilGone { goals.append("gone") }
    if wait.untilThere { goals.append("404 continues") }
    let failing = wait.failing.isEmpty ? "" : ", failing at \(wait.failing.joined(separator: "|"))"
    let webhook = wait.webhook.map { ", or \($0.event)" } ?? ""
    return ["until \(wait.request.method) \(wait.url.text): \(goals.joined(separator: " or "))\(failing)\(webhook)"]
      + wait.request.fills.map { "  body \($0.pointer) = \($0.name)" } + wait.reads.map(read)
  }

  private static func read(_ binding: PlanBinding) -> String {
    let list = binding.element.map { " of the one of \($0.list) with \($0.member) \($0.value)" } ?? ""
    let kind = (binding.isSecret ? ", secret" : "") + (binding.isOptional ? ", if there" : "")
    return "keep \(binding.name) = \(binding.pointer)\(list)\(kind)"
  }
}
