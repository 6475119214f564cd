import Rung
import RungProviders
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// A diff against an oracle that knows nothing of lists, defaults and facts: the leaves of the request bodies themselves.
@Suite struct DiffTests {
  @Test("what is the same does not differ", arguments: Providers.ids)
  func same(_ provider: String) {
    for (name, text) in LosslessTests.texts {
      let result = diff(SourceInput(name: name, text: text), SourceInput(name: name, text: text), for: TargetID(rawValue: provider))
      #expect(!result.differs, "\(name), \(provider): \(Self.shown(result))")
      #expect(result.streams.flatMap(\.providers).allSatisfy { $0.plan == nil })
    }
  }

  /// Found by fuzz/run diff.
  @Test(
    "members of a list that no key identifies do not differ from themselves",
    arguments: ["{}", "{}, {}", "{fps: 25}, {fps: 50}", "{name: a, fps: 25}, {name: a, fps: 25}", "{name: a}, {fps: 25}"])
  func unidentified(_ renditions: String) {
    let text = "rung: 1\nname: a\ntargets: [tenbyte, mkio, qencode]\nladder:\n  renditions: [\(renditions)]\n"
    let result = diff(DiffInput(SourceInput(name: "a.yaml", text: text)), DiffInput(SourceInput(name: "a.yaml", text: text)))
    #expect(!result.differs, "\(Self.shown(result))")
  }

  /// Specs that set everything that the provider takes.
  private static let subjects: [(provider: String, text: String)] = [
    ("tenbyte", "everything"), ("tenbyte", "audio-pull"), ("mkio", "everything"), ("mkio", "audio-pull"), ("livekit", "livekit"),
     ("livekit", "livekit-audio"),
    ("qencode", "everything"), ("qencode", "qencode"), ("cloudflare", "everything"), ("cloudflare", "cloudflare"), ("mux", "everything"), ("mux", "mux"),
    ("ivs", "everything"), ("ivs", "ivs"), ("medialive", "everything"), ("medialive", "medialive"),
  ]

  @Test("a value that changes shows where the bodies change, and nowhere else, with the fact that says what it takes", arguments: Depth.some(subjects, quick: 4))
  func leaves(_ provider: String, _ name: String) throws {
    let text = try #require(Repository.text("Tests/Lossless/\(name).yaml"))
    var heard = 0
    try Self.variants(of: text, for: provider) { path, changed in
      let result = diff(SourceInput(name: "old.yaml", text: text), SourceInput(name: "new.yaml", text: changed), for: provider, plansWithErrors: true)
      let found = try #require(result.streams.first?.providers.first)
      let raw = Self.rawChanges(text, changed, provider)
      if raw.isEmpty {
        #expect(!found.differs, "\(path): the bodies are the same, and the diff says \(Self.shown(result))")
        return false
      }
      heard += 1
      Self.compare(raw, found, path)
      for difference in found.differences { Self.judge(difference, provider, path) }
      try Self.follow(found, text, changed, provider, path)
      return true
    }
    #expect(heard > Depth.times(5, quick: -1), "\(name), \(provider): only \(heard) values show in the bodies")
  }

  // MARK: Variants

  /// Calls `visit` with the spec in which one value is another, for each value; more than once until `visit` is content.
  private static func variants(of text: String, for provider: String, _ visit: (String, String) throws -> Bool) throws {
    let tree = try #require(Disguise.tree(text))
    var leaves: [(String, Node)] = []
    tree.forEachLeaf { path, leaf in if leaf.scalar != nil, path != "rung" { leaves.append((path, leaf)) } }
    let before = compile(SourceInput(name: "old.yaml", text: text), for: [TargetID(rawValue: provider)])
    let faults = Set(before.diagnostics.filter { $0.severity == .error }.map(\.id))
    let plans = before.streams.flatMap(\.plans).count
    for (path, leaf) in Depth.some(leaves, quick: 2) where !path.hasPrefix("targets.") || path.hasPrefix("targets.\(provider).") {
      guard let scalar = leaf.scalar else { continue }
      var tries = 0
      for value in Silence.others(than: scalar) where tries < 4 {
        var bytes = Array(text.utf8)
        bytes.replaceSubrange(Int(leaf.span.lower)..<Int(leaf.span.upper), with: Array(value.utf8))
        let changed = String(decoding: bytes, as: UTF8.self)
        // What cannot be read is no value of a body.
        let after = compile(SourceInput(name: "new.yaml", text: changed), for: [TargetID(rawValue: provider)])
        if after.diagnostics.contains(where: { $0.severity == .error && !faults.contains($0.id) && $0.id.rawValue.hasPrefix("spec/") }) { continue }
        guard after.streams.flatMap(\.plans).count == plans else { continue }
        tries += 1
        if try visit(path, changed) { break }
      }
    }
  }

  // MARK: The oracle

