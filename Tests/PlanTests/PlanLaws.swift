import Rung
import RungOutput
import RungProviders
import RungSource
import RungTestSupport
import Testing

/// What holds for every plan of every provider.
@Suite struct PlanLaws {
  private static let plans: [(name: String, plan: RequestPlan)] = GoldenCase.all.flatMap { golden in
    golden.specs.flatMap { spec in golden.compiled(spec).streams.flatMap(\.plans).map { ("\(golden)/\(spec), \($0.provider)", $0) } }
  }

  @Test("every name is bound before it is used, and whatever else a plan must not get wrong")
  func faultless() {
    for (name, plan) in Self.plans { #expect(plan.faults == [], "\(name)") }
    for provider in Providers.all { #expect(Self.plans.contains { $0.plan.provider.rawValue == provider.id }, "no golden for \(provider.id)") }
  }

  @Test("there is a way back, it deletes what was made, and it says what is gone for good")
  func wayBack() {
    for (name, plan) in Self.plans where !plan.steps.isEmpty {
      #expect(!plan.teardown.isEmpty, "\(name)")
      #expect(plan.teardown.contains { !$0.irreversible.isEmpty }, "\(name)")
    }
  }

  @Test("every request of a plan is among those that the provider lists")
  func listed() {
    for (name, plan) in Self.plans {
      let kinds = Providers.named(plan.provider.rawValue)?.requests ?? []
      for request in (plan.steps + plan.teardown).flatMap({ [$0.request] + ($0.wait.map { [$0.request] } ?? []) }) {
        guard let kind = request.bodyKind else { continue }
        #expect(kinds.contains { $0.name == kind.rawValue && $0.schema != nil }, "\(name): \(kind)")
        #expect(request.body != nil, "\(name): \(kind) has no body")
      }
    }
  }

  @Test("a secret that a plan keeps is given to an encoder or a player by name only")
  func named() {
    for (name, plan) in Self.plans {
      for binding in (plan.steps + plan.teardown).flatMap({ $0.reads + ($0.wait?.reads ?? []) }) {
        let isKey = ["key", "token", "password", "passphrase"].contains { binding.name.contains($0) }
        #expect(!isKey || binding.isSecret, "\(name): \(binding.name) looks like a secret, and is none")
      }
    }
  }

  // MARK: Red

  private static let url = URLTemplate("https://api.example.com/streams/{id}", [PlanParameter(bound: "id", from: "stream_id")])
  private static let make = RequestStep(
    "create", "Create", method: "POST", url: URLTemplate("https://api.example.com/streams"),
    reads: [PlanBinding("stream_id", "/id", "the id")], billing: Billing(.starts, "the stream"), resending: .byHand("the portal"))
  private static let delete = RequestStep(
    "delete", "Delete", method: "DELETE", url: url, tolerated: [ToleratedStatus(404, "gone")], billing: Billing(.ends, "the stream"), undoes: ["create"])

  private static func faults(_ change: (inout RequestPlan) -> Void) -> [String] {
    var plan = RequestPlan(provider: "example", steps: [make], teardown: [delete])
    change(&plan)
    return plan.faults
  }

  @Test("what is wrong with a plan is found")
  func found() {
    #expect(Self.faults { _ in } == [])
    #expect(
      Self.faults { $0.steps[0].reads = [] } == ["`delete` uses `stream_id` in its url, but no earlier step binds that name"])
    #expect(Self.faults { $0.teardown.append(Self.delete) } == ["two steps are called `delete`"])
    #expect(Self.faults { $0.steps[0].reads.append(PlanBinding("stream_id", "/x", "x")) } == ["`create` binds `stream_id` a second time"])
    #expect(Self.faults { $0.steps[0].reads[0].pointer = "id" } == ["`id` of `create` is not a JSON Pointer"])
    #expect(Self.faults { $0.steps[0].reads[0].pointer = "/a~2" } == ["`/a~2` of `create` is not a JSON Pointer"])
    #expect(Self.faults { $0.steps[0].reads.append(PlanBinding("x-y", "/x", "x")) } == ["`x-y`, bound by `create`, is not a valid variable name"])
    #expect(
      Self.faults { $0.teardown[0].billing = nil } == ["`create` starts billing the stream, and no step of the teardown ends it"])
    #expect(
      Self.faults { $0.teardown[0].request.url.parameters = [] }
        == ["the URL of `delete` has a placeholder `{id}` without a value"])
    #expect(
      Self.faults { $0.steps[0].request.fills = [BodyFill("/a", bound: "stream_id")] } == [
        "`create` has fills but no body", "`create` uses `stream_id` in its body, but no earlier step binds that name",
      ])
    #expect(
      Self.faults { $0.steps[0].handovers = [Handover(to: .encoder, "key", "{key}", [PlanParameter(bound: "key")])] }
        == ["`create` uses `key` in its encoder, but no earlier step binds that name"])
    #expect(Self.faults { $0.steps[0].wait = Wait(Self.url, pointer: "/a", until: []) } == ["the wait of `create` never ends"])
    #expect(
      Self.faults { $0.steps[0].wait = Wait(Self.url, pointer: "/a", until: ["x"], failing: ["x"]) }
        == ["the wait of `create` both ends and fails at `x`"])
    #expect(Self.faults { $0.steps[0].resending = nil } == ["`create` does not say what to do when its answer is missing: `resending`"])
    #expect(Self.faults { $0.teardown[0].tolerated = [] } == ["`delete` deletes, and does not tolerate 404: a second one fails"])
    #expect(Self.faults { $0.teardown[0].undoes = ["start"] } == ["`delete` undoes `start`, which is no step"])
    let list = Lookup(Self.url, .added(Lookup.Addition(to: "streams")))
    #expect(
      Self.faults { $0.steps[0].resending = .asked(list) }
        == ["`create` has no body for its lookup to compare with", "`streams` of the lookup of `create` is not a JSON Pointer"])
    #expect(Self.faults { $0.steps[0].resending = .asked(Lookup(Self.url, .exists)) } == ["`create` reads values that its lookup does not have"])
    #expect(
      Self.faults {
        $0.steps[0].handovers = [Handover(to: .encoder, "key", "x")]
        $0.steps[0].wait = Wait(Self.url, pointer: "/a", until: ["x"])
      } == ["the wait of `create` is for an encoder, and does not say so: `isForMedia`"])
    #expect(
      Self.faults { $0.steps[0].tolerated = [ToleratedStatus(204, "fine")] } == ["`create` tolerates 204, which is not an error status"])
  }

  @Test("the way back may bind anew what the way there bound")
  func anew() {
    #expect(Self.faults { $0.teardown[0].reads = [PlanBinding("stream_id", "/id", "the id")] } == [])
  }
}
