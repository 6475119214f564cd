import Foundation
import Rung
import RungProviders
import RungSource
import RungTestSupport
import Testing

/// Scripts that go on after a failure: whatever happens to whichever request, another run leads to what an undisturbed one leads
/// to, and nothing is created twice.
@Suite(.enabled(if: Judge.present(.curl, .jq))) struct FaultTests {
  /// As server.py knows them: before the request takes effect, and after it. `RUNG_FAULTS=500,kill-after` tries these alone.
  static let kinds = ["500", "500-after", "429", "drop", "drop-after", "cut-after", "kill", "kill-after", "302-after", "page-after"]
    .filter { Repository.variable("RUNG_FAULTS")?.split(separator: ",").contains($0[...]) ?? true }
  /// After these a script may stop: it does not try them again.
  private static func stops(_ kind: String) -> Bool { ["kill", "302", "page"].contains { kind.hasPrefix($0) } }

  /// What is left behind.
  struct Outcome: Equatable, CustomStringConvertible {
    let made, stored, playing, faults: String

    init(_ trial: Trial) throws {
      made = try trial.server.get("/_made")
      stored = try trial.server.get("/_stored")
      playing = try trial.server.get("/_playing")
      faults = try trial.server.get("/_faults")
    }

    var description: String { "made \(made), playing \(playing), faults \(faults), stored \(stored)" }
  }

  /// The plans of each provider that have the most steps, so that every step of every plan is in one. A quick run takes one each.
  private static let subjects: [Trial.Subject] = Providers.all.flatMap { provider in
    var chosen: [Trial.Subject] = []
    var tried: Set<String> = []
    for subject in Trial.plans(of: provider.id).sorted(by: { $0.plan.steps.count > $1.plan.steps.count }) {
      let steps = Set((subject.plan.steps + subject.plan.teardown).map { "\($0.id) \($0.wait == nil)" })
      if !steps.subtracting(tried).isEmpty, Depth.isFull || chosen.isEmpty { chosen.append(subject) }
      tried.formUnion(steps)
    }
    return chosen
  }

  /// Requests and what goes wrong with them: as a whole every request in every way, otherwise in two ways, which are others at the next
  /// request and in the next plan.
  static func cases(_ count: Int, _ start: Int) -> [(Int, String)] {
    (1...count).flatMap { number in
      Depth.isWhole ? kinds.map { (number, $0) } : [0, 3].map { (number, kinds[(start + number * 3 + $0) % kinds.count]) }
    }
  }

  /// Runs until it is done: a person reads what the script says, and looks at the provider where it asks for that.
  static func finish(
    _ trial: Trial, _ plan: RequestPlan, teardown: Bool = false, with more: [String: String] = [:], _ name: String
  ) throws -> [Shell.Result] {
    var results: [Shell.Result] = []
    var arguments: [String] = []
    repeat {
      let result = try trial.run(plan, teardown: teardown, arguments, with: more)
      trial.expectNoSecret(result)
      results.append(result)
      arguments = []
      if result.code == 3, let step = result.err.firstMatch(of: /--again ([a-z0-9-]+)/)?.1 {
        #expect(step == "domain", "\(name): \(step) is not found out\n\(result.err)")
        arguments = [try trial.server.get("/_made").contains("domains/") ? "--done" : "--again", String(step)]
      }
    } while results.last?.code != 0 && results.count < 4
    #expect(results.last?.code == 0, "\(name)\n\(results.map(\.err).joined(separator: "-----\n"))")
    return results
  }

  @Test("every request of a creation fails in every way", arguments: subjects)
  func up(_ subject: Trial.Subject) throws {
    let calm = try Trial(subject)
    try calm.inject()
    try #require(try calm.run(teardown: false).code == 0)
    let wanted = try Outcome(calm)
    let count = try #require(Int(try calm.server.get("/_requests")))
    try #require(count > 0 && wanted.playing == "true")
    let cases = Self.cases(count, subject.plan.steps.count)
    for (number, kind) in Depth.some(cases, quick: 3, full: 6, from: subject.plan.steps.count) {
      let name = "\(subject), request \(number) of \(count), \(kind)"
      let trial = try Trial(subject)
      try trial.inject(kind, at: number)
      let results = try Self.finish(trial, subject.plan, name)
      let outcome = try Outcome(trial)
      #expect(outcome == wanted, "\(name): \(outcome), not \(wanted)\n\(results.map(\.err).joined(separator: "-----\n"))")
      if !Self.stops(kind), results.first?.code != 3 { #expect(results.count == 1, "\(name)\n\(results[0].err)") }
      guard Depth.takes(number, oneIn: 4) else { continue }
      #expect(try trial.run(teardown: true).code == 0 && trial.server.get("/_left") == "[]", "\(name)")
    }
  }

  @Test("every request of a teardown fails in every way", arguments: subjects)
  func down(_ subject: Trial.Subject) throws {
    let calm = try Trial(subject)
    try #require(try calm.run(teardown: false).code == 0)
    try calm.inject()
    try #require(try calm.run(teardown: true).code == 0)
    let count = try #require(Int(try calm.server.get("/_requests")))
    let cases = Self.cases(count, subject.plan.steps.count)
    for (number, kind) in Depth.some(cases, quick: 2, full: 4, from: subject.plan.steps.count) {
      let name = "\(subject), teardown, request \(number) of \(count), \(kind)"
      let trial = try Trial(subject)
      try #require(try trial.run(teardown: false).code == 0)
      try trial.inject(kind, at: number)
      let results = try Self.finish(trial, subject.plan, teardown: true, name)
      #expect(try trial.server.get("/_left") == "[]" && trial.server.get("/_faults") == "[]", "\(name)")
      #expect(try trial.state() == nil, "\(name): the state file is still there")
      if !Self.stops(kind) { #expect(results.count == 1, "\(name)\n\(results[0].err)") }
    }
  }

  @Test("a creation that was killed is torn down", arguments: subjects)
  func upThenDown(_ subject: Trial.Subject) throws {
    let calm = try Trial(subject)
    try calm.inject()
    try #require(try calm.run(teardown: false).code == 0)
    let count = try #require(Int(try calm.server.get("/_requests")))
    for number in Depth.some(Array(1...count), quick: 1, full: 3, from: 1) {
      let trial = try Trial(subject)
      try trial.inject("kill-after", at: number)
      #expect(try trial.run(teardown: false).code == 9)
      let name = "\(subject), killed at request \(number) of \(count)"
      guard try trial.state() != nil else {
        #expect(try trial.server.get("/_made") == "[]", "\(name): something was created that no state file tells")
        continue
      }
      let down = try trial.run(teardown: true)
      #expect(down.code == 0, "\(name)\n\(down.err)")
      #expect(try trial.server.get("/_left") == "[]", "\(name)\n\(down.err)")
    }
  }

  // MARK: What the scripts say

  private static func trial(_ provider: String) throws -> Trial { try Trial(try #require(subjects.first { $0.plan.provider.rawValue == provider })) }

  @Test("a provider that stays away is asked a few times, and the script says how to go on")
  func bounded() throws {
    let trial = try Self.trial("tenbyte")
    try trial.inject("500", at: 2, times: 1000)
    let result = try trial.run(teardown: false, with: ["RUNG_RETRIES": "2"])
    #expect(result.code == 1)
    #expect(result.err.contains("error: create: the answer has status 500. To go on from here: RUNG_WITH=all sh "), "\(result.err)")
    #expect(result.err.matches(of: /trying again/).count <= 4, "\(result.err)")
    #expect(try trial.server.get("/_made") == "[]")
    try trial.inject()
    #expect(try trial.run(teardown: false).code == 0)
  }

  @Test("the time that a provider asks for is waited")
  func retryAfter() throws {
    let trial = try Self.trial("livekit")
    _ = try trial.server.get("/_fail?kind=429&at=2&after=1")
    let result = try trial.run(teardown: false)
    #expect(result.code == 0 && result.err.contains("status 429; trying again in 1 s"), "\(result.err)")
    let other = try Self.trial("livekit")
    _ = try other.server.get("/_fail?kind=429&at=2&after=3600")
    let late = try other.run(teardown: false)
    #expect(late.code == 1 && late.err.contains("the provider asks to wait 3600 s"), "\(late.err)")
    #expect(try other.server.get("/_made") == "[]")
  }

  @Test("a point in time that a provider asks for is waited for, and one that nobody can read is not")
  func retryAfterDate() throws {
    func wait(_ after: String) throws -> String {
      let trial = try Self.trial("livekit")
      let encoded = after.replacing(",", with: "%2C").replacing(" ", with: "%20")
      _ = try trial.server.get("/_fail?kind=429&at=2&after=\(encoded)")
      let result = try trial.run(teardown: false, with: ["RUNG_WAIT": "no"])
      return String(result.err.firstMatch(of: /status 429; (.*)/)?.1 ?? "nothing in \(result.err)")
    }
    #expect(try wait("Thu, 01 Jan 2099 00:00:00 GMT").wholeMatch(of: /the provider asks to wait [0-9]{9,} s/) != nil)
    for words in ["Thu, 01 Jan 1970 00:00:00 GMT", "tomorrow", "99999999999999999999", "1.5"] {
      #expect(try wait(words) == "trying again in 0.01 s", "\(words)")
    }
  }

  // MARK: What may have taken effect

  @Test("an answer that does not say that nothing happened is looked up", arguments: ["302", "304", "501", "600", "page"])
  func unclear(_ answer: String) throws {
    for (provider, number) in [("tenbyte", 2), ("livekit", 2), ("mkio", 2), ("qencode", 2)] where Depth.takes(answer == "302" ? 0 : 1, oneIn: 2) {
      let subject = try #require(Self.subjects.first { $0.plan.provider.rawValue == provider })
      let (calm, trial) = (try Trial(subject), try Trial(subject))
      let hasty = ["RUNG_WAIT": "no"]
      try calm.run(teardown: false, with: hasty).expectDone()
      try trial.inject("\(answer)-after", at: number)
      let results = try Self.finish(trial, subject.plan, with: hasty, "\(provider), \(answer)")
      #expect(try trial.server.get("/_made") == calm.server.get("/_made"), "\(provider), \(answer): \(results.map(\.err))")
    }
  }

  @Test("nobody claims what appeared between the question and a conflict")
  func conflict() throws {
    let trial = try Self.trial("mkio")
    try trial.inject("409-after", at: 2)
    let result = try trial.run(teardown: false)
    #expect(result.code == 3 && result.err.contains("Another program may have created it"), "\(result.err)")
    let again = try trial.run(teardown: false)
    #expect(again.code == 1 && again.err.contains("it exists already, and this plan did not create it"), "\(again.err)")
    let listed = try Self.trial("tenbyte")
    try listed.inject("409-after", at: 2)
    for teardown in [false, false, true] { #expect(try listed.run(teardown: teardown).code == 3) }
    // A request that had no effect is sent when the plan is run again.
    let other = try Self.trial("mkio")
    try other.inject("409", at: 2)
    #expect(try other.run(teardown: false).code == 1)
    try other.run(teardown: false).expectDone()
  }

  @Test("no request is sent while it is not known what is there")
  func unanswered() throws {
    let trial = try Self.trial("tenbyte")
    try trial.inject("302", at: 1, times: 1000)
    let result = try trial.run(teardown: false)
    #expect(result.code == 1 && result.err.contains("the answer has status 302"), "\(result.err)")
    #expect(try trial.server.get("/_bodies") == "[]" && trial.state() == nil)
  }

  // MARK: Settings and advice

  @Test("settings are checked before anything is sent, one message for each")
  func settings() throws {
    let trial = try Self.trial("tenbyte")
    let wrong = ["RUNG_INTERVAL": "abc", "RUNG_TIMEOUT": "1.5", "RUNG_RETRIES": "-1", "RUNG_WAIT": "maybe"]
    for teardown in [false, true] {
      let result = try trial.run(teardown: teardown, with: wrong)
      #expect(result.code == 2)
      #expect(result.err.split(separator: "\n").count == 4, "\(result.err)")
      for (name, value) in wrong { #expect(result.err.contains(try Regex("error: \(name) must be .*, not \(value)\n")), "\(result.err)") }
    }
    for (name, value) in [("RUNG_INTERVAL", "1.2.3"), ("RUNG_INTERVAL", "."), ("RUNG_INTERVAL", "5s"), ("RUNG_RETRIES", "99999999999999999999"), ("RUNG_TIMEOUT", "1e3")] {
      #expect(try trial.run(teardown: false, with: [name: value]).code == 2, "\(name)=\(value)")
    }
    #expect(try trial.server.get("/_requests") == "0")
    // A number that a shell may take for an octal one, and words in any case.
    let up = try trial.run(teardown: false, with: ["RUNG_WAIT": "False", "RUNG_TIMEOUT": "08", "RUNG_RETRIES": "08", "RUNG_INTERVAL": ".01"])
    #expect(up.code == 0 && up.err.contains("not waiting for media"), "\(up.err)")
    for word in ["YES", "true", "1", "On"] {
      let again = try trial.run(teardown: false, with: ["RUNG_WAIT": word])
      #expect(again.code == 0 && !again.err.contains("not waiting"), "\(word): \(again.err)")
    }
  }

  @Test("advice can be typed as it stands", arguments: [["RUNG_STATE": "o'ther $x.json"], [:]])
  func advice(_ setting: [String: String]) throws {
    let trial = try Self.trial("tenbyte")
    let options = setting.isEmpty ? ["--state-dir", "my 'own' $dir"] : []
    try trial.inject("kill-after", at: 2)
    #expect(try trial.run(teardown: false, options, with: setting).code == 9)
    try Self.trial("tenbyte").run(teardown: false, with: ["TENBYTE_URL": trial.server.url]).expectDone()
    let unsure = try trial.run(teardown: false, options, with: setting)
    let command = try #require(unsure.err.firstMatch(of: /If there is one: (.*=ID)\. If/)?.1, "\(unsure.err)")
    let typed = try trial.type(command.replacing("=ID", with: "=2f3e4d5c-0001"), after: unsure)
    #expect(typed.code == 0 && typed.err.contains("going on from"), "\(typed.err)")
    #expect(try trial.state() == nil, "another state file was written")
    let key = try #require(typed.out.firstMatch(of: /stream_key: (jq .*)/)?.1, "\(typed.out)")
    #expect(try trial.type(String(key), after: typed).out == "stream-key-a1b2c3d4\n")
    try trial.run(teardown: true, options, with: setting).expectDone()
    #expect(try trial.server.get("/_left") == #"["2f3e4d5c-0002: live"]"#)
  }

  // MARK: Two at once

  /// The first argument is what `ln` does: it dawdles, or there are no hard links.
  @Test("of several runs at once one creates, whatever each of them finds", arguments: ["/bin/ln \"$@\" || exit 1; sleep 0.4", "exit 1"], [true, false])
  func atOnce(_ ln: String, _ isStale: Bool) throws {
    let trial = try Self.trial("livekit")
    let lock = trial.path("trial.livekit.state.json.lock")
    try FileManager.default.createDirectory(atPath: trial.path("bin"), withIntermediateDirectories: true)
    for (name, text) in [("ln", ln), ("mkdir", "/bin/mkdir \"$@\" || exit 1; sleep 0.4")] {
      try "#!/bin/sh\n\(text)\n".write(toFile: trial.path("bin/\(name)"), atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: trial.path("bin/\(name)"))
    }
    if isStale { try "999999999 \(Self.host()) x\n".write(toFile: lock, atomically: true, encoding: .utf8) }
    let path = "\(trial.path("bin")):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")"
    let result = try trial.run(teardown: false, with: ["PATH": path, "RUNG_WAIT": "no"], atOnce: 3)
    let codes: [String] = result.out.matches(of: /exit (\d)/).map { String($0.1) }.sorted()
    // A late one finds that all is done.
    #expect(codes.count == 3 && codes[0] == "0" && codes.allSatisfy { ["0", "2"].contains($0) }, "\(result.out)\n\(result.err)")
    #expect(try trial.server.get("/_made") == #"["IN_1abc"]"#, "\(result.err)")
    #expect(!FileManager.default.fileExists(atPath: lock))
  }

  private static func host() throws -> String { try Shell.run("/usr/bin/env", ["uname", "-n"], environment: nil, in: nil).out.trimmingCharacters(in: .whitespacesAndNewlines) }

  @Test("of several that may be it a person names one")
  func several() throws {
    let trial = try Self.trial("tenbyte")
    try trial.inject("kill-after", at: 2)
    #expect(try trial.run(teardown: false).code == 9)
    // Somebody else creates a stream of the same name in the meantime.
    try Self.trial("tenbyte").run(teardown: false, with: ["TENBYTE_URL": trial.server.url]).expectDone()
    let unsure = try trial.run(teardown: false)
    #expect(unsure.code == 3 && unsure.err.contains("there are several that may be it: 2f3e4d5c-0002, 2f3e4d5c-0001"), "\(unsure.err)")
    #expect(try trial.run(teardown: true).code == 3, "a teardown must not choose")
    try trial.run(teardown: false, ["--done", "create=2f3e4d5c-0001"]).expectDone()
    try trial.run(teardown: true).expectDone()
    #expect(try trial.server.get("/_left") == #"["2f3e4d5c-0002: live"]"#)
  }

  @Test("what is there already is neither changed nor deleted")
  func foreign() throws {
    let trial = try Self.trial("mkio")
    let other = try Self.trial("mkio")
    let address = ["MKIO_URL": trial.server.url]
    try trial.run(teardown: false).expectDone()
    let made = try trial.server.get("/_made")
    let refused = try other.run(teardown: false, with: address)
    #expect(refused.code == 1 && refused.err.contains("error: live-event: it exists already, and this plan did not create it"), "\(refused.err)")
    #expect(try trial.server.get("/_made") == made)
    let down = try other.run(teardown: true, with: address)
    #expect(down.code == 2 && down.err.contains("does not exist"), "\(down.err)")
    #expect(try trial.server.get("/_playing") == "true")
    // A lost state file is made good by naming the steps.
    let steps = try #require(Self.subjects.first { $0.plan.provider == "mkio" }).plan.teardown.compactMap(\.about)
    try other.run(teardown: true, steps.flatMap { ["--done", $0.rawValue] }, with: address).expectDone()
    #expect(try trial.server.get("/_left") == "[]")
  }

  @Test("a state file of another plan is refused before anything is sent")
  func otherPlan() throws {
    let trial = try Self.trial("mkio")
    let subject = try #require(Self.subjects.first { $0.plan.provider == "mkio" })
    try trial.inject("kill", at: 4)
    #expect(try trial.run(teardown: false).code == 9)
    let state = try trial.state()
    try trial.inject()
    var other = subject
    other.plan.steps.removeLast()
    let up = try Trial(other, sharing: trial).run(teardown: false)
    #expect(up.code == 2 && up.err.contains("is the state of another plan"), "\(up.err)")
    other.plan = subject.plan
    other.plan.teardown[0].request.url.template += "-2"
    let down = try Trial(other, sharing: trial).run(teardown: true)
    #expect(down.code == 2 && down.err.contains("is the state of another plan, whose teardown is: DELETE http"), "\(down.err)")
    #expect(try trial.server.get("/_requests") == "0" && trial.state() == state)
    try trial.write("not JSON")
    #expect(try trial.run(teardown: false).code == 2 && trial.run(teardown: true).code == 2)
  }

  @Test("a state file of an older script is of use to a teardown, and to no creation")
  func older() throws {
    let trial = try Self.trial("livekit")
    try trial.run(teardown: false).expectDone()
    let id = try #require(try trial.state()?.firstMatch(of: /IN_\w+/)?.0)
    try trial.write(#"{"version": 1, "provider": "livekit", "stream": "x", "done": ["create"], "bound": {"ingress_id": "\#(id)"}}"#)
    let other = try trial.run(teardown: true)
    #expect(other.code == 2 && other.err.contains("is the state of another stream: x"), "\(other.err)")
    try trial.write(#"{"version": 1, "provider": "livekit", "stream": "\#(trial.name)", "done": ["create"], "bound": {"ingress_id": "\#(id)"}}"#)
    let up = try trial.run(teardown: false)
    #expect(up.code == 2 && up.err.contains("is the state of another plan"), "\(up.err)")
    try trial.run(teardown: true).expectDone()
    #expect(try trial.server.get("/_left") == "[]" && trial.state() == nil)
  }

  @Test("two runs at the same time are one too many")
  func alone() throws {
    let trial = try Self.trial("livekit")
    let lock = trial.path("trial.livekit.state.json.lock")
    func leave(_ text: String) throws { try text.write(toFile: lock, atomically: true, encoding: .utf8) }
    for other in ["\(ProcessInfo.processInfo.processIdentifier) \(try Self.host()) x\n", "999999999 another-machine x\n"] {
      try leave(other)
      let refused = try trial.run(teardown: false)
      #expect(refused.code == 2 && refused.err.contains("another run uses") && refused.err.contains("rm trial.livekit.state.json.lock"), "\(refused.err)")
    }
    // One that does not say yet whose it is.
    try leave("")
    let starting = try trial.run(teardown: false)
    #expect(starting.code == 3 && starting.err.contains("rm trial.livekit.state.json.lock"), "\(starting.err)")
    #expect(try trial.server.get("/_made") == "[]")
    // One that was killed leaves its file.
    try leave("999999999 \(Self.host()) x\n")
    try trial.run(teardown: false).expectDone()
    #expect(!FileManager.default.fileExists(atPath: lock))
  }

  @Test("nobody waits for an encoder that is not there yet", arguments: ["tenbyte", "livekit", "qencode"])
  func withoutWaiting(_ provider: String) throws {
    let trial = try Self.trial(provider)
    let up = try trial.run(teardown: false, with: ["RUNG_WAIT": "no"])
    #expect(up.code == 0 && up.err.contains("not waiting for media, because RUNG_WAIT is no"), "\(up.err)")
    #expect(try trial.server.get("/_playing") == "false")
    try trial.run(teardown: false).expectDone()
    #expect(try trial.server.get("/_playing") == "true")
    try trial.run(teardown: true).expectDone()
  }

  @Test("options: where the state is, and what there is to know")
  func options() throws {
    let trial = try Self.trial("tenbyte")
    try trial.run(teardown: false, ["--state-dir", "states/of tenbyte"]).expectDone()
    #expect(FileManager.default.fileExists(atPath: trial.path("states/of tenbyte/trial.tenbyte.state.json")))
    #expect(try trial.state() == nil)
    let elsewhere = try trial.run(teardown: true)
    #expect(elsewhere.code == 2 && elsewhere.err.contains("--state-dir"), "\(elsewhere.err)")
    try trial.run(teardown: true, ["--state-dir=states/of tenbyte"]).expectDone()
    #expect(try trial.server.get("/_left") == "[]")
    let help = try trial.run(teardown: false, ["--help"], without: "TENBYTE_TOKEN")
    #expect(help.code == 0 && help.out.contains("  --state-dir DIR") && help.out.contains("  RUNG_WAIT") && !help.out.contains("set -eu"), "\(help.out)")
    #expect(!help.out.contains("# "))
    for wrong in [["--wait"], ["--state-dir"], ["--done", "nothing"], ["--done", "create=$(x)"], ["x"]] {
      #expect(try trial.run(teardown: false, wrong).code == 2, "\(wrong)")
    }
    let claim = try trial.run(teardown: false, ["--done", "create"])
    #expect(claim.code == 2 && claim.err.contains("--done create=ID"), "\(claim.err)")
    #expect(try trial.server.get("/_left") == "[]")
  }

  @Test("a state file that is a folder, empty or named twice is refused before anything is sent; one at the root is as good as any")
  func oddStates() throws {
    let trial = try Self.trial("tenbyte")
    try trial.write("")
    #expect(try trial.run(teardown: false).code == 2 && trial.run(teardown: true).code == 2)
    let folder = try trial.run(teardown: false, with: ["RUNG_STATE": trial.path(".")])
    #expect(folder.code == 2 && folder.err.contains("is a folder"), "\(folder.err)")
    let both = try trial.run(teardown: false, ["--state-dir", "x"], with: ["RUNG_STATE": "y.json"])
    #expect(both.code == 2 && both.err.contains("both name the state file"), "\(both.err)")
    #expect(try trial.server.get("/_requests") == "0")
    guard access("/", W_OK) == 0 else { return }
    let state = "/rung-trial-\(UUID().uuidString).json"
    try trial.run(teardown: false, with: ["RUNG_STATE": state]).expectDone()
    try trial.run(teardown: true, with: ["RUNG_STATE": state]).expectDone()
    #expect(!FileManager.default.fileExists(atPath: state))
  }

  @Test("what is kept on purpose can be deleted later")
  func kept() throws {
    let trial = try Self.trial("mkio")
    try trial.run(teardown: false).expectDone()
    let down = try trial.run(teardown: true, without: "RUNG_WITH")
    #expect(down.code == 0 && down.err.contains("To delete it as well: RUNG_WITH='"), "\(down.err)")
    #expect(try trial.state() != nil && trial.server.get("/_left") != "[]")
    try trial.run(teardown: true).expectDone()
    #expect(try trial.state() == nil && trial.server.get("/_left") == "[]")
  }
}

extension Shell.Result {
  func expectDone(sourceLocation: SourceLocation = #_sourceLocation) { #expect(code == 0, "\(err)", sourceLocation: sourceLocation) }
}
