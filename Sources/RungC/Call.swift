internal import Rung
internal import RungOutput
internal import RungProviders
internal import RungReading
internal import RungSource
internal import RungSpec

/// One request, answered.
enum Call {
  /// The response: `{"version": 1, "findings": …, "result": …}`, or `{"version": 1, "error": "…"}` for a request that asks for
  /// nothing that there is. `findings` is a document of `diagnostics.v1`; `result` is what the command prints, null when it prints nothing.
  static func response(to bytes: [UInt8]) -> String {
    do {
      let request = try Request(bytes)
      let answer = try request.answer()
      var members = ["\"version\":1"]
      if let findings = answer.findings { members.append("\"findings\":\(findings)") }
      members.append("\"result\":\(answer.result ?? "null")")
      return "{\(members.joined(separator: ","))}"
    } catch let fault as RequestFault {
      return error(fault.message)
    } catch let fault as RungError {
      return error(fault.description)
    } catch {
      return Self.error("\(error)")
    }
  }

  private static func error(_ message: String) -> String { "{\"version\":1,\"error\":\(JSONWriter.quoted(message))}" }
}

extension Request {
  private typealias Operation = (name: String, takes: [String], run: @Sendable (Request) throws -> Answer)

  private static let inputs = ["input", "inputs"]

  /// By name: those of the commands.
  private static let operations: [Operation] = [
    ("check", inputs + ["targets", "packs", "files", "as"], { try $0.check() }),
    ("part", inputs + ["targets", "packs", "files"], { try $0.part() }),
    ("merge", ["parts"], { try $0.merged() }),
    ("compile", inputs + ["targets", "packs", "files", "request"], { try $0.compile() }),
    ("plan", inputs + ["targets", "packs", "files", "stream"], { try $0.plan() }),
    ("matrix", inputs + ["targets", "files"], { try $0.matrix() }),
    ("import", inputs + ["from", "targets", "name"], { try $0.imported() }),
    ("convert", inputs + ["from", "targets", "settings", "name"], { try $0.converted() }),
    ("diff", ["old", "new", "targets", "files", "as"], { try $0.diff() }),
    ("inspect", inputs + ["targets", "files"], { try $0.inspect() }),
    ("explain", ["rule"], { try $0.explain() }),
  ]

  func answer() throws -> Answer {
    let name = try text("operation")
    guard let operation = Self.operations.first(where: { $0.name == name }) else {
      throw RequestFault(message: "there is no operation `\(name)`; there are \(Self.operations.map(\.name).joined(separator: ", "))")
    }
    try refuseMembers(besides: operation.takes, of: "`\(name)`")
    return try operation.run(self)
  }

  private func check() throws -> Answer {
    let (inputs, loader) = (try self.inputs(), try self.loader())
    if let request = try optionalText("as").map(RequestName.init) {
      try refuseMembers(besides: Self.inputs + ["as"], of: "`check` with `as`")
      return Answer(findings: Self.findings(inputs.map { (Rung.check($0, as: request), 1) }))
    }
    var fleet = Fleet()
    let analyses = Rung.check(inputs.map { ($0, loader) }, for: try targets(), packs: try packs(), in: &fleet)
    return Answer(findings: Self.findings(analyses.map { ($0, 1) }))
  }

  /// What is asked for, by which parts of one run are known.
  private func asked() throws -> String {
    JSONWriter.shown(.object([("targets", .array(try (targets() ?? []).map { .text($0.rawValue) })), ("packs", .array(try packs().map { .text($0.rawValue) }))]), indent: 0)
  }

  private func part() throws -> Answer {
    let (inputs, loader) = (try self.inputs(orNone: true), try self.loader())
    var fleet = Fleet(isPart: true)
    let analyses = Rung.check(inputs.map { ($0, loader) }, for: try targets(), packs: try packs(), in: &fleet)
    let members = ["\"made_by\":\(JSONWriter.quoted(rungVersion))", "\"asked\":\(JSONWriter.quoted(try asked()))", "\"texts\":[\(analyses.map(\.written).joined(separator: ","))]"]
    return Answer(result: "{\(members.joined(separator: ","))}")
  }

  private func merged() throws -> Answer {
    var (merge, document) = (PartsMerge(), FindingsDocument(as: .json))
    var text = ""
    var asked: String?
    var known: Set<Int> = []
    do throws(PartFault) {
      for part in try request.list("parts") {
        let maker = try part.text("made_by")
        guard maker == rungVersion else { throw PartFault("was made by Rung \(maker), and this is \(rungVersion)") }
        let own = try part.text("asked")
        guard asked ?? own == own else { throw PartFault("was asked for \(own), and one before for \(asked ?? "")") }
        asked = own
        let items = try part.list("texts")
        // Any number may have no text.
        guard items.isEmpty || known.insert(JSONWriter.shown(part.node, indent: 0).hashValue).inserted else { throw PartFault("is there twice; list it once") }
        for item in items { text += document.add(try merge.analysis(of: item) { _, _ throws(PartFault) in nil }) }
      }
    } catch {
      throw RequestFault(message: "a part \(error.message)")
    }
    guard !known.isEmpty else { throw RequestFault(message: "`parts` holds no text: nothing was checked") }
    return Answer(findings: text + document.rest)
  }

