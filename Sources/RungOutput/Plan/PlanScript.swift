package import RungProviders
package import RungReading
internal import RungSource
internal import RungSpec

/// A plan as a POSIX shell script that sends it: stops at the first failure, waits where the plan waits, passes values from
/// answers to requests. Needs curl and jq.
package enum PlanScript {
  /// - Parameters:
  ///   - slug: the base name of the default state file.
  ///   - teardown: the teardown instead of the steps.
  package static func text(_ plan: RequestPlan, stream: String?, slug: String, teardown: Bool) throws(UnwritableValue) -> String {
    var writer = ScriptWriter(plan, stream: stream ?? "a stream without a name", slug: slug, isTeardown: teardown)
    return try writer.script()
  }
}

private struct ScriptWriter {
  let plan: RequestPlan
  let stream: String
  let slug: String
  let isTeardown: Bool
  let steps: [RequestStep]
  let needs: PlanNeeds
  /// Bindings that the state file holds: for the teardown, and for the setup of an encoder or a player.
  let saved: Set<String>
  let bindings: [String: PlanBinding]
  var text = ""
  private var depth = 0

  init(_ plan: RequestPlan, stream: String, slug: String, isTeardown: Bool) {
    self.plan = plan
    self.stream = stream
    self.slug = slug
    self.isTeardown = isTeardown
    steps = isTeardown ? plan.teardown : plan.steps
    needs = PlanNeeds(steps, provider: plan.provider.rawValue)
    var saved = Set(plan.lasting)
    var bindings: [String: PlanBinding] = [:]
    for step in plan.steps + plan.teardown {
      for binding in step.reads + (step.wait?.reads ?? []) { bindings[binding.name] = binding }
      for handover in step.handovers { saved.formUnion(handover.value.pieces.bound) }
    }
    self.saved = saved
    self.bindings = bindings
  }

  // MARK: The whole

  mutating func script() throws(UnwritableValue) -> String {
    head()
    text += "\n" + ScriptParts.common + (isTeardown ? ScriptParts.back : isUpdate ? ScriptParts.change : ScriptParts.there) + "\n"
    for (_, variable) in needs.origins { line("rung_\(variable.lowercased())=$(rung_base \"$rung_\(variable.lowercased())\")") }
    if isTeardown {
      let known = plan.lasting
      line("rung_open \(known.isEmpty ? "optional" : "required")")
      for name in known { line("rung_recall \(name)") }
    } else if isUpdate {
      line("rung_open")
      for given in plan.given {
        let value = given.value.map { " \(ShellText.quoted($0.value))" } ?? ""
        line("rung_given \(given.name) \(needs.variable(named: given.name))\(value)")
      }
    } else {
      line("rung_refuse_twice")
    }
    for (index, step) in steps.enumerated() { try write(step, index + 1) }
    line("")
    line("rung_finish")
    return text
  }

  private var isUpdate: Bool { plan.isUpdate && !isTeardown }

