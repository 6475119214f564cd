import Rung
import RungProviders
import RungSource
import RungTestSupport
import Testing

/// No text that was not understood, and nothing that Rung does not know, ever deletes, stops or makes anew what is at a provider.
@Suite struct DestructionTests {
  /// A version of a stream, and the spec that is made of it.
  private struct Subject: Sendable {
    let provider: String
    let name: String
    let text: String
    let spec: String
    let isAnswer: Bool
  }

  private static let subjects: [Subject] = Providers.all.flatMap { provider -> [Subject] in
    let bodies = Repository.names(in: "Tests/Bodies/\(provider.id)").filter { $0.hasSuffix(".json") && !$0.contains("error") }
    let paths = bodies.map { "Tests/Bodies/\(provider.id)/\($0)" } + ["Tests/Diff/\(provider.id)-answer.json"]
    return paths.compactMap { path -> Subject? in
      guard let text = Repository.text(path), case .success(let request) = RequestName.parse(provider.id) else { return nil }
      // An update alone is no stream.
      guard let spec = importBodies([SourceInput(name: "body.json", text: text)], from: request).text else { return nil }
      let itself = diff(SourceInput(name: "body.json", text: text), SourceInput(name: "body.json", text: text), for: TargetID(rawValue: provider.id))
      return Subject(provider: provider.id, name: path, text: text, spec: spec, isAnswer: itself.oldIsAnswer)
    }
  }

  /// What can be set to a million for a run by hand: `RUNG_MUTATIONS=1000000 swift test --filter DestructionTests`.
  private static let count = Repository.variable("RUNG_MUTATIONS").flatMap { Int($0) } ?? Depth.times(20_000, quick: 60)
  private static let parts = Depth.times(8, quick: 1)

  @Test("a mutilated side plans nothing destructive but what the two sides, both understood, ask for", arguments: 0..<parts)
  func mutilated(_ part: Int) {
    let others = Self.subjects.map(\.text) + Self.subjects.map(\.spec)
    var seen = (plans: 0, notUnderstood: 0, errors: 0, neutral: 0, destructive: 0)
    for index in stride(from: part, to: Self.count, by: Self.parts) {
      let subject = Self.subjects[index / Self.parts % Self.subjects.count]
      var mutilation = Mutilation(seed: UInt64(index))
      // Specs are mutilated as well, in their own text.
      let isSpec = index % 5 == 0
      let mutilated = mutilation.text(of: isSpec ? subject.spec : subject.text, others: others)
      let odd = SourceInput(name: "side", text: mutilated)
      let sound = index % 3 == 0 ? SourceInput(name: "sound.json", text: subject.text) : SourceInput(name: "sound.yaml", text: subject.spec)
      let isOld = index % 2 == 0
      let result = isOld ? diff(odd, sound, for: TargetID(rawValue: subject.provider)) : diff(sound, odd, for: TargetID(rawValue: subject.provider))
      let states = [result.oldState, result.newState]
      let plans = result.streams.flatMap(\.providers).compactMap(\.plan)
      seen.plans += plans.count
      func fail(_ reason: String) {
        Issue.record("\(reason); seed \(index), \(subject.name), \(isOld ? "old" : "new") side:\n\(mutilated.prefix(3000))")
      }
      guard states == [.clean, .clean] else {
        if states.contains(.notUnderstood) { seen.notUnderstood += 1 } else { seen.errors += 1 }
        if !plans.isEmpty { fail("a plan where the sides are \(states)") }
        if states.contains(.notUnderstood), !result.streams.isEmpty { fail("a difference from what was not understood") }
        continue
      }
      if mutilation.isNeutral, subject.isAnswer, !isSpec {
        seen.neutral += 1
        if result.differs { fail("keys that no request sets differ: \(result.streams.flatMap(\.providers).flatMap(\.differences).map(\.path))") }
      }
      for provider in result.streams.flatMap(\.providers) where provider.plan?.steps.contains(where: Self.isDestructive) == true {
        seen.destructive += 1
        if !provider.isAskedFor(oldIsAnswer: result.oldIsAnswer, newIsAnswer: result.newIsAnswer) {
          fail("\(provider.plan?.steps.map(\.id) ?? []) for \(provider.differences.map { "\($0.path) \($0.effect)" })")
        }
      }
    }
    // The driver reaches all of it, given time.
    #expect(!Depth.isFull || seen.plans > 0 && seen.notUnderstood > 0 && seen.errors > 0 && seen.neutral > 0 && seen.destructive > 0, "\(seen)")
  }

