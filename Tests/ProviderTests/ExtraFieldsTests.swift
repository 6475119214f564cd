import Rung
import RungProviders
import RungReading
import RungSource
import Testing

/// Fields that Rung does not know, on their way into a body.
@Suite struct ExtraFieldsTests {
  private static func spec(_ extra: String, _ target: String = "mkio") -> String {
    "rung: 1\nname: news\ntargets: {\(target): {extra: \(extra)}}\ningest: {mode: push, protocols: [rtmp], allow: [192.0.2.0/24]}\nrecording: {window: 1h}\n"
  }

  private static func body(_ extra: String, _ kind: String = "live-event") throws -> (text: String?, found: [Diagnostic]) {
    let analysis = compile(SourceInput(name: "spec.yaml", text: spec(extra)))
    return (try analysis.streams.first?.plans.first?.steps.first { $0.bodyKind?.rawValue == kind }?.bodyText, analysis.diagnostics)
  }

  @Test("members of a list are named by the keys of every kind that has a list at its path", arguments: Providers.all.map { $0.id })
  func names(_ id: String) throws {
    let comparison = try #require(Providers.named(id)).comparison
    let names = ListNames(comparison)
    for list in comparison.lists.values.joined() {
      guard case .objects(let keys, _) = list.members else { continue }
      for key in keys {
        let members = ["a", "b"].map { letter in "{" + key.map { "\"\($0)\": \"\(letter)\"" }.joined(separator: ", ") + "}" }
        let node = try Reader.message(Array("{\"list\": [\(members.joined(separator: ", "))]}".utf8))
        let found = names.names(in: try #require(node["list"]), at: list.path)
        // And not by their numbers.
        #expect(found?.map { $0.first } == ["a", "b"], "\(list.path) by \(key)")
      }
    }
  }

  @Test("numbers arrive as they were written")
  func numbers() throws {
    let (text, found) = try Self.body("{live-event: {a: [0x1F, 0o17, 007, +5, 1.10, 0.1234567890123456789, .5]}}")
    let body = try #require(text)
    for number in ["31,", "15,", "7,", "5,", "1.10,", "0.1234567890123456789,", "0.5\n"] { #expect(body.contains("      \(number)") || body.contains("    \(number)"), "\(number) in \(body)") }
    #expect(!found.contains { $0.severity == .error })
  }

  @Test("a number that JSON cannot carry is an error at its place", arguments: [".inf", "-.INF", ".nan", "9223372036854775808", "0xFFFFFFFFFFFFFFFFF", "1e999"])
  func unwritable(_ number: String) throws {
    for extra in ["{live-event: {a: \(number)}}", "{live-event: {a: {b: [1, \(number)]}}}", "{live-event: {properties: {input: \(number)}}}"] {
      let text = Self.spec(extra)
      let lower = try #require(text.utf8.firstRange(of: Array(number.utf8))).lowerBound
      let offset = text.utf8.distance(from: text.utf8.startIndex, to: lower)
      // A check makes no requests, and finds it all the same.
      for analysis in [check(SourceInput(name: "spec.yaml", text: text)), compile(SourceInput(name: "spec.yaml", text: text))] {
        let finding = try #require(analysis.diagnostics.first { $0.id == "spec/unwritable-number" })
        #expect(finding.severity == .error)
        #expect(Int(finding.span.lower)..<Int(finding.span.upper) == offset..<offset + number.utf8.count)
      }
      let steps = compile(SourceInput(name: "spec.yaml", text: text)).streams.flatMap(\.plans).flatMap(\.steps)
      let step = try #require(steps.first { $0.bodyKind == "live-event" })
      #expect(throws: RungError.self) { try step.bodyText }
    }
  }

  @Test("a null that removes nothing is said, one that does removes")
  func nulls() throws {
    func idle(_ extra: String) throws -> [String] {
      try Self.body(extra).found.filter { $0.id == "mkio/null-removes-nothing" }.map { String($0.message.prefix { $0 != " " }) }
    }
    #expect(try idle("{live-event: {gpu: {model: a, memory: null}}}") == ["`memory`"])
    #expect(try idle("{live-event: {gpu: null}}") == ["`gpu`"])
    #expect(try idle("{live-event: {gpu: {a: {b: ~, c: ~}}}}") == ["`b`", "`c`"])
    #expect(try idle("{live-event: {location: {a: null}}}") == ["`a`"])
    // In a list, a null is a value like others.
    #expect(try idle("{live-event: {gpu: [null, {a: null}]}}") == [])
    let kept = try #require(try Self.body("{live-event: {gpu: [null, {a: null}]}}").text)
    #expect(kept.contains("null") && kept.contains("\"a\": null"))
    #expect(try idle("{live-event: {properties: null}}") == [])
    #expect(try Self.body("{live-event: {properties: null}}").text?.contains("properties") == false)
  }

  @Test("`extra` never takes the place of a body", arguments: ["5", "null", "[a]", "text", "true"])
  func shapes(_ value: String) throws {
    let (text, found) = try Self.body("{live-event: \(value)}")
    #expect(found.contains { $0.id == "spec/wrong-type" && $0.severity == .error })
    #expect(text?.hasPrefix("{\n") == true)
  }

  @Test("fields for a request that the plan does not send are said to be lost")
  func unsent() throws {
    let (_, found) = try Self.body("{asset: {a: 1}}")
    #expect(found.contains { $0.id == "mkio/extra-field" && $0.severity == .warning && $0.message.contains("sends no asset request") })
    #expect(!found.contains { $0.message.contains("is sent in the asset body unchecked") })
  }
}
