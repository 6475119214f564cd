import Foundation
import Rung
import RungProviders
import RungReading
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// Bodies beside what the SDK of their provider says of them: `judges/<id>_judge.py` reads requests and answers with faults, and explains where it
/// and Rung differ. A difference without an explanation fails, and so does an explanation of nothing.
@Suite struct ProviderJudgeTests {
  /// A body, and what Rung says of it.
  private struct Case {
    let name: String
    let request: String
    let body: String
    /// Ids of the errors that Rung finds.
    let errors: Set<String>
  }

  /// What a judge answers to `--explanations`.
  private struct Explanations: Decodable {
    struct Lenience: Decodable {
      let path: String
      let why: String
    }

    /// Why the judge takes what Rung refuses, by the id of the rule.
    let rung: [String: String]
    /// Why Rung takes what the judge refuses, by a pattern of `request:path`.
    let judge: [Lenience]
  }

  private struct Answer: Decodable {
    struct Fault: Decodable {
      let path: String
      let text: String
    }

    let faults: [Fault]
  }

  @Test("an SDK and Rung refuse the same bodies, or it is explained", arguments: Judge.sdks.filter { Judge.present($0.judge) }.map(\.provider))
  func alike(_ id: String) throws {
    let provider = try #require(Providers.named(id), "\(Judge.sdkFolder)/\(id)_judge.py is of no provider")
    let made = try Self.goldens(provider) + Self.generated(provider)
    #expect(made.count >= Depth.times(500, quick: 20), "only \(made.count) bodies of specs")
    let mutated = try Self.mutated(provider, made)
    let cases = try made + mutated + Self.examples(provider)
    let refused = mutated.count { !$0.errors.isEmpty }
    #expect(refused > mutated.count / 10 && refused < mutated.count, "Rung refuses \(refused) of \(mutated.count) bodies")

    let judge = "'\(Judge.python)' \(Judge.sdkFolder)/\(id)_judge.py"
    let explained = Repository.shell("\(judge) --explanations")
    let explanations = try JSONDecoder().decode(Explanations.self, from: Data(explained.output.utf8))
    #expect(explanations.rung.values.allSatisfy { $0.count > 10 } && explanations.judge.allSatisfy { $0.why.count > 10 })
    let patterns = try explanations.judge.map { try Regex($0.path) }

    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -r '\(folder)'") }
    try #require(Repository.write(cases.map { "{\"request\": \"\($0.request)\", \"body\": \($0.body)}\n" }.joined(), to: "\(folder)/bodies"))
    let run = Repository.shell("\(judge) < '\(folder)/bodies'")
    try #require(run.status == 0, "\(run.output.suffix(2000))")
    let answers = try run.output.split(separator: "\n").map { try JSONDecoder().decode(Answer.self, from: Data($0.utf8)) }
    try #require(answers.count == cases.count)

    var used: Set<String> = []
    // Each kind once, with the first body that shows it.
    var unexplained: [String: (count: Int, example: String)] = [:]
    func differ(_ words: String, _ one: Case) { unexplained[words] = ((unexplained[words]?.count ?? 0) + 1, unexplained[words]?.example ?? "\(one.name): \(one.body)") }
    var (agreed, differed) = (0, 0)
    for (one, answer) in zip(cases, answers) {
      used.formUnion(one.errors.filter { explanations.rung[$0] != nil }.map { "rung \($0)" })
      guard one.errors.isEmpty != answer.faults.isEmpty else {
        agreed += 1
        continue
      }
      differed += 1
      if one.errors.isEmpty {
        for fault in answer.faults {
          let place = "\(one.request):\(fault.path)"
          let index = patterns.firstIndex { place.firstMatch(of: $0) != nil }
          if let index { used.insert("judge \(explanations.judge[index].path)") }
          if index == nil { differ("the judge refuses \(place), \(fault.text), and Rung does not", one) }
        }
      } else {
        let others = one.errors.filter { explanations.rung[$0] == nil }
        if !others.isEmpty { differ("Rung says \(others.sorted()), and the judge takes it", one) }
      }
    }
    for (words, found) in unexplained { Issue.record("\(found.count) times: \(words)\n\(found.example)") }
    // Every kind of answer occurred, so that a judge that takes or refuses everything does not pass.
    #expect(agreed > differed && answers.contains { !$0.faults.isEmpty } && answers.contains { $0.faults.isEmpty })
    guard Depth.isFull else { return }
    let all = explanations.rung.keys.map { "rung \($0)" } + explanations.judge.map { "judge \($0.path)" }
    let idle = all.filter { !used.contains($0) }
    #expect(idle.isEmpty, "\(id)_judge.py explains what does not occur: \(idle.sorted())")
  }

  // MARK: Bodies of specs

  /// The bodies of every golden and of what `Lossless` has for the provider.
  private static func goldens(_ provider: any Provider.Type) throws -> [Case] {
    try GoldenCase.all.flatMap { golden in
      try golden.specs.flatMap { spec -> [Case] in
        let analysis = golden.compiled(spec)
        return analysis.hasErrors ? [] : try bodies(of: analysis, provider, "\(golden)/\(spec)")
      }
    }
  }

