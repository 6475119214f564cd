package import RungProviders
package import RungReading
internal import RungSource

/// A plan as a file of named requests (`.http`), to be sent one by one from an editor: what the REST Client of VS Code
/// reads. Later requests use values from answers by name.
package enum PlanHTTP {
  package static func text(_ plan: RequestPlan, stream: String?, teardown: Bool) throws(UnwritableValue) -> String {
    var writer = HTTPWriter(plan, stream: stream ?? "a stream without a name", isTeardown: teardown)
    return try writer.file()
  }
}

private struct HTTPWriter {
  let plan: RequestPlan
  let stream: String
  let isTeardown: Bool
  let steps: [RequestStep]
  let needs: PlanNeeds
  var text = ""

  init(_ plan: RequestPlan, stream: String, isTeardown: Bool) {
    self.plan = plan
    self.stream = stream
    self.isTeardown = isTeardown
    steps = isTeardown ? plan.teardown : plan.steps
    needs = PlanNeeds(steps, of: plan)
  }

  private var way: String {
    isTeardown ? "teardown" : plan.isUpdate ? "update of the existing stream" : "creation to playback"
  }

  mutating func file() throws(UnwritableValue) -> String {
    comment("\(stream) for \(plan.provider): \(way). Send the requests in this order.")
    comment("Written by `rung \(plan.isUpdate && !isTeardown ? "diff --plan" : "plan") --format http\(isTeardown ? " --teardown" : "")`, for the REST Client of VS Code.")
    if !needs.environment.isEmpty { comment("Reads from the environment: \(needs.environment.joined(separator: ", ")).") }
    if !needs.optional.isEmpty { comment("And where they are set: \(needs.optional.joined(separator: ", ")).") }
    line("")
    // A variable is set before it is used.
    for asked in needs.askedForOrigins + needs.asked {
      comment("\(asked.words):")
      line("@\(asked.variable) =")
    }
    for (origin, variable) in needs.origins { line("@\(variable) = \(line(origin.pieces, encoded: false))") }
    for given in isTeardown ? [] : plan.given {
      comment("\(given.title):")
      let value = given.isSecret ? "" : given.value?.value ?? ""
      // The variable is used in URLs and in JSON unchanged.
      let isPlain = URLTemplate.encoded(value) == value
      if !isPlain { comment("The value in the answer cannot be used in both a URL and a body: \(value)") }
      line("@\(given.name) =\(isPlain && !value.isEmpty ? " \(value)" : "")")
    }
    for name in isTeardown ? plan.lasting : [] {
      comment("From the answers of the creation requests:")
      line("@\(name) =")
    }
    for (index, step) in steps.enumerated() { try write(step, index + 1) }
    return text
  }

  private mutating func write(_ step: RequestStep, _ number: Int) throws(UnwritableValue) {
    line("")
    line("### \(number). \(HTTPText.words(step.title))")
    if let condition = step.condition { comment("Only if \(condition).") }
    for task in step.manual where task.moment == .before { comment("Manual step before it: \(task.text)") }
    for tolerated in step.tolerated { comment("\(tolerated.status) is not an error: \(tolerated.meaning).") }
    if let billing = step.billing { comment("Billing \(billing.change.rawValue): \(billing.subject)\(billing.detail.map { ", \($0)" } ?? "").") }
    for consequence in step.irreversible { comment("Cannot be undone: \(consequence)") }
    for remark in step.remarks { comment(remark) }
    let name = identifier(step.id.rawValue)
    line("# @name \(name)")
    try write(step.request)
    bind(step.reads, of: name)
    tell(step, .encoder)
    for task in step.manual where task.moment == .after { comment("Manual step: \(task.text)") }
    if let wait = step.wait {
      line("")
      var goals = wait.untilGone ? ["the answer is 404"] : []
      if !wait.until.isEmpty { goals.append("\(wait.pointer) is \(wait.until.joined(separator: " or "))") }
      line("### \(number). Repeat until \(goals.joined(separator: " or "))")
      if wait.untilThere { comment("404 says that it is not there yet.") }
      if !wait.failing.isEmpty { comment("Fails at \(wait.failing.joined(separator: " or ")).") }
      line("# @name \(name)_wait")
      try write(wait.request)
      bind(wait.reads, of: "\(name)_wait")
    }
    tell(step, .player)
  }