  /// What differs, request by request: paths without places in lists.
  private static func rawChanges(_ old: String, _ new: String, _ provider: String) -> Set<String> {
    func leaves(_ text: String) -> Set<String> {
      var leaves: Set<String> = []
      for step in compile(SourceInput(name: "x.yaml", text: text), for: [TargetID(rawValue: provider)]).streams.flatMap(\.plans).flatMap(\.steps) {
        for parameter in step.url.parameters where parameter.value != nil {
          leaves.insert("{\(parameter.name)} = \(parameter.value?.value ?? "")")
        }
        // A playback id that is taken away shows in a request without a body.
        guard let body = step.node else {
          if step.method == "DELETE" { leaves.insert("\(step.id) = ") }
          continue
        }
        body.forEachLeaf { path, leaf in leaves.insert("\(path) = \(leaf.scalar?.text ?? (leaf.items.isEmpty ? "" : "[]")) \(leaf.kindName)") }
      }
      return leaves
    }
    return Set(
      leaves(old).symmetricDifference(leaves(new)).map { leaf in
        plain(String(leaf[..<(leaf.firstRange(of: " = ")?.lowerBound ?? leaf.endIndex)]))
      })
  }

  private static func plain(_ path: String) -> String {
    var result = ""
    var depth = 0
    for character in path {
      if character == "[" { depth += 1 } else if character == "]" { depth -= 1 } else if depth == 0 { result.append(character) }
    }
    return result
  }

  private static func compare(_ raw: Set<String>, _ found: ProviderDifference, _ path: String) {
    // Of a thing that is there on one side only the whole is told.
    let wholes = found.resources.filter { $0.change == .added || $0.change == .removed }
    let paths = found.differences.map(\.plainPath)
    func covers(_ outer: String, _ inner: String) -> Bool { outer.isEmpty || outer == inner || inner.hasPrefix("\(outer).") }
    for change in raw {
      let isTold = paths.contains { covers($0, change) } || !wholes.isEmpty || change == "{project}" || isDefault(change, found)
      #expect(isTold, "\(path): \(change) differs, and the diff says \(paths)")
    }
    for told in paths where !told.isEmpty {
      let isThere = raw.contains { covers(told, $0) || covers($0, told) }
      #expect(isThere, "\(path): the diff tells of \(told), and the bodies differ in \(raw.sorted())")
    }
  }

  /// A value that came to be what it is without being said.
  private static func isDefault(_ path: String, _ found: ProviderDifference) -> Bool {
    guard let provider = Providers.named(found.provider.rawValue) else { return false }
    let rules = provider.wholeComparison
    return rules.defaults.values.joined().contains { $0.path == path } || rules.synonyms.values.joined().contains { $0.path == path }
  }

  private static func judge(_ difference: Difference, _ provider: String, _ path: String) {
    #expect(difference.effect != .unseen, "\(path): nothing of two specs is hidden")
    if !difference.path.isEmpty {
      let isUnknown = difference.effect == .notJudged && path.contains(".extra.")
      #expect(!difference.citations.isEmpty || isUnknown, "\(provider), \(path): \(difference.path) has no fact")
    }
    for value in [difference.old, difference.new].compactMap({ $0 }) where !value.isDefault {
      #expect(value.node.span.upper > 0, "\(path): \(difference.path) stands nowhere")
    }
  }

  // MARK: The plan

  private static func follow(_ found: ProviderDifference, _ old: String, _ new: String, _ provider: String, _ path: String) throws {
    guard found.differs else { return }
    let plan = try #require(found.plan)
    #expect(plan.faults == [], "\(path)")
    #expect(plan.isUpdate)
    guard !plan.steps.isEmpty else {
      // What only stands under `extra` may have no request that Rung knows, and tags at AWS have one of their own.
      #expect(path.contains(".extra.") || ["ivs", "medialive"].contains(provider) && path.hasPrefix("labels"), "\(provider), \(path): no request changes \(found.differences.map(\.path))")
      return
    }
    let was = compile(SourceInput(name: "old.yaml", text: old), for: [TargetID(rawValue: provider)])
    let becomes = compile(SourceInput(name: "new.yaml", text: new), for: [TargetID(rawValue: provider)])
    // What the provider refuses it does not make.
    let faults = Set(was.diagnostics.filter { $0.severity == .error }.map(\.id))
    if becomes.diagnostics.contains(where: { $0.severity == .error && !faults.contains($0.id) }) { return }
    let before = try #require(was.streams.first?.plans.first)
    let after = try #require(becomes.streams.first?.plans.first)
    for isMerging in [true, false] {
      var there = Imagined(provider, isMerging: isMerging)
      there.send(before.steps)
      there.send(plan.steps)
      var wanted = Imagined(provider, isMerging: isMerging)
      wanted.send(after.steps)
      let rest = there.differences(from: wanted)
      #expect(rest == [] || path.contains(".extra."), "\(provider), \(path): after \(plan.steps.map(\.id)) there is still \(rest)")
      #expect(there.refusals == [], "\(provider), \(path)")
    }
  }

  private static func shown(_ result: DiffAnalysis) -> [String] {
    result.streams.flatMap(\.providers).flatMap { $0.differences.map { "\($0.request) \($0.path) \($0.effect)" } }
  }
}