  private static func bodies(of analysis: Analysis, _ provider: any Provider.Type, _ name: String) throws -> [Case] {
    var cases: [Case] = []
    for plan in analysis.streams.flatMap(\.plans) where plan.provider.rawValue == provider.id {
      for step in plan.steps + plan.teardown {
        guard let body = step.node, let kind = step.bodyKind else { continue }
        cases.append(Case(name: name, request: kind.rawValue, body: try JSONWriter.text(body, indent: 0), errors: []))
      }
    }
    return cases
  }

  /// Specs of sections that stand in goldens, put together anew: some of the provider's own, some of others'.
  private static func generated(_ provider: any Provider.Type) throws -> [Case] {
    let files = GoldenCase.all.flatMap { golden in golden.specs.map { "\(golden.folder)/\($0)" } } + Repository.files(below: "Tests/Lossless", ending: ".yaml")
    let trees = files.compactMap { Repository.text($0).flatMap(Disguise.tree) }.filter { $0["extends"] == nil && $0.isMapping }
    let own = trees.filter { $0["targets"]?[provider.id]?.isMapping == true }
    let options = own.compactMap { $0["targets"]?[provider.id] }
    func sections(_ key: String, of trees: [Node]) -> [Node] { trees.compactMap { $0[key] } }
    let keys = Set(trees.flatMap { $0.entries.map(\.key.value) }).subtracting(["rung", "targets", "extends", "name"]).sorted()
    var random = SplitMix(seed: 0x5DC)
    var cases: [Case] = []
    let wanted = Depth.times(500, quick: 20)
    for number in 0..<wanted * 40 where cases.count < wanted {
      var members = ["\"rung\": 1", "\"name\": \"stream \(number)\""]
      for key in keys where random.chance(45) {
        let choices = random.chance(80) ? sections(key, of: own) : sections(key, of: trees)
        if !choices.isEmpty { members.append("\"\(key)\": \(random.pick(choices).compact)") }
      }
      // Keys of the options are left out one by one, but for what no stream does without.
      let target = random.pick(options)
      let kept = target.entries.filter { _ in random.chance(75) }
      let limitless = kept.filter { !["limits", "extra", "accepts", "overrides"].contains($0.key.value) }
      members.append("\"targets\": {\"\(provider.id)\": \(Node(.map(limitless), at: target.place).compact)}")
      let analysis = compile(SourceInput(name: "spec.json", text: "{\(members.joined(separator: ", "))}"))
      if !analysis.hasErrors { cases += try bodies(of: analysis, provider, "generated \(number)") }
    }
    return cases
  }

  /// The bodies that the provider's rules show as wrong, so that each rule has one.
  private static func examples(_ provider: any Provider.Type) throws -> [Case] {
    try provider.bodyRules.flatMap { rule in
      try rule.info.bad.compactMap { example -> Case? in
        let text = example.text.filter { $0 != "⟦" && $0 != "⟧" }
        guard example.use == .checked, let request = example.request, let tree = Disguise.tree(text), let line = try? JSONWriter.text(tree, indent: 0) else { return nil }
        let name = try RequestName.parse(request).get()
        guard let kind = name.request?.rawValue else { return nil }
        let errors = check(SourceInput(name: "body.json", text: line), as: name).diagnostics.filter { $0.severity == .error }
        return Case(name: "example of \(rule.info.id)", request: kind, body: line, errors: Set(errors.map(\.id.rawValue)))
      }
    }
  }

  // MARK: Bodies that are mutated

  private static func mutated(_ provider: any Provider.Type, _ made: [Case]) throws -> [Case] {
    var random = SplitMix(seed: 0xB0D1)
    let fixtures = BodyFixture.requests.filter { $0.provider == provider.id }.map { ($0.kind, $0.text) }
    var cases: [Case] = []
    let kinds = provider.requests.filter { $0.schema != nil }
    for request in kinds {
      let name = try RequestName.parse("\(provider.id).\(request.name)").get()
      let mutator = BodyMutator(of: request, at: provider)
      let own = fixtures.filter { $0.0 == request.name }.map(\.1)
      let bodies = own + made.filter { $0.request == request.name }.map(\.body)
      guard !bodies.isEmpty else { continue }
      let others = own.flatMap(mutator.withOtherWords)
      for number in 0..<Depth.times(2000, quick: 60) / kinds.count + others.count {
        let text = number < others.count ? others[number] : mutator.mutated(random.pick(random.chance(30) && !own.isEmpty ? own : bodies), &random)
        // One line for the judge, and numbers that every reader of JSON takes alike.
        guard let tree = Disguise.tree(text), let line = try? JSONWriter.text(tree, indent: 0), !line.contains("\n") else { continue }
        let errors = check(SourceInput(name: "body.json", text: line), as: name).diagnostics.filter { $0.severity == .error }
        cases.append(Case(name: "mutated \(request.name) \(number)", request: request.name, body: line, errors: Set(errors.map(\.id.rawValue))))
      }
    }
    return cases
  }
}