  private func compiled() throws -> (analyses: [Analysis], findings: String) {
    let (loader, targets, packs) = (try self.loader(), try self.targets(), try self.packs())
    var fleet = Fleet()
    let analyses = try inputs().map { Rung.compile($0, for: targets, packs: packs, loader: loader, in: &fleet) }
    return (analyses, Self.findings(analyses.map { ($0, 1) }))
  }

  private func compile() throws -> Answer {
    let (analyses, findings) = try compiled()
    // Nothing is sent of a fleet that is not sound.
    guard !analyses.contains(where: \.hasErrors) else { return Answer(findings: findings) }
    var bodies = CompiledBodies(analyses)
    if let kind = try optionalText("request") { bodies = try bodies.only(RequestKindID(rawValue: kind)) }
    return Answer(findings: findings, result: bodies.isEmpty ? nil : try bodies.rendered())
  }

  private func plan() throws -> Answer {
    let (analyses, findings) = try compiled()
    guard !analyses.contains(where: \.hasErrors) else { return Answer(findings: findings) }
    var plans = CompiledPlans(analyses)
    if let name = try optionalText("stream") { plans = try plans.only(stream: name) }
    return Answer(findings: findings, result: plans.all.isEmpty ? nil : try plans.rendered(as: .json))
  }

  private func matrix() throws -> Answer {
    let (loader, targets) = (try self.loader(), try self.targets())
    let results = try inputs().map { Rung.matrix($0, for: targets, loader: loader) }
    return Answer(
      findings: Self.findings(results.map { ($0.analysis, 1) }), result: Matrix(tables: results.flatMap(\.tables)).rendered(as: .json))
  }

  private func imported() throws -> Answer {
    let inputs = try self.inputs()
    let imported = importBodies(inputs, from: try RequestName(text("from")), options: ImportOptions(name: try optionalText("name"), targets: try targets() ?? []))
    return Answer(findings: Self.findings([(imported.analysis, inputs.count)]), result: imported.text.map(JSONWriter.quoted))
  }

  private func converted() throws -> Answer {
    let inputs = try self.inputs()
    let settings = try optionalText("settings").map { SourceInput(name: "<settings>", text: $0, format: .yaml) }
    guard let target = try targets(), target.count == 1 else { throw RequestFault(message: "`targets` lists one provider for `convert`") }
    let made = convert(inputs, from: try RequestName(text("from")), to: target[0], settings: settings, name: try optionalText("name"))
    let findings = Self.findings([(made.analysis, inputs.count)])
    // While a decision is open, nothing is made.
    guard made.decisions.isEmpty, made.unreadable.isEmpty, !made.analysis.bodies.isEmpty else { return Answer(findings: findings) }
    return Answer(findings: findings, result: try made.analysis.bodies.rendered())
  }

  private func diff() throws -> Answer {
    let loader = try self.loader()
    let request = try optionalText("as").map(RequestName.init)
    let (old, new) = (try input(member("old"), "old"), try input(member("new"), "new"))
    let result = Rung.diff(DiffInput(old, loader: loader, as: request), DiffInput(new, loader: loader), for: try targets())
    return Answer(findings: Self.findings([(result.old, 1), (result.new, 1)]), result: result.rendered(as: .json))
  }

  private func inspect() throws -> Answer {
    let (inputs, targets) = (try self.inputs(), try self.targets())
    guard inputs.count == 1, targets?.count ?? 0 <= 1 else { throw RequestFault(message: "`inspect` takes one input, and at most one of `targets`") }
    let result = Rung.inspect(inputs[0], for: targets?.first, loader: try loader())
    return Answer(findings: Self.findings([(result.analysis, 1)]), result: result.rendered(as: .json))
  }

  private func explain() throws -> Answer {
    let id = try text("rule")
    let shared = id.firstIndex(of: "/").map { (provider: id[..<$0], name: id[id.index(after: $0)...]) }
    let rule = allRules.first { $0.id.rawValue == id }
      ?? allRules.first { rule in rule.family == nil && shared.map { $0.name == rule.name && allTargets.map(\.id.rawValue).contains(String($0.provider)) } ?? false }
    guard let rule else { throw RequestFault(message: "there is no rule `\(id)`\(Similarity.nearest(to: id, among: allRules.map(\.id.rawValue)).question.map { "; \($0)" } ?? "")") }
    let adopted = allPacks.flatMap { pack in pack.adopted.map { (id: $0.rule.id, pack: pack.name, severity: $0.severity, citation: $0.citation) } }
    return Answer(result: RulesJSON.text([rule], adopted))
  }

  /// A document of `diagnostics.v1`, as `rung check --format json` prints it.
  private static func findings(_ analyses: [(analysis: Analysis, texts: Int)]) -> String {
    var document = FindingsDocument(as: .json)
    var text = ""
    for (analysis, texts) in analyses { text += document.add(analysis, texts: texts) }
    return text + document.rest
  }
}
