import Foundation
import Rung
import RungProviders
import RungSource
import RungTestSupport
import Testing

/// A few kilobytes that stand for gigabytes.
@Suite struct ExpansionTests {
  private static let head = "rung: 1\nname: news\n"

  /// Lists that double at each level, as deep and as many as the bounds let through, where they reach a body.
  private static func laughs(levels: Int, nested: Int) -> String {
    var text = head + "targets:\n  mkio:\n    extra:\n      live-event:\n        a0: &a0 [1, 2]\n"
    for level in 1...levels {
      let alias = String(repeating: "[", count: nested) + "*a\(level - 1)" + String(repeating: "]", count: nested)
      text += "        a\(level): &a\(level) [\(alias), \(alias)]\n"
    }
    return text
  }

  @Test("what passes the bounds is judged, compiled and diffed on a small stack")
  func smallStack() {
    let deepest = Self.head + "targets: {mkio: {extra: {live-event: {a: " + String(repeating: "[", count: 58) + "1" + String(repeating: "]", count: 58) + "}}}}\n"
    let texts = [
      (Self.laughs(levels: 8, nested: 0), true), (Self.laughs(levels: 8, nested: 5), true), (deepest, true),
      (Self.laughs(levels: 40, nested: 0), false), (Self.laughs(levels: 20, nested: 30), false),
      (Self.head + "a: " + String(repeating: "[", count: 100_000), false), (Self.head + "a: " + String(repeating: "{b: ", count: 100_000), false),
    ]
    SmallStack.run(512) {
      for (text, _) in texts {
        let input = SourceInput(name: "spec.yaml", text: text)
        _ = check(input)
        _ = compile(input).streams.flatMap(\.plans).flatMap(\.steps).map { try? $0.bodyText }
      }
    }
    // Built for debugging, a comparison takes 9 KB a level; built for release, 256 KB are enough for it as well.
    SmallStack.run(1536) {
      for (text, _) in texts {
        let input = SourceInput(name: "spec.yaml", text: text)
        _ = diff(DiffInput(input), DiffInput(input))
        _ = diff(DiffInput(input), DiffInput(SourceInput(name: "new.yaml", text: text.replacingOccurrences(of: "[1, 2]", with: "[1, 3]"))))
      }
    }
    for (text, passes) in texts {
      let found = check(SourceInput(name: "spec.yaml", text: text)).diagnostics.filter { $0.id.rawValue.hasPrefix("source/") }
      #expect(found.isEmpty == passes, "\(text.prefix(200)): \(found.map(\.message))")
    }
  }

  @Test("aliases of aliases are told apart in time")
  func trails() {
    let took = CPUTime.measure { _ = compile(SourceInput(name: "spec.yaml", text: Self.laughs(levels: 11, nested: 0))) }
    #expect(took < .seconds(4), "\(took)")
  }

  /// Mappings that take over one another by `<<`, and aliases of aliases: 20 KB that stand for more than the bounds let through.
  private static let refused = [
    "a0: &a0 {" + (0..<100).map { "k\($0): v" }.joined(separator: ", ") + "}\n"
      + (1..<600).map { "        a\($0): &a\($0) {<<: *a\($0 - 1), x\($0 % 50): 1}\n" }.joined(),
    "a: &a {" + (0..<20).map { "k\($0): v" }.joined(separator: ", ") + "}\n        b: &b [" + String(repeating: "*a, ", count: 60) + "]\n        c: ["
      + String(repeating: "*b, ", count: 3000) + "]\n",
  ].map { head + "targets:\n  mkio:\n    extra:\n      live-event:\n        " + $0 }

  @Test("diff parses each side once, whoever may have to know it", arguments: Depth.some([laughs(levels: 11, nested: 0)] + refused, quick: 1))
  func once(_ text: String) {
    let input = SourceInput(name: "spec.yaml", text: text)
    let checked = CPUTime.measure { for _ in 0..<4 { _ = check(input) } }
    // Two sides, each read and compiled, and compared. Read for each provider it was 40 checks.
    let compared = CPUTime.measure { for _ in 0..<4 { _ = diff(DiffInput(input), DiffInput(input)) } }
    #expect(compared < checked * 10, "\(compared), against \(checked) for a check")
  }

