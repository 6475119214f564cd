package import RungProviders
package import RungReading
internal import RungSource

/// A plan as a POSIX shell script that sends it: waits where the plan waits, passes values from answers to requests, and stops at
/// the first failure. Another run goes on from there: a state file says what is done, and what was begun is asked for before it
/// is sent again. Needs curl and jq.
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
  /// Bindings that the state file holds, in the order of the plan: all but those that are for one run.
  let saved: [String]
  private let made: [(step: RequestStep, lookup: Lookup, name: String)]
  let bindings: [String: PlanBinding]
  var text = ""
  private var depth = 0

  init(_ plan: RequestPlan, stream: String, slug: String, isTeardown: Bool) {
    self.plan = plan
    self.stream = stream
    self.slug = slug
    self.isTeardown = isTeardown
    steps = isTeardown ? plan.teardown : plan.steps
    let made = isTeardown ? Self.made(plan) : []
    let lookups = isTeardown ? made.map(\.lookup.request) : plan.steps.flatMap { $0.lookup?.requests ?? [] }
    self.made = made
    needs = PlanNeeds(steps, and: lookups + (isTeardown ? plan.teardown.flatMap { $0.lookup?.requests ?? [] } : []), of: plan)
    var bindings: [String: PlanBinding] = [:]
    for step in plan.steps + plan.teardown {
      for binding in step.reads + (step.wait?.reads ?? []) { bindings[binding.name] = binding }
    }
    self.bindings = bindings
    let kept = plan.steps.filter { !$0.isForOneRun }.flatMap { $0.reads + ($0.wait?.reads ?? []) }.map(\.name)
    saved = kept + plan.lasting.filter { !kept.contains($0) }
  }

  /// The steps that create what only a list knows, with the name of its id: a teardown looks for it when it has no id.
  private static func made(_ plan: RequestPlan) -> [(step: RequestStep, lookup: Lookup, name: String)] {
    plan.steps.compactMap { step in
      guard let lookup = step.lookup, lookup.addition != nil, let name = step.reads.first?.name, plan.lasting.contains(name) else { return nil }
      return (step, lookup, name)
    }
  }

  // MARK: The whole

  mutating func script() throws(UnwritableValue) -> String {
    try head()
    text += "\n" + ScriptParts.common + ScriptParts.options + (isTeardown ? ScriptParts.back : isUpdate ? ScriptParts.change : ScriptParts.there) + "\n"
    for name in needs.environment { line("rung_need \(name) 'a credential for the requests'") }
    for asked in needs.asked { line("rung_need \(asked.variable) \(ShellText.quoted(VisibleText.of(asked.words)))") }
    for (origin, variable) in needs.origins { base(origin, variable) }
    removal()
    line("rung_open")
    if isTeardown {
      recall(plan.lasting)
    } else {
      recall(saved.filter { name in !plan.given.contains { $0.name == name } })
      // What the teardown alone needs may be unknown.
      let needed = Set(RequestPlan(provider: plan.provider.rawValue, steps: plan.steps, teardown: []).unknown)
      for given in plan.given {
        let value = given.value.map { " \(ShellText.quoted($0.value))" } ?? (needed.contains(given.name) ? "" : " '' later")
        line("rung_given \(given.name) \(needs.variable(named: given.name))\(value)")
      }
      if isUpdate { line("rung_start") }
    }
    for (index, step) in steps.enumerated() { try write(step, index + 1) }
    line("")
    line("rung_finish")
    return text
  }

  private mutating func recall(_ names: [String]) {
    if !names.isEmpty { line("rung_recall \(names.joined(separator: " "))") }
  }

  /// The base URL of requests: from the environment, or the plan's.
  private mutating func base(_ origin: URLTemplate, _ variable: String) {
    for parameter in origin.places {
      guard case .asked(let words) = parameter.filling else { continue }
      line("if [ -z \"${\(variable):-}\" ]; then rung_need \(needs.variable(for: parameter)) \(ShellText.quoted(VisibleText.of(words))); fi")
    }
    line("rung_\(variable.lowercased())=$(rung_base \"${\(variable):-\(origin.pieces.map(value).joined())}\")")
  }

  /// The requests of the teardown, by which a state file and a teardown belong together: a name or an address that differs would
  /// delete something else. Credentials are not in it, nor what only an answer knows.
  private mutating func removal() {
    let words = plan.teardown.map { step in
      let base = needs.variable(for: step.url).map { "$rung_\($0.lowercased())" } ?? step.url.origin.pieces.map(named).joined()
      return " \"\(step.method) \(base)\(step.url.path.pieces.map(named).joined())\""
    }
    line("rung_removal=$(jq -nc '$ARGS.positional' --args\(words.joined()))")
  }

  private func named(_ piece: TextTemplate.Piece) -> String {
    guard case .place(let parameter) = piece else { return value(piece) }
    switch parameter.filling {
    case .known: return encoded(piece)
    case .environment(let name), .bound(let name): return ShellText.inside("{\(name)}")
    case .asked: return "$(rung_encoded \"${\(needs.variable(for: parameter)):-}\")"
    }
  }

  private var isUpdate: Bool { plan.isUpdate && !isTeardown }

  private mutating func head() throws(UnwritableValue) {
    let way = isTeardown ? "teardown" : isUpdate ? "update of the existing stream" : "creation to playback"
    line("#!/bin/sh")
    comment("\(stream) for \(plan.provider): \(way), in \(steps.count == 1 ? "1 step" : "\(steps.count) steps").")
    comment("Written by `rung \(isUpdate ? "diff --plan" : "plan") --format curl\(isTeardown ? " --teardown" : "")`.")
    line("#")
    comment("Stops at the first failure, and goes on from there when it is run again: what is done is in the state file. What may have")
    comment("taken effect without an answer is asked for first, so that nothing is \(isTeardown ? "deleted that this plan did not create" : "created twice"). Temporary failures are tried again.")
    comment("Prints progress to standard error and the values for the encoder and the player to standard output. Secrets are not")
    comment("printed; they are in the state file, which only you can read.")
    line("#")
    comment("Options:")
    comment("  --state-dir DIR      the folder of the state file, instead of the current one")
    comment("  --done STEP[=ID]     the step took effect: go on after it, with the id of what it created")
    comment("  --again STEP         the step had no effect: send it again")
    comment("  --help               prints this")
    comment("Ends with 0 when all is done, 1 after a failure, 2 for wrong usage or another plan's state file, 3 when only you can find")
    comment("out whether a request took effect, or whether another run is under way.")
    line("#")
    comment("Needs curl (7.76 or later) and jq (1.6 or later). Reads from the environment:")
    var rows = needs.environment.map { ($0, "a credential") } + needs.asked.map { ($0.variable, $0.words) }
    let origins = needs.origins.map(\.variable).joined(separator: " or ")
    rows += needs.askedForOrigins.map { ($0.variable, "\($0.words); not needed with \(origins)") }
    rows += needs.origins.map { ($0.variable, "optional: instead of \($0.origin.text)") }
    rows += needs.optional.map { ($0, "optional: a credential, sent where it is set; with it curl 7.88 or later is needed") }
    for given in isUpdate ? plan.given : [] {
      let source = given.value == nil ? "if it is not in the state file" : "instead of the one in the answer"
      rows.append((needs.variable(named: given.name), "optional: \(VisibleText.of(given.title)), \(source)"))
    }
    rows.append(("RUNG_STATE", "optional: the state file, instead of \(stateFile)"))
    if steps.contains(where: { $0.condition != nil }) {
      rows.append(("RUNG_WITH", "optional: the names of conditional steps to send, or `all`"))
    }
    if !isTeardown, steps.contains(where: { $0.wait?.isForMedia == true }) {
      rows.append(("RUNG_WAIT", "optional: no, false, off or 0 to end without waiting for an encoder or a source; yes, true, on or 1 to wait, the default"))
    }
    rows += [
      ("RUNG_INTERVAL", "optional: seconds between two requests of a wait, or two tries"),
      ("RUNG_TIMEOUT", "optional: whole seconds after which a wait fails"),
      ("RUNG_RETRIES", "optional: how often to try again after a temporary failure, 5 by default"),
    ]
    let width = rows.map(\.0.utf8.count).max() ?? 0
    for (name, words) in rows { comment("  \(name.padded(to: width))  \(words)") }
    line("set -eu")
    line("umask 077")
    line("")
    line("rung_state=${RUNG_STATE:-\(ShellText.quoted(stateFile))}")
    line("rung_provider=\(ShellText.quoted(plan.provider.rawValue))")
    line("rung_stream=\(ShellText.quoted(VisibleText.of(stream)))")
    line("rung_state_name=\(ShellText.quoted(stateFile))")
    line("rung_plan=\(isTeardown ? "''" : try PlanDigest.of(plan.steps))")
    let known = isTeardown ? Set(plan.teardown.compactMap(\.about)) : Set(plan.steps.map(\.id))
    let named = isTeardown && plan.isUpdate ? plan.teardown.compactMap(\.about) : plan.steps.map(\.id)
    line("rung_steps=\(ShellText.quoted(named.filter(known.contains).map(\.rawValue).joined(separator: " ")))")
    if isTeardown { line("rung_names=\(ShellText.quoted(made.map { "\($0.step.id)=\($0.name)" }.joined(separator: " ")))") }
    let secrets = needs.environment + needs.optional + plan.given.filter(\.isSecret).map { "rung_bound_\($0.name)" } + bindings.values.filter(\.isSecret).map { "rung_bound_\($0.name)" }.sorted()
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
    if isTeardown, let made = made.first(where: { $0.step.id == step.about }), plan.teardown.first(where: { $0.about == step.about })?.id == step.id {
      try settle(made)
    }
    let recalled = isTeardown ? plan.lasting.filter { name in step.needs.contains(name) } : []
    let about = isTeardown ? step.about.map { " \($0)" } ?? "" : ""
    let has = about.isEmpty ? nil : (["rung_has \(step.id)\(about)"] + recalled).joined(separator: " ")
    let left = about.isEmpty ? "" : " \(step.id)"
    let wanted = step.condition.map { "rung_wanted \(step.id) \(ShellText.quoted(VisibleText.of($0)))\(left)" }
    let conditions = [has, wanted].compactMap { $0 }
    if conditions.isEmpty {
      try send(step)
    } else {
      try block("if \(conditions.joined(separator: " && ")); then", "fi") { writer throws(UnwritableValue) in try writer.send(step) }
    }
  }

  private mutating func settle(_ made: (step: RequestStep, lookup: Lookup, name: String)) throws(UnwritableValue) {
    guard let addition = made.lookup.addition else { return }
    line("rung_step=\(made.step.id)")
    try function("rung_ask", made.lookup.request)
    line("rung_settle \(words(of: addition, made.name, "id"))")
  }

  private mutating func send(_ step: RequestStep) throws(UnwritableValue) {
    line("rung_begin \(step.id) \(ShellText.quoted(VisibleText.of(step.title)))")
    let isKept = !isTeardown && !step.isForOneRun
    try block("if rung_due; then", "fi", unless: !isKept) { writer throws(UnwritableValue) in
      try writer.deliver(step)
      if isKept { writer.line("rung_done \(step.id)") }
      if writer.isUpdate, !step.undoes.isEmpty { writer.undone(step) }
    }
    give(step, .encoder)
    byHand(step, .after)
    if let wait = step.wait {
      let media = wait.isForMedia ? " media" : ""
      let conditions = [step.tolerated.contains(where: \.skipsWait) ? "[ \"$rung_outcome\" != skip ]" : nil, isTeardown ? nil : "rung_waits\(media)"].compactMap { $0 }
      try block("if \(conditions.joined(separator: " && ")); then", "fi", unless: conditions.isEmpty) { writer throws(UnwritableValue) in
        try writer.write(wait)
        for binding in wait.reads { writer.keep(binding) }
        if !writer.isTeardown { writer.line("rung_waited") }
      }
    }
    if isTeardown, !step.undoes.isEmpty { undone(step) }
    give(step, .player)
  }

  private mutating func undone(_ step: RequestStep) { line((["rung_undone"] + step.undoes.map(\.rawValue)).joined(separator: " ")) }

  /// The request, until it is known to have taken effect.
  private mutating func deliver(_ step: RequestStep) throws(UnwritableValue) {
    byHand(step, .before)
    try function("rung_send", step.request)
    line("rung_tolerated=\(step.tolerated.isEmpty ? "" : "' \(step.tolerated.map { String($0.status) }.joined(separator: " ")) '")")
    switch step.resending {
    case .harmless: line("rung_repeat rung_send")
    case .asked(let lookup): try once(step, lookup)
    case .byHand(let words): line("rung_by_hand \(ShellText.quoted(VisibleText.of(words)))")
    case nil: line("rung_by_hand 'whether it took effect'")
    }
    block("case $rung_status in", "esac") { writer in
      writer.line("2??) rung_outcome=done ;;")
      for tolerated in step.tolerated {
        let outcome = tolerated.skipsWait ? "skip" : "fine"
        let words = ShellText.quoted("   \(tolerated.status): \(VisibleText.of(tolerated.meaning))")
        writer.line("\(tolerated.status)) rung_outcome=\(outcome); rung_say \(words) ;;")
      }
      writer.line("*) rung_refused ;;")
    }
    block("if [ \"$rung_outcome\" = done ]; then", "fi", unless: step.tolerated.isEmpty || step.reads.isEmpty) { writer in
      for binding in step.reads { writer.keep(binding) }
    }
  }

  private mutating func once(_ step: RequestStep, _ lookup: Lookup) throws(UnwritableValue) {
    try function("rung_ask", lookup.request)
    switch lookup.sign {
    case .exists: line("rung_once exists")
    case .state(let pointer, let states, let orGone):
      line((["rung_once state", ShellText.quoted(pointer), orGone ? "gone" : "kept"] + states.map(ShellText.quoted)).joined(separator: " "))
    case .added(let addition):
      if let answer = addition.answer { try function("rung_fetch", answer) }
      line("rung_once \(words(of: addition, step.reads.first?.name ?? "-", addition.answer == nil ? "element\(addition.member.map { "/\($0)" } ?? "")" : "fetch"))")
    }
  }

  private func words(of addition: Lookup.Addition, _ name: String, _ mode: String) -> String {
    let pairs = addition.matching.map { "[\(quoted($0.element)),\(quoted($0.body))]" }.joined(separator: ",")
    let rest = [addition.list, addition.id, "[\(pairs)]", addition.isNewestFirst ? "newest" : "any", addition.more ?? "", mode]
    return (["added", name] + rest.map(ShellText.quoted)).joined(separator: " ")
  }

  private mutating func function(_ name: String, _ request: PlannedRequest) throws(UnwritableValue) {
    try block("\(name)() {", "}") { writer throws(UnwritableValue) in try writer.write(request) }
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
    let how = [binding.isSecret ? "secret" : "shown", binding.isOptional ? "optional" : nil, !isTeardown && saved.contains(binding.name) ? "saved" : nil]
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
      writer.line("rung_look \(ShellText.quoted(wait.pointer))\(wait.untilGone ? " gone" : wait.untilThere ? " absent" : "")")
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

  private mutating func write(_ header: RequestHeader) {
    func text(_ template: TextTemplate?) -> String { template.map { $0.pieces.map(value).joined() } ?? "" }
    guard let scheme = header.scheme else {
      let variables = header.isOptional ? header.variables.map { "[ -z \"${\($0):-}\" ] || " } : []
      return line("\(variables.joined())rung_header \"\(ShellText.inside(header.name)): \(text(header.template))\"")
    }
    if scheme.kind == .awsSignature { line("rung_config aws-sigv4 \"aws:amz:\(text(scheme.region)):\(scheme.service ?? "")\"") }
    line("rung_config user \"\(text(scheme.user)):\(text(scheme.password))\"")
  }

  private mutating func write(_ request: PlannedRequest) throws(UnwritableValue) {
    let base = needs.variable(for: request.url).map { "$rung_\($0.lowercased())" } ?? ""
    line("rung_request \(request.method) \"\(base)\(request.url.path.pieces.map(encoded).joined())\"")
    for header in request.headers { write(header) }
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

  /// Indents what is written between the two lines, and writes it alone where it always applies.
  private mutating func block<Fault: Error>(
    _ first: String, _ last: String, unless isAlwaysSo: Bool = false, _ write: (inout ScriptWriter) throws(Fault) -> Void
  ) throws(Fault) {
    if isAlwaysSo { return try write(&self) }
    line(first)
    depth += 1
    try write(&self)
    depth -= 1
    line(last)
  }

  private mutating func comment(_ words: String) { line(ShellText.comment(words)) }
}
