import Foundation
import Testing

/// What asks for too much, or cannot be written, ends in an answer and the exit code that says so.
@Suite struct BoundsCommandTests {
  let tool: Tool

  init() throws { tool = try Tool() }

  private static let live = "rung: 1\nname: news\ntargets: {mkio: {extra: {live-event: {a: NUMBER}}}}\ningest: {mode: push, protocols: [rtmp]}\n"

  @Test("what JSON cannot carry stops every command that writes bodies", arguments: [".inf", "9223372036854775808", "1e400"])
  func unwritable(_ number: String) throws {
    try tool.write("a.yaml", Self.live.replacingOccurrences(of: "NUMBER", with: number))
    for line in [
      "rung check a.yaml >&2", "rung compile a.yaml", "rung compile a.yaml --out bodies", "rung plan a.yaml", "rung plan a.yaml --format json", "rung plan a.yaml --format curl",
      "rung plan a.yaml --format http",
    ] {
      let result = try tool.shell(line)
      #expect(result.code == 1, "\(line): \(result.err)")
      #expect(result.out == "", "\(line)")
      #expect(result.err.contains("error[spec/unwritable-number]: `\(number)`"), "\(line): \(result.err)")
    }
    #expect(try tool.names() == ["a.yaml"])
    try tool.write("b.yaml", Self.live.replacingOccurrences(of: "NUMBER", with: "5"))
    for format in ["text", "json", "markdown"] {
      let result = try tool.shell("rung diff a.yaml b.yaml --format \(format)")
      #expect(result.code != 0 || result.out.contains(number), "\(format): \(result.out)")
      #expect(result.err.contains("spec/unwritable-number"))
    }
  }

  @Test("a path with a NUL is no shorter path")
  func nul() throws {
    try tool.write("base.yaml", "labels: {a: b}\n")
    try tool.write("a.yaml", "rung: 1\nname: news\nextends: \"base.yaml\\0zzz\"\n")
    let result = try tool.run("check", "a.yaml")
    #expect(result.code == 1)
    #expect(result.out.contains("NUL") && result.out.contains("a.yaml:3:10"))
  }

  @Test("ten thousand findings are counted, and a thousand of them listed")
  func findings() throws {
    try tool.write("a.yaml", "rung: 1\nname: news\n" + (0..<10_000).map { "ingezt\($0): 1\n" }.joined())
    for format in ["text", "json"] {
      let result = try tool.run("check", "a.yaml", "--format", format)
      #expect(result.code == 1)
      #expect(result.err == "1 file, 10000 errors, 1 note\n")
      #expect(result.out.components(separatedBy: "spec/unknown-key").count - 1 < 3010)
      #expect(result.out.contains("9000 more of spec/unknown-key in this file, not listed"))
      if format == "json" {
        #expect(result.out.contains("\"errors\": 10000"))
        #expect(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) is [String: Any])
      }
    }
  }

  @Test("aliases of aliases end in a finding")
  func laughs() throws {
    var text = "rung: 1\nname: news\ntargets:\n  mkio:\n    extra:\n      live-event:\n        a0: &a0 [x]\n"
    for level in 1...200 { text += "        a\(level): &a\(level) [\(String(repeating: "[", count: 30))*a\(level - 1)\(String(repeating: "]", count: 30))]\n" }
    try tool.write("f.yaml", text)
    for line in ["rung diff f.yaml f.yaml", "rung compile f.yaml", "rung check f.yaml", "rung plan f.yaml --format curl", "rung matrix f.yaml", "rung import --from mkio f.yaml"] {
      let result = try tool.shell(line)
      #expect([1, 2, 3].contains(result.code), "\(line): \(result.code)")
    }
  }
}
