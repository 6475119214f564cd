import Foundation
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
      guard let spec = importBodies([Input(name: "body.json", text: text)], from: request).text else { return nil }
      let itself = diff(Input(name: "body.json", text: text), Input(name: "body.json", text: text), for: provider.id)
      return Subject(provider: provider.id, name: path, text: text, spec: spec, isAnswer: itself.oldIsAnswer)
    }
  }

  /// What can be set to a million for a run by hand: `RUNG_MUTATIONS=1000000 swift test --filter DestructionTests`.
  private static let count = ProcessInfo.processInfo.environment["RUNG_MUTATIONS"].flatMap { Int($0) } ?? 20_000
  private static let parts = 8

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
      let odd = Input(name: "side", text: mutilated)
      let sound = index % 3 == 0 ? Input(name: "sound.json", text: subject.text) : Input(name: "sound.yaml", text: subject.spec)
      let isOld = index % 2 == 0
      let result = isOld ? diff(odd, sound, for: subject.provider) : diff(sound, odd, for: subject.provider)
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
          fail("\(provider.plan?.steps.map(\.name) ?? []) for \(provider.differences.map { "\($0.path) \($0.effect)" })")
        }
      }
    }
    // The driver reaches all of it.
    #expect(seen.plans > 0 && seen.notUnderstood > 0 && seen.errors > 0 && seen.neutral > 0 && seen.destructive > 0, "\(seen)")
  }

  /// Deletes, stops, or makes a thing that is there already.
  private static func isDestructive(_ step: RequestStep) -> Bool {
    let path = step.url.text
    return step.method == "DELETE" || path.hasSuffix("/stop") || path.hasSuffix("DeleteIngress") || step.name.hasPrefix("old-")
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
        let isUnknown = difference.path.contains(Mutilation.unknownKey) && !["meta.", "tags.", "labels."].contains(where: difference.path.hasPrefix)
        guard difference.effect.isJudged, !isUnknown else { return false }
        // A member of a list that a request sets, or a value that it sets itself and that the answer shows.
        if difference.path.hasSuffix("]") { return true }
        guard oldIsAnswer != newIsAnswer else { return true }
        let (asked, answered) = oldIsAnswer ? (difference.new, difference.old) : (difference.old, difference.new)
        return asked?.isDefault == false && answered != nil
      }
    }
  }
}
