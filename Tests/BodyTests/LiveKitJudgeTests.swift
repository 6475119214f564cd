import Rung
import RungProviders
import RungReading
import RungSource
import RungTestSupport
import Testing

/// Bodies of LiveKit's beside what its own messages make of them, read by Google's protobuf in Python.
@Suite struct LiveKitJudgeTests {
  @Test("what protobuf refuses is an error, and what comes again is the same message", .enabled(if: Judge.present(.livekit)))
  func judged() throws {
    var cases: [String] = []
    func add(_ name: String, _ kind: String, _ text: String, isError: Bool, again: String?) {
      cases.append(
        "{\"name\": \(Rewriting.quoted(name)), \"kind\": \"\(kind)\", \"text\": \(Rewriting.quoted(text)), \"error\": \(isError), \"again\": \(again.map { Rewriting.quoted($0) } ?? "null")}")
    }
    let fixtures = BodyFixture.requests.filter { $0.provider == "livekit" }
    for fixture in fixtures {
      let kind = fixture.name.hasPrefix("update") ? "update" : "create"
      let again = kind == "create" ? try JSONWriter.text(try RoundTripTests.again(fixture.text, "livekit").made) : nil
      add("\(fixture)", kind, fixture.text, isError: try #require(fixture.checked(fixture.text)).hasErrors, again: again)
      for mutant in Depth.some(try FieldMutationTests.mutants(of: fixture), quick: 25) {
        add("\(fixture), \(mutant.what)", kind, mutant.text, isError: try #require(fixture.checked(mutant.text)).hasErrors, again: nil)
      }
    }
    var random = SplitMix(seed: 0x5EED)
    for number in 0..<Depth.times(300, quick: 50) {
      let text = LiveKitBodies.body(&random)
      let analysis = check(SourceInput(name: "body.json", text: text), as: try RequestName.parse("livekit.create").get())
      let made = try RoundTripTests.again(text, "livekit").made
      add("generated \(number)", "create", text, isError: analysis.hasErrors, again: try JSONWriter.text(made))
    }
    #expect(cases.count > Depth.times(500, quick: 100))

    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -r '\(folder)'") }
    #expect(Repository.write("{\"cases\": [\n\(cases.joined(separator: ",\n"))\n]}\n", to: "\(folder)/manifest.json"))
    let result = Repository.shell("'\(Judge.python)' Tests/BodyTests/livekit_judge.py '\(folder)/manifest.json'")
    #expect(result.status == 0, "\(result.output)")
  }
}