  private mutating func head() {
    let way = isTeardown ? "teardown" : isUpdate ? "update of the existing stream" : "creation to playback"
    line("#!/bin/sh")
    comment("\(stream) for \(plan.provider): \(way), in \(steps.count == 1 ? "1 step" : "\(steps.count) steps").")
    comment("Written by `rung \(isUpdate ? "diff --plan" : "plan") --format curl\(isTeardown ? " --teardown" : "")`.")
    line("#")
    comment("Stops at the first failure. Prints progress to standard error and the values for the encoder and the player to")
    comment("standard output. Secrets are not printed; they are in the state file, which only you can read.")
    line("#")
    comment("Needs curl (7.76 or later) and jq (1.6 or later). Reads from the environment:")
    var rows = needs.environment.map { ($0, "a credential") } + needs.asked.map { ($0.variable, $0.words) }
    let origins = needs.origins.map(\.variable).joined(separator: " or ")
    rows += needs.askedForOrigins.map { ($0.variable, "\($0.words); not needed with \(origins)") }
    rows += needs.origins.map { ($0.variable, "optional: instead of \($0.origin.text)") }
    for given in isUpdate ? plan.given : [] {
      let source = given.value == nil ? "if it is not in the state file" : "instead of the one in the answer"
      rows.append((needs.variable(named: given.name), "optional: \(VisibleText.of(given.title)), \(source)"))
    }
    rows.append(("RUNG_STATE", "optional: the state file, instead of \(stateFile)"))
    if steps.contains(where: { $0.condition != nil }) {
      rows.append(("RUNG_WITH", "optional: the names of conditional steps to send, or `all`"))
    }
    rows += [
      ("RUNG_INTERVAL", "optional: seconds between two requests of a wait"), ("RUNG_TIMEOUT", "optional: seconds after which a wait fails"),
    ]
    let width = rows.map(\.0.utf8.count).max() ?? 0
    for (name, words) in rows { comment("  \(name.padded(to: width))  \(words)") }
    line("set -eu")
    line("umask 077")
    line("")
    for name in needs.environment { line(": \"${\(name):?is not set. It is a credential for the requests}\"") }
    for asked in needs.asked { line(": \"${\(asked.variable):?is not set. It is \(ShellText.words(asked.words))}\"") }
    for (origin, variable) in needs.origins {
      let pieces = origin.pieces.map { piece in
        switch piece {
        case .place(let parameter):
          if case .asked(let words) = parameter.filling {
            return "${\(needs.variable(for: parameter)):?is not set. It is \(ShellText.words(words))}"
          }
          return value(parameter)
        case .text, .unfilled: return value(piece)
        }
      }
      line("rung_\(variable.lowercased())=\"${\(variable):-\(pieces.joined())}\"")
    }
    line("rung_state=${RUNG_STATE:-\(ShellText.quoted(stateFile))}")
    line("rung_provider=\(ShellText.quoted(plan.provider.rawValue))")
    line("rung_stream=\(ShellText.quoted(VisibleText.of(stream)))")
    let secrets = needs.environment + plan.given.filter(\.isSecret).map { "rung_bound_\($0.name)" } + bindings.values.filter(\.isSecret).map { "rung_bound_\($0.name)" }.sorted()
    line("rung_secrets='\(secrets.joined(separator: " "))'")
  }

  private var stateFile: String { "\(slug).\(plan.provider).state.json" }

  // MARK: A step

  private mutating func write(_ step: RequestStep, _ number: Int) throws(UnwritableValue) {
    line("")
    comment("\(number). \(step.title)")
    for remark in step.remarks { comment("   \(remark)") }
    if let billing = step.billing {
      comment("   Billing \(billing.change.rawValue): \(billing.subject)\(billing.detail.map { ", \($0)" } ?? "").")
    }
    for text in step.irreversible { comment("   Cannot be undone: \(text)") }
    let recalled = isTeardown ? plan.lasting.filter { name in step.needs.contains(name) } : []
    let wanted = step.condition.map { "rung_wanted \(step.id) \(ShellText.quoted(VisibleText.of($0)))" }
    let has = recalled.isEmpty ? nil : "rung_has \(step.id) \(recalled.joined(separator: " "))"
    let conditions = [wanted, has].compactMap { $0 }
    if conditions.isEmpty {
      try send(step)
    } else {
      try block("if \(conditions.joined(separator: " && ")); then", "fi") { writer throws(UnwritableValue) in try writer.send(step) }
    }
  }

  private mutating func send(_ step: RequestStep) throws(UnwritableValue) {
    line("rung_begin \(step.id) \(ShellText.quoted(VisibleText.of(step.title)))")
    byHand(step, .before)
    try write(step.request)
    line("rung_call")
    block("case $rung_status in", "esac") { writer in
      writer.line("2??) rung_outcome=done ;;")
      for tolerated in step.tolerated {
        let outcome = tolerated.skipsWait ? "skip" : "fine"
        let words = ShellText.quoted("   \(tolerated.status): \(VisibleText.of(tolerated.meaning))")
        writer.line("\(tolerated.status)) rung_outcome=\(outcome); rung_say \(words) ;;")
      }
      writer.line("*) rung_refused ;;")
    }
    unless("rung_outcome\" = done", step.tolerated.isEmpty || step.reads.isEmpty) { writer in
      for binding in step.reads { writer.keep(binding) }
    }
    if !isTeardown { line("rung_done \(step.id)") }
    give(step, .encoder)
    byHand(step, .after)
    if let wait = step.wait {
      try unless("rung_outcome\" != skip", !step.tolerated.contains(where: \.skipsWait)) { writer throws(UnwritableValue) in
        try writer.write(wait)
        for binding in wait.reads { writer.keep(binding) }
      }
    }
    give(step, .player)
  }