  private mutating func write(_ request: PlannedRequest) throws(UnwritableValue) {
    let base = needs.variable(for: request.url).map { "{{\($0)}}" } ?? ""
    line("\(request.method) \(base)\(line(request.url.path.pieces, encoded: true))")
    for header in request.headers {
      // The client signs with the token that stands in the header of the credentials, where it may be empty.
      if !header.isOptional { line("\(header.name): \(value(header, beside: request.headers.filter(\.isOptional)))") }
    }
    guard let body = request.node else { return }
    let json = try JSONWriter.text(filled(body, request.fills))
    line("")
    // Two braces in the author's text are not a variable; variables are marked.
    line(HTTPText.json(json).replacingExactly(#"\u0000("#, with: "{{").replacingExactly(#"\u0000)"#, with: "}}"))
  }

  /// The client makes the value of the credentials: `Basic USER:PASSWORD`, `AWS KEY SECRET token:… region:… service:…`.
  private func value(_ header: RequestHeader, beside others: [RequestHeader]) -> String {
    func text(_ template: TextTemplate?) -> String { template.map { line($0.pieces, encoded: false) } ?? "" }
    guard let scheme = header.scheme else { return text(header.template) }
    switch scheme.kind {
    case .basic: return "Basic \(text(scheme.user)):\(text(scheme.password))"
    case .awsSignature:
      let token = others.first.map { " token:\(text($0.template))" } ?? ""
      return "AWS \(text(scheme.user)) \(text(scheme.password))\(token) region:\(text(scheme.region)) service:\(scheme.service ?? "")"
    }
  }

  /// A variable, marked so that no text of the author looks the same.
  private func variable(_ name: String) -> String { "\u{0}(\(name)\u{0})" }

  /// The body with variables for what is known only later.
  private func filled(_ node: Node, _ fills: [BodyFill], at pointer: String = "") -> Node {
    switch node.content {
    case .map(let entries):
      return Node(
        .map(
          entries.map {
            Node.Entry(key: $0.key, value: filled($0.value, fills, at: pointer + "/" + JSONPointer.escaped($0.key.value)))
          }), at: node.place)
    case .list(let items):
      return Node(.list(items.enumerated().map { filled($1, fills, at: "\(pointer)/\($0)") }), at: node.place)
    case .scalar(let scalar):
      if let fill = fills.first(where: { $0.pointer == pointer }) { return .string(variable(fill.name), at: node.place) }
      guard scalar.type == .string else { return node }
      let text = References.parts(of: scalar.text).map { part in
        switch part {
        case .text(let text): text
        case .environment(let name): variable("$processEnv \(name)")
        }
      }.joined()
      return .string(text, at: node.place)
    }
  }

  private mutating func bind(_ bindings: [PlanBinding], of request: String) {
    guard !bindings.isEmpty else { return }
    line("")
    for binding in bindings {
      var path = "$"
      if let element = binding.element {
        path += jsonPath(element.list) + "[?(@.\(element.member)=='\(HTTPText.words(element.value).replacingExactly("'", with: ""))')]"
      }
      line("@\(binding.name) = {{\(request).response.body.\(path)\(jsonPath(binding.pointer))}}")
    }
  }

  private mutating func tell(_ step: RequestStep, _ receiver: Handover.Receiver) {
    for handover in step.handovers where handover.receiver == receiver {
      comment("To the \(receiver.rawValue): \(handover.title) = \(handover.value.text)")
    }
  }

  private func jsonPath(_ pointer: String) -> String {
    (JSONPointer.parts(of: pointer) ?? []).map { part in
      let isNumber = !part.isEmpty && part.utf8.allSatisfy { $0 &- 0x30 < 10 }
      let isWord = part.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "_") }
      return isNumber ? "[\(part)]" : isWord && !part.isEmpty ? ".\(part)" : "['\(part)']"
    }.joined()
  }

  private func line(_ pieces: [TextTemplate.Piece], encoded: Bool) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .unfilled(let name): "{\(name)}"
      case .place(let parameter):
        switch parameter.filling {
        case .known(let value): encoded ? URLTemplate.encoded(value.value) : HTTPText.words(value.value)
        case .environment(let name): "{{$processEnv \(name)}}"
        case .bound(let name): "{{\(name)}}"
        case .asked: "{{\(needs.variable(for: parameter))}}"
        }
      }
    }.joined()
  }

  private func identifier(_ name: String) -> String { name.replacing("-", with: "_") }

  private mutating func line(_ line: String) { text += line + "\n" }
  private mutating func comment(_ words: String) { line(HTTPText.comment(words)) }
}
