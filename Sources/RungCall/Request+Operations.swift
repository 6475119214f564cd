internal import Rung
internal import RungOutput
internal import RungProviders
internal import RungReading
internal import RungSource
internal import RungSpec

extension Request {
  private typealias Operation = (name: String, takes: [String], run: @Sendable (Request) throws -> Answer)

  private static let texts = ["input", "inputs", "paths"]
  private static let specs = texts + ["targets", "packs", "files"]

  /// By name: those of the commands.
  private static let operations: [Operation] = [
    ("check", specs + ["as"], { try $0.check() }),
    ("part", ["input", "inputs", "targets", "packs", "files"], { try $0.part() }),
    ("merge", ["parts"], { try $0.merged() }),
    ("compile", specs + ["request"], { try $0.compile() }),
    ("plan", specs + ["stream"], { try $0.plan() }),
    ("matrix", texts + ["targets", "files"], { try $0.matrix() }),
    ("import", texts + ["from", "targets", "name"], { try $0.imported() }),
    ("convert", texts + ["from", "targets", "settings", "name"], { try $0.converted() }),
    ("diff", ["old", "new", "targets", "files", "as"], { try $0.diff() }),
    ("inspect", texts + ["targets", "files"], { try $0.inspect() }),
    ("explain", ["rule"], { try $0.explain() }),
    ("design", ["source", "targets", "codec", "content", "max_bitrate", "rungs", "fps", "halve_low_rungs", "encoding"], { try $0.design() }),
  ]

  /// Answers the request: `{"version": 1, "findings": …, "result": …}`.
  ///
  /// - Throws: ``RequestFault`` where it asks for nothing that there is.
  package func response() throws(RequestFault) -> String {
    do {
      let answer = try answer()
      var members = ["\"version\":1"]
      if let findings = answer.findings { members.append("\"findings\":\(findings)") }
      members.append("\"result\":\(answer.result ?? "null")")
      return "{\(members.joined(separator: ","))}"
    } catch let fault as RequestFault {
      throw fault
    } catch let fault as RungError {
      throw RequestFault(message: fault.description)
    } catch {
      throw RequestFault(message: "\(error)")
    }
  }

  /// What `targets` may list.
  package static func targets(of operation: String) -> [String] {
    switch operation {
    case "matrix", "import", "convert": Providers.ids
    case "design": Providers.ids + Destinations.ids
    default: Targets.ids
    }
  }

  private func answer() throws -> Answer {
    let name = try operation()
    guard let operation = Self.operations.first(where: { $0.name == name }) else {
      throw RequestFault(message: "there is no operation `\(name)`; there are \(Self.operations.map(\.name).joined(separator: ", "))")
    }
    try refuseMembers(besides: operation.takes, of: "`\(name)`")
    return try operation.run(self)
  }

  private func check() throws -> Answer {
    if let request = try optionalText("as").map(RequestName.init) {
      try refuseMembers(besides: Self.texts + ["as"], of: "`check` with `as`")
      let texts = try bodies(of: request)
      return Answer(findings: Self.told(texts, texts.texts.map { Rung.check($0.input, as: request) }).findings)
    }
    let texts = try specTexts()
    var fleet = Fleet()
    return Answer(findings: Self.told(texts, Rung.check(texts.texts, for: try targets(), packs: try packs(), in: &fleet)).findings)
  }

  /// What is asked for, by which parts of one run are known.
  private func asked() throws -> String {
    JSONWriter.shown(.object([("targets", .array(try (targets() ?? []).map { .text($0.rawValue) })), ("packs", .array(try packs().map { .text($0.rawValue) }))]), indent: 0)
  }