  /// Writes under a condition, unless it always applies.
  private mutating func unless<Fault: Error>(_ condition: String, _ isAlwaysSo: Bool, _ write: (inout ScriptWriter) throws(Fault) -> Void) throws(Fault) {
    if isAlwaysSo { try write(&self) } else { try block("if [ \"$\(condition) ]; then", "fi", write) }
  }

  private mutating func byHand(_ step: RequestStep, _ moment: ManualTask.Moment) {
    for task in step.manual where task.moment == moment { line("rung_say \(ShellText.quoted("manual step: " + VisibleText.of(task.text)))") }
  }

  private mutating func give(_ step: RequestStep, _ receiver: Handover.Receiver) {
    for handover in step.handovers where handover.receiver == receiver {
      let title = ShellText.quoted(VisibleText.of(handover.title))
      let pieces = handover.value.pieces
      let secrets = pieces.bound.filter { bindings[$0]?.isSecret == true }
      let holdsCredential = pieces.places.contains { if case .environment = $0.filling { true } else { false } }
      // A secret is described, with where to find it.
      if secrets.isEmpty, !holdsCredential {
        line("rung_give \(receiver.rawValue) \(title) \"\(pieces.map(given).joined())\"")
      } else {
        let words = ["rung_give_secret", receiver.rawValue, title, ShellText.quoted(VisibleText.of(handover.value.text))] + secrets
        line(words.joined(separator: " "))
      }
    }
  }

  private mutating func keep(_ binding: PlanBinding) {
    let how = [binding.isSecret ? "secret" : "shown", binding.isOptional ? "optional" : nil, saved.contains(binding.name) ? "saved" : nil]
    var words = [
      "rung_keep", binding.name, ShellText.quoted(binding.pointer), ShellText.quoted(how.compactMap { $0 }.joined(separator: ",")),
    ]
    if let element = binding.element { words += [element.list, element.member, element.value].map(ShellText.quoted) }
    line(words.joined(separator: " "))
  }

  // MARK: A wait

  private mutating func write(_ wait: Wait) throws(UnwritableValue) {
    let name = wait.webhook.map { " (or the event \($0.event))" } ?? ""
    line("rung_await \(wait.timeout) \(ShellText.quoted(goal(wait) + name))")
    try block("while :; do", "done") { writer throws(UnwritableValue) in
      try writer.write(wait.request)
      writer.line("rung_look \(ShellText.quoted(wait.pointer))\(wait.untilGone ? " gone" : "")")
      if wait.untilGone { writer.line("if [ \"$rung_gone\" = yes ]; then break; fi") }
      if !wait.until.isEmpty || !wait.failing.isEmpty {
        writer.block("case $rung_seen in", "esac") { writer in
          if !wait.until.isEmpty { writer.line("\(wait.until.map(writer.pattern).joined(separator: " | "))) break ;;") }
          let reason = wait.reason.map { " \(ShellText.quoted($0))" } ?? ""
          if !wait.failing.isEmpty { writer.line("\(wait.failing.map(writer.pattern).joined(separator: " | "))) rung_lost\(reason) ;;") }
        }
      }
      writer.line("rung_pause \(wait.interval)")
    }
  }

  private func pattern(_ state: String) -> String { "'\(state.replacing("'", with: #"'\''"#))'" }

  private func goal(_ wait: Wait) -> String {
    ((wait.untilGone ? ["it is deleted"] : []) + (wait.until.isEmpty ? [] : ["\(wait.pointer) is \(wait.until.joined(separator: " or "))"]))
      .joined(separator: ", or ")
  }

  // MARK: A request