  @Test("an answer that does not identify its resource plans nothing", arguments: Providers.ids)
  func unidentified(_ provider: String) throws {
    var tried = 0
    for subject in Self.subjects where subject.provider == provider && subject.isAnswer {
      let tree = try #require(Disguise.tree(subject.text))
      var leaves: [(path: String, node: Node)] = []
      tree.forEachLeaf { leaves.append(($0, $1)) }
      // AWS's tools write a capital where the API itself has none.
      let paths = Set(Providers.named(provider)?.wholeComparison.identities.values.map { $0.path.lowercased() } ?? [])
      // The resource's own stands above those of what is in it.
      let own = leaves.filter { leaf in paths.contains { leaf.path.lowercased() == $0 || leaf.path.lowercased().hasSuffix(".\($0)") } }
      let identity = try #require(own.min { $0.path.count { $0 == "." } < $1.path.count { $0 == "." } }, "\(subject.name)")
      for value in ["null", "\"\"", "{}", "[]", "\"..\"", "\"a/b\"", nil] {
        var bytes = Array(subject.text.utf8)
        if let value {
          bytes.replaceSubrange(Int(identity.node.span.lower)..<Int(identity.node.span.upper), with: Array(value.utf8))
        } else {
          let key = try #require(bytes[..<Int(identity.node.span.lower)].lastIndex(of: UInt8(ascii: ":")))
          // Another key, which no document has.
          bytes.insert(contentsOf: Array("_zz".utf8), at: key - 1)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let odd = SourceInput(name: "answer.json", text: text)
        for spec in [subject.spec, subject.spec + "\nlabels: {another: label}\n"] {
          let result = diff(odd, SourceInput(name: "spec.yaml", text: spec), for: TargetID(rawValue: provider))
          #expect(result.oldState == .hasErrors, "\(text)")
          #expect(result.old.diagnostics.contains { $0.id == "diff/answer-incomplete" }, "\(text)")
          #expect(result.streams.flatMap(\.providers).allSatisfy { $0.plan == nil }, "\(text)")
          tried += 1
        }
      }
    }
    #expect(tried > 0 || Providers.named(provider)?.reader == nil, "Tests/Bodies and Tests/Diff hold no answer of \(provider)")
  }

  @Test("keys that Rung does not know are listed once, wherever they stand, and plan nothing", arguments: 0..<parts)
  func unknownKeys(_ part: Int) {
    var seen = (keys: 0, listed: 0)
    for index in stride(from: part, to: Self.count, by: Self.parts * Depth.times(16, quick: 4)) {
      let subject = Self.subjects[index / Self.parts % Self.subjects.count]
      var mutilation = Mutilation(seed: UInt64(index))
      guard let (text, keys) = mutilation.unknownKeys(in: subject.text) else { continue }
      let odd = SourceInput(name: "odd.json", text: text)
      let others = [odd, SourceInput(name: "sound.json", text: subject.text), SourceInput(name: "sound.yaml", text: subject.spec)]
      let other = others[index % 3]
      let isOld = index % 2 == 0
      let result = isOld ? diff(odd, other, for: TargetID(rawValue: subject.provider)) : diff(other, odd, for: TargetID(rawValue: subject.provider))
      let plain = isOld ? diff(others[1], others[index % 3 == 0 ? 1 : index % 3], for: TargetID(rawValue: subject.provider)) : nil
      let found = result.streams.flatMap(\.providers)
      func fail(_ reason: String) {
        Issue.record("\(reason); seed \(index), \(subject.name), \(isOld ? "old" : "new") side:\n\(text.prefix(3000))")
      }
      guard result.oldState != .notUnderstood, result.newState != .notUnderstood else { continue }
      let listed = found.flatMap(\.resources).flatMap(\.differences)
      for key in keys {
        seen.keys += 1
        let places = listed.filter { $0.path.hasSuffix(key) }
        let isInside = Self.isInsideOfKnown(key, text, subject.provider)
        if !isInside { seen.listed += 1 }
        // What stands inside of what is known or told already has no line of its own; keys of an author's own are compared.
        if !isInside, places.count != 1 { fail("`\(key)` is listed \(places.count) times") }
        if !isInside, !places.allSatisfy({ !$0.effect.isJudged }) { fail("`\(key)` is judged") }
      }
      if subject.isAnswer, let plain, result.oldState == .clean {
        // What is planned is what would have been planned without them.
        let plans = [result, plain].map { $0.streams.flatMap(\.providers).map { $0.plan?.steps.map(\.id) ?? [] } }
        if plans[0] != plans[1] { fail("a plan of \(plans[0]) in place of \(plans[1])") }
      }
    }
    #expect(seen.keys > 0 && seen.listed > 0, "\(seen)")
  }

  /// Whether a key stands in what the provider fills in, or among keys of the author's own: all of that is known.
  private static func isInsideOfKnown(_ key: String, _ text: String, _ provider: String) -> Bool {
    guard let tree = Disguise.tree(text), let way = way(to: key, in: tree) else { return false }
    let owned = ["meta", "tags", "Tags", "labels", "arguments"]
    // Qencode's are the only answers whose parts were filled in and are read all the same.
    let open = provider == "qencode" ? ["params", "playback_ids", "simulcast_targets"] : []
    // What the provider ignores is known as well, whatever stands in it.
    let filled = Providers.named(provider)?.requests.flatMap { $0.filled.map(\.path) + $0.ignored.map { String($0.path.split(separator: ".").last ?? "") } } ?? []
    let plain = way.dropLast()
    return plain.indices.contains(where: { start in
      if owned.contains(plain[start]) || plain[start].hasPrefix(Mutilation.unknownKey) { return true }
      return filled.contains { path in
        !open.contains(path) && path.split(separator: ".").elementsEqual(plain[start...].prefix(path.split(separator: ".").count)) { $0.lowercased() == $1.lowercased() }
      }
    })
  }

  /// The keys on the way to one, itself included.
  private static func way(to key: String, in node: Node) -> [String]? {
    switch node.content {
    case .scalar: return nil
    case .list(let items): return items.lazy.compactMap { way(to: key, in: $0) }.first
    case .map(let entries):
      if entries.contains(where: { $0.key.value == key }) { return [key] }
      return entries.lazy.compactMap { entry in way(to: key, in: entry.value).map { [entry.key.value] + $0 } }.first
    }
  }

  /// Deletes, stops, or makes a thing that is there already.
  private static func isDestructive(_ step: RequestStep) -> Bool {
    let path = step.url.text
    return step.method == "DELETE" || path.hasSuffix("/stop") || path.hasSuffix("DeleteIngress") || step.id.rawValue.hasPrefix("old-")
      || step.bodyKind == "create" || step.bodyKind == "live-event"
  }
}

extension ProviderDifference {
  /// Whether some difference that was judged is in a field that a request sets, by its value or by a documented default.
  fileprivate func isAskedFor(oldIsAnswer: Bool, newIsAnswer: Bool) -> Bool {
    if change == .added || change == .removed { return true }
    return resources.contains { resource in
      if resource.change == .added || resource.change == .removed { return true }
      return resource.differences.contains { difference in
        // The keys of tags and labels are the author's own.
        let isUnknown = difference.path.contains(Mutilation.unknownKey) && !["meta.", "tags.", "Tags.", "labels."].contains(where: difference.path.hasPrefix)
        guard difference.effect.isJudged, !isUnknown else { return false }
        // A member of a list that a request sets, or a value that it sets itself and that the answer shows.
        if difference.path.hasSuffix("]") { return true }
        // All members of a list that is known to be empty where a spec does not have it.
        if [difference.old, difference.new].contains(where: { $0?.node.items.isEmpty == false }) { return true }
        guard oldIsAnswer != newIsAnswer else { return true }
        let (asked, answered) = oldIsAnswer ? (difference.new, difference.old) : (difference.old, difference.new)
        return asked?.isDefault == false && answered != nil
      }
    }
  }
}