  private func part() throws -> Answer {
    var fleet = Fleet(isPart: true)
    let analyses = Rung.check(try specTexts(orNone: true).texts, for: try targets(), packs: try packs(), in: &fleet)
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

  /// - Returns: no streams where nothing is sent of them, because not all are sound.
  private func compiled() throws -> (streams: [Analysis], findings: String) {
    let (texts, targets, packs) = (try specTexts(), try self.targets(), try self.packs())
    var fleet = Fleet()
    let (findings, streams) = Self.told(texts, texts.texts.map { Rung.compile($0.input, for: targets, packs: packs, loader: $0.loader, in: &fleet) })
    return (texts.unreadable.isEmpty && !streams.contains(where: \.hasErrors) ? streams : [], findings)
  }

  private func compile() throws -> Answer {
    let (streams, findings) = try compiled()
    guard !streams.isEmpty else { return Answer(findings: findings) }
    var bodies = CompiledBodies(streams)
    if let kind = try optionalText("request") { bodies = try bodies.only(RequestKindID(rawValue: kind)) }
    return Answer(findings: findings, result: bodies.isEmpty ? nil : try bodies.rendered())
  }

  private func plan() throws -> Answer {
    let (streams, findings) = try compiled()
    guard !streams.isEmpty else { return Answer(findings: findings) }
    var plans = CompiledPlans(streams)
    if let name = try optionalText("stream") { plans = try plans.only(stream: name) }
    return Answer(findings: findings, result: plans.all.isEmpty ? nil : try plans.rendered(as: .json))
  }

  private func matrix() throws -> Answer {
    let (texts, targets) = (try specTexts(), try self.targets())
    let results = texts.texts.map { Rung.matrix($0.input, for: targets, loader: $0.loader) }
    return Answer(
      findings: Self.told(texts, results.map(\.analysis)).findings, result: Matrix(tables: results.flatMap(\.tables)).rendered(as: .json))
  }

  private func imported() throws -> Answer {
    let from = try RequestName(text("from"))
    let inputs = try wholeBodies(of: from)
    let imported = importBodies(inputs, from: from, options: ImportOptions(name: try optionalText("name"), targets: try targets() ?? []))
    return Answer(findings: Self.findings([(imported.analysis, inputs.count)]), result: imported.text.map(JSONWriter.quoted))
  }

  private func converted() throws -> Answer {
    let from = try RequestName(text("from"))
    let inputs = try wholeBodies(of: from)
    let settings = try optionalText("settings").map { SourceInput(name: "<settings>", text: $0, format: .yaml) }
    guard let target = try targets(), target.count == 1 else { throw RequestFault(message: "`targets` lists one provider for `convert`") }
    let made = convert(inputs, from: from, to: target[0], settings: settings, name: try optionalText("name"))
    let findings = Self.findings([(made.analysis, inputs.count)])
    // While a decision is open, nothing is made.
    guard made.decisions.isEmpty, made.unreadable.isEmpty, !made.analysis.bodies.isEmpty else { return Answer(findings: findings) }
    return Answer(findings: findings, result: try made.analysis.bodies.rendered())
  }

  private func diff() throws -> Answer {
    let loader = try ownLoader()
    let request = try optionalText("as").map(RequestName.init)
    let (old, new) = (try input(member("old"), "old"), try input(member("new"), "new"))
    let result = Rung.diff(DiffInput(old, loader: loader, as: request), DiffInput(new, loader: loader), for: try targets())
    return Answer(findings: Self.findings([(result.old, 1), (result.new, 1)]), result: result.rendered(as: .json))
  }

  private func inspect() throws -> Answer {
    let (texts, targets) = (try specTexts().texts, try self.targets())
    guard texts.count == 1, targets?.count ?? 0 <= 1 else { throw RequestFault(message: "`inspect` takes one input, and at most one of `targets`") }
    let result = Rung.inspect(texts[0].input, for: targets?.first, loader: texts[0].loader)
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

  private func design() throws -> Answer {
    let targets = try targets() ?? []
    let words = DesignWords(source: try text("source"), maxBitrate: try optionalText("max_bitrate"), fps: try optionalText("fps"))
    var request: LadderRequest
    do throws(DesignWords.Fault) {
      request = try words.request(for: targets, (source: "`source`", maxBitrate: "`max_bitrate`", fps: "`fps`"))
    } catch {
      throw RequestFault(message: error.message)
    }
    request.codec = try choice("codec") ?? request.codec
    request.content = try choice("content") ?? request.content
    request.rungs = try optionalNumber("rungs")
    if let rungs = request.rungs, rungs < 1 { throw RequestFault(message: "`rungs` is \(rungs); a ladder has at least one rendition") }
    request.halvesLowRungs = try optionalFlag("halve_low_rungs")
    request.encoding = try choice("encoding")
    let outcome = DesignOutcome(request)
    // Tests check this over thousands of requests; for any other request the findings are shown.
    let judged = outcome.design.map { Rung.check(SourceInput(name: "designed.yaml", text: $0.spec, format: .yaml), for: $0.targets) }
    return Answer(findings: Self.findings(judged.map { [($0, 1)] } ?? []), result: outcome.json)
  }

  // MARK: Findings

  /// What is found in texts, as `rung check --format json` prints it, and the analyses of streams among them.
  private static func told(_ texts: CallTexts, _ analyses: [Analysis]) -> (findings: String, streams: [Analysis]) {
    var document = FindingsDocument(as: .json)
    var (text, streams) = ("", [Analysis]())
    for (path, reason) in texts.unreadable { document.add(unreadable: path, reason: reason) }
    let held = texts.settle?(analyses) ?? []
    let last = Set(held.map(\.index))
    for (index, analysis) in analyses.enumerated() where !last.contains(index) {
      text += document.add(analysis)
      if !analysis.isBase { streams.append(analysis) }
    }
    for (index, role) in held {
      switch role {
      case .stream:
        text += document.add(analyses[index])
        streams.append(analyses[index])
      case .base: document.addText()
      case .baseOf(let stream, let found): text += document.add(stream, only: found)
      }
    }
    for _ in 0..<texts.configurations { document.addText() }
    document.addPassedOver(texts.passedOver)
    return (text + document.rest, streams)
  }

  /// A document of `diagnostics.v1`, as `rung check --format json` prints it.
  private static func findings(_ analyses: [(analysis: Analysis, texts: Int)]) -> String {
    var document = FindingsDocument(as: .json)
    var text = ""
    for (analysis, texts) in analyses { text += document.add(analysis, texts: texts) }
    return text + document.rest
  }
}