  private mutating func write(_ request: PlannedRequest) throws(UnwritableValue) {
    let base = needs.variable(for: request.url).map { "$rung_\($0.lowercased())" } ?? ""
    line("rung_request \(request.method) \"\(base)\(request.url.path.pieces.map(encoded).joined())\"")
    for header in request.headers { line("rung_header \"\(ShellText.inside(header.name)): \(header.template.pieces.map(value).joined())\"") }
    if let body = request.node {
      let json = try JSONWriter.text(body)
      let program = program(for: body, request.fills)
      line("rung_body\(program.map { " \(ShellText.quoted($0))" } ?? "") <<'RUNG_BODY'")
      // A here-document ends at the start of a line.
      text += json + "\nRUNG_BODY\n"
    } else if request.method == "POST" || request.method == "PUT" {
      // RFC 9110, section 8.6: a method that may have content declares that it has none.
      line("rung_header 'Content-Length: 0'")
    }
  }

  /// The jq program that adds values from the environment and from earlier answers to a body. Nil when there is none.
  private func program(for body: Node, _ fills: [BodyFill]) -> String? {
    var sets: [String] = []
    func walk(_ node: Node, _ path: [String], _ pointer: String) {
      switch node.content {
      case .map(let entries):
        for entry in entries {
          walk(entry.value, path + [quoted(entry.key.value)], pointer + "/" + JSONPointer.escaped(entry.key.value))
        }
      case .list(let items):
        for (index, item) in items.enumerated() { walk(item, path + [String(index)], "\(pointer)/\(index)") }
      case .scalar(let scalar):
        if let fill = fills.first(where: { $0.pointer == pointer }) {
          sets.append("setpath([\(path.joined(separator: ", "))]; env.rung_bound_\(fill.name))")
        } else if scalar.type == .string, !SecretText.references(in: scalar.text).isEmpty {
          let parts = References.parts(of: scalar.text).map { part in
            switch part {
            case .text(let text): quoted(text)
            case .environment(let name): "env.\(name)"
            }
          }
          sets.append("setpath([\(path.joined(separator: ", "))]; \(parts.joined(separator: " + ")))")
        }
      }
    }
    walk(body, [], "")
    return sets.isEmpty ? nil : sets.joined(separator: " | ")
  }

  /// A string in JSON, which is valid in jq too: jq's interpolation, `\(`, is not an escape of JSON.
  private func quoted(_ text: String) -> String { JSONWriter.quoted(text) }

  // MARK: Text between double quotes

  private func value(_ piece: TextTemplate.Piece) -> String {
    switch piece {
    case .text(let text): ShellText.inside(text)
    case .unfilled(let name): ShellText.inside("{\(name)}")
    case .place(let parameter): value(parameter)
    }
  }

  private func value(_ parameter: PlanParameter) -> String {
    switch parameter.filling {
    case .known(let value): ShellText.inside(value.value)
    case .environment(let name): "${\(name)}"
    case .bound(let name): "${rung_bound_\(name)}"
    case .asked: "${\(needs.variable(for: parameter))}"
    }
  }

  /// What a person fills in later is not changed.
  private func given(_ piece: TextTemplate.Piece) -> String {
    if case .place(let parameter) = piece {
      switch parameter.filling {
      case .asked: return ShellText.inside("{\(parameter.name)}")
      case .known(let known): return ShellText.inside(VisibleText.of(known.value))
      case .bound, .environment: break
      }
    }
    return value(piece)
  }

  private func encoded(_ piece: TextTemplate.Piece) -> String {
    guard case .place(let parameter) = piece else { return value(piece) }
    if case .known(let value) = parameter.filling { return ShellText.inside(URLTemplate.encoded(value.value)) }
    return "$(rung_encoded \"\(value(parameter))\")"
  }

  private mutating func line(_ line: String) { text += line.isEmpty ? "\n" : String(repeating: "  ", count: depth) + line + "\n" }

  /// Indents what is written between the two lines.
  private mutating func block<Fault: Error>(_ first: String, _ last: String, _ write: (inout ScriptWriter) throws(Fault) -> Void) throws(Fault) {
    line(first)
    depth += 1
    try write(&self)
    depth -= 1
    line(last)
  }

  private mutating func comment(_ words: String) { line(ShellText.comment(words)) }
}
