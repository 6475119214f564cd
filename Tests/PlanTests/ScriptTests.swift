import Foundation
import Rung
import RungProviders
import RungSource
import RungTestSupport
import Testing

/// The scripts of every provider, run against a server on this machine that behaves as the provider's documents say:
/// see server.py.
@Suite(.enabled(if: Judge.present(.curl, .jq))) struct ScriptTests {
  @Test("every provider has a sound plan to try, and something to wait for", arguments: Providers.ids)
  func tried(_ provider: String) {
    #expect(!Trial.plans(of: provider).isEmpty, "Tests/Golden has no sound spec for \(provider)")
    #expect(Self.waits.contains { $0.provider == provider })
  }

  @Test("from nothing to playing and back to nothing", arguments: Providers.all.flatMap { Depth.some(Trial.plans(of: $0.id), quick: 1) })
  func green(_ subject: Trial.Subject) throws {
    let trial = try Trial(subject)
    let up = try trial.run(teardown: false)
    try #require(up.code == 0, "\(up.err)")
    #expect(try trial.server.get("/_playing") == "true", "nothing plays\n\(up.err)")
    #expect(try trial.server.get("/_faults") == "[]")
    trial.expectNoSecret(up)

    let (made, stored) = (try trial.server.get("/_made"), try trial.server.get("/_stored"))
    let again = try trial.run(teardown: false)
    #expect(again.code == 0 && Self.told(again) == Self.told(up), "another run does not say the same\n\(again.out)\n\(up.out)")
    #expect(try trial.server.get("/_made") == made && trial.server.get("/_stored") == stored, "another run creates or changes something")

    let state = try trial.state()
    let down = try trial.run(teardown: true)
    try #require(down.code == 0, "\(down.err)")
    #expect(try trial.server.get("/_left") == "[]", "\(down.err)")
    #expect(try trial.server.get("/_faults") == "[]")
    #expect(try trial.state() == nil, "the state file is still there")
    trial.expectNoSecret(down)

    // What is gone already does no harm.
    try trial.write(state)
    let gone = try trial.run(teardown: true)
    #expect(gone.code == 0, "\(gone.err)")
  }

  /// What encoders and players are told.
  private static func told(_ result: Shell.Result) -> [Substring] { result.out.split(separator: "\n").filter { $0.hasPrefix("to the ") } }

  /// Every wait that any plan of a provider has.
  private static let waits: [(provider: String, step: String)] = Providers.all.flatMap { provider in
    var steps: [String] = []
    for step in Trial.plans(of: provider.id).flatMap(\.plan.waits) where !steps.contains(step) { steps.append(step) }
    return steps.map { (provider.id, $0) }
  }

  @Test("without any one of its waits a plan fails", arguments: Depth.some(waits, quick: 3))
  func red(_ provider: String, _ step: String) throws {
    // A plan may do without by luck: what is read after the wait may be there before. Every wait has a plan that does not.
    let subjects = Trial.plans(of: provider).filter { $0.plan.waits.contains(step) }.sorted { $0.plan.waits.count > $1.plan.waits.count }
    let missed = try subjects.contains { subject in
      var hasty = subject
      for index in hasty.plan.steps.indices where hasty.plan.steps[index].id.rawValue == step { hasty.plan.steps[index].wait = nil }
      for index in hasty.plan.teardown.indices where hasty.plan.teardown[index].id.rawValue == step { hasty.plan.teardown[index].wait = nil }
      return try !Trial(hasty).isGreen() || !Self.comesDown(hasty)
    }
    #expect(missed, "\(provider): nobody misses the wait of \(step)")
  }

  /// Whether what was created is torn down, wherever the creation was killed.
  private static func comesDown(_ subject: Trial.Subject) throws -> Bool {
    let calm = try Trial(subject)
    try calm.inject()
    try #require(try calm.run(teardown: false).code == 0)
    let count = try #require(Int(try calm.server.get("/_requests")))
    return try (1...count).allSatisfy { number in
      let trial = try Trial(subject)
      try trial.inject("kill-after", at: number)
      _ = try trial.run(teardown: false)
      guard try trial.state() != nil else { return true }
      return try trial.run(teardown: true, patience: 5).code == 0 && trial.server.get("/_left") == "[]"
    }
  }

  @Test("a script that is refused says by whom and why, and shows no secret")
  func refused() throws {
    let subject = try #require(Trial.plans(of: "tenbyte").first)
    let trial = try Trial(subject)
    var hasty = subject
    hasty.plan.teardown.removeAll { $0.id == "stop" }
    #expect(try Trial(hasty, sharing: trial).run(teardown: false).code == 0)
    let down = try Trial(hasty, sharing: trial).run(teardown: true)
    #expect(down.code == 1)
    #expect(down.err.contains("cannot delete stream while live"))
    #expect(down.err.contains("error: delete: the answer has status 409"))
    #expect(try trial.state() != nil, "what has not been undone has to stay undoable")
    trial.expectNoSecret(down)
  }

  @Test("what a script needs to know it asks for before it sends anything")
  func asked() throws {
    let trial = try Trial(#require(Trial.plans(of: "tenbyte").first))
    let result = try trial.run(teardown: false, without: "TENBYTE_TOKEN")
    #expect(result.code != 0)
    #expect(result.err.contains("TENBYTE_TOKEN"))
    #expect(try trial.server.get("/_left") == "[]")
  }

  @Test("steps that are not always sent are left out, and said to be")
  func conditional() throws {
    let trial = try Trial(#require(Trial.plans(of: "mkio").first { $0.plan.teardown.contains { $0.id == "delete-asset" } }))
    #expect(try trial.run(teardown: false).code == 0)
    let down = try trial.run(teardown: true, without: "RUNG_WITH")
    #expect(down.code == 0, "\(down.err)")
    #expect(down.err.contains("skipped: delete-asset. Send it only if "))
    let left = try trial.server.get("/_left")
    #expect(left.contains("assets/") && !left.contains("liveEvents/"), "\(left)")
  }

  @Test("what an author writes is data to a script, whatever it looks like")
  func hostile() throws {
    let text = #"""
      rung: 1
      name: "x'\"; touch pwned; $(touch pwned) `touch pwned` \\\n#!/bin/sh\nRUNG_BODY\ntouch pwned\n{{x}} {stream_id} ${HOME}"
      targets:
        tenbyte: {region: "r'$(touch pwned)${env:REGION}"}
        mkio: {project: "p'/$(touch pwned)`", event: main, asset: {name: "a b", storage_account: s}, endpoint: {location: westeurope}}
      labels: {"k'$(touch pwned)": "v`touch pwned`${env:A_B}'\"\\(.)"}
      ingest: {mode: push, protocols: [rtmp], token: "${env:INGEST_TOKEN}"}
      ladder:
        defaults: {fps: 25, keyframe_interval: 2s, codec: h264, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
        renditions: [{name: "$(touch pwned)", resolution: 1280x720, bitrate: 3000k}]
      packaging: {hls: {segment_format: fmp4}}
      """#
    let analysis = compile(SourceInput(name: "spec.yaml", text: text))
    #expect(!analysis.hasErrors, "\(analysis.diagnostics.filter { $0.severity == .error }.map(\.message))")
    let plans = analysis.streams.flatMap(\.plans)
    #expect(plans.count == 2)
    for plan in plans {
      let trial = try Trial(Trial.Subject(name: "x\n'$(touch pwned)", plan: plan))
      let up = try trial.run(teardown: false)
      #expect(up.code == 0, "\(up.err)")
      let down = try trial.run(teardown: true)
      #expect(down.code == 0, "\(down.err)")
      #expect(!FileManager.default.fileExists(atPath: trial.path("pwned")), "\(plan.provider)")
      let bodies = try #require(try JSONSerialization.jsonObject(with: Data(trial.server.get("/_bodies").utf8)) as? [[String: Any]])
      let labels = (bodies.first?["meta"] ?? bodies.first?["tags"]) as? [String: String]
      #expect(labels?["k'$(touch pwned)"] == "v`touch pwned`\(Trial.secret("A_B"))'\"\\(.)")
      guard plan.provider == "tenbyte" else { continue }
      let name = "x'\"; touch pwned; $(touch pwned) `touch pwned` \\\n#!/bin/sh\nRUNG_BODY\ntouch pwned\n{{x}} {stream_id} ${HOME}"
      #expect(bodies.first?["name"] as? String == name)
      #expect(bodies.first?["region"] as? String == "r'$(touch pwned)\(Trial.secret("REGION"))")
    }
  }

  @Test("a wait that comes to nothing ends")
  func impatient() throws {
    var subject = try #require(Trial.plans(of: "tenbyte").first)
    subject.plan.steps[0].wait?.until = ["never"]
    let up = try Trial(subject).run(teardown: false, patience: 1)
    #expect(up.code == 1)
    #expect(up.err.contains("error: create: timeout after 1 s; state is "), "\(up.err)")
  }
}

extension RequestPlan {
  /// The names of the steps that wait.
  var waits: [String] { (steps + teardown).filter { $0.wait != nil }.map(\.id.rawValue) }
}