  @Test("bases count as one with what extends them")
  func bases() {
    // 30 KB of aliases in each base: read alone, each is within the bounds.
    func base(_ number: Int) -> String {
      "labels:\n  a\(number): &a {\((0..<100).map { "k\($0): v" }.joined(separator: ", "))}\n  b\(number): [" + String(repeating: "*a, ", count: 300) + "*a]\n"
    }
    for count in Depth.some([100, 400], quick: 1) {
      var files: [String: String] = [:]
      for number in 0..<count { files["b\(number).yaml"] = base(number) }
      let list = (0..<count).map { "b\($0).yaml" }.joined(separator: ", ")
      let took = CPUTime.measure {
        let found = check(SourceInput(name: "spec.yaml", text: "\(Self.head)extends: [\(list)]\n"), loader: .memory(files)).diagnostics
        #expect(found.filter { $0.id == "source/too-many-values" }.map(\.message) == ["with `b1.yaml`, bases add more than 100000 keys and values into one document"])
      }
      #expect(took < .seconds(5), "\(took)")
    }
    // As a chain, as a tree, and as bytes.
    var chain: [String: String] = [:]
    for number in 0..<30 { chain["b\(number).yaml"] = "extends: b\(number + 1).yaml\n" + base(number) }
    chain["b30.yaml"] = base(30)
    let long = ["b0.yaml": "labels: {a: &a \(String(repeating: "x", count: 1 << 20)), b: [\(String(repeating: "*a, ", count: 9))*a]}\n", "b1.yaml": "extends: [b0.yaml, b0.yaml]\n"]
    for (files, first) in [(chain, "b0.yaml"), (long, "b1.yaml")] {
      let found = check(SourceInput(name: "spec.yaml", text: "\(Self.head)extends: \(first)\n"), loader: .memory(files)).diagnostics
      #expect(found.filter { $0.id == "source/too-many-values" }.count == 1)
    }
    // Many streams that share a base are no chain of it.
    let many = (0..<400).map { "---\nrung: 1\nname: s\($0)\nextends: b.yaml\n" }.joined()
    let shared = check(SourceInput(name: "spec.yaml", text: many), loader: .memory(["b.yaml": "labels: {\((0..<500).map { "k\($0): v" }.joined(separator: ", "))}\n"]))
    #expect(!shared.hasErrors)
    #expect(shared.streams.count == 400)
  }

  @Test("of one rule, a thousand findings in a file are listed, and the others counted")
  func findings() {
    let text = Self.head + (0..<2500).map { "ingezt\($0): 1\n" }.joined()
    let found = check(SourceInput(name: "spec.yaml", text: text)).diagnostics.filter { $0.id == "spec/unknown-key" }
    #expect(found.count == 1001)
    #expect(found.prefix(1000).allSatisfy { $0.unlisted == 0 })
    #expect(found.last?.unlisted == 1500)
    #expect(found.last?.severity == .error)
    #expect(found.last?.message == "1500 more of spec/unknown-key in this file, not listed")
    // Errors beyond a thousand warnings are errors.
    let mixed = Self.head + "targets: [tenbyte]\nlabels: {" + (0..<1200).map { "k\($0): no, " }.joined() + "z: 5}\n"
    let analysis = check(SourceInput(name: "spec.yaml", text: mixed))
    #expect(analysis.diagnostics.filter { $0.id == "spec/yaml-surprise" }.map(\.unlisted).max() == 200)
    #expect(analysis.hasErrors)
    // Two copies of one stream for two targets tell of one fault once, listed or not.
    let twice = "rung: 1\nname: news\ntargets: {tenbyte: {overrides: {kind: linear}}, mkio: {overrides: {kind: linear}}}\n" + (0..<1100).map { "ingezt\($0): 1\n" }.joined()
    #expect(check(SourceInput(name: "spec.yaml", text: twice)).diagnostics.filter { $0.id == "spec/unknown-key" }.last?.unlisted == 100)
  }
}

/// Work on a thread of a small stack: secondary threads of macOS have 512 KB.
enum SmallStack {
  static func run(_ kilobytes: Int, _ work: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      work()
      done.signal()
    }
    thread.stackSize = kilobytes << 10
    thread.start()
    done.wait()
  }
}
