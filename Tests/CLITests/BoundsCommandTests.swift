import Foundation
import RungTestSupport
import Testing

/// What asks for too much, or cannot be written, ends in an answer and the exit code that says so.
@Suite struct BoundsCommandTests {
  let tool: Tool

  init() throws { tool = try Tool() }

  private static let live = "rung: 1\nname: news\ntargets: {mkio: {extra: {live-event: {a: NUMBER}}}}\ningest: {mode: push, protocols: [rtmp]}\n"

  @Test("what JSON cannot carry stops every command that writes bodies", arguments: Depth.some([".inf", "9223372036854775808", "1e400"], quick: 1))
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

  @Test("a setting that is deeper than any text may be is refused before its text is made")
  func deepSetting() throws {
    try tool.write("body.json", "{\"name\": \"news\"}\n")
    func convert(_ keys: Int) throws -> Tool.Result {
      try tool.run("convert", "--from", "tenbyte", "--for", "mkio", "body.json", "--set", Array(repeating: "a", count: keys).joined(separator: ".") + "=1")
    }
    let refused = try convert(6000)
    #expect(refused.code == 2 && refused.err.contains("a path has 6000 keys; at most 64 are read"), "\(refused.err)")
    #expect(try convert(64).err.contains("unknown-key"))
  }

  @Test("a path with a NUL is no shorter path")
  func nul() throws {
    try tool.write("base.yaml", "labels: {a: b}\n")
    try tool.write("a.yaml", "rung: 1\nname: news\nextends: \"base.yaml\\0zzz\"\n")
    let result = try tool.run("check", "a.yaml")
    #expect(result.code == 1)
    #expect(result.out.contains("NUL") && result.out.contains("a.yaml:3:10"))
  }

  @Test("a NUL in a key is an error wherever it stands, and one in a value is sent")
  func nulInKey() throws {
    for place in ["extra: {live-event: {\"a\\0b\": 1}}", "extra: {live-event: {a: [{? !!str \"a\\0\" : 1}]}}", "labels: {\"\\0\": x}"] {
      let target = place.hasPrefix("labels") ? "targets: [mkio]\n\(place)" : "targets: {mkio: {\(place)}}"
      try tool.write("a.yaml", "rung: 1\nname: news\n\(target)\ningest: {mode: push, protocols: [rtmp]}\n")
      let result = try tool.run("check", "a.yaml")
      #expect(result.code == 1 && result.out.contains("error[source/control-character]: the key contains a NUL character"), "\(place): \(result.out)")
      #expect(try tool.run("compile", "a.yaml").out == "", "\(place)")
    }
    try tool.write("a.yaml", Self.live.replacingOccurrences(of: "NUMBER", with: "\"x\\0y\""))
    let result = try tool.run("compile", "a.yaml")
    #expect(result.code == 0 && result.out.contains("\"x\\u0000y\""), "\(result.err)")
  }

  @Test("what is no text is said to be none", arguments: ["\\211PNG\\r\\n\\032\\n\\000\\000\\000\\rIHDR", "\\037\\213\\010\\010abcd\\002", "\\177ELF\\002\\001\\001\\000", "\\000\\000"])
  func binary(_ bytes: String) throws {
    for line in ["rung check a.yaml", "rung check --as mkio a.json", "rung diff a.yaml a.yaml", "rung import --from mkio a.json"] {
      let result = try tool.shell("printf '\(bytes)' | tee a.yaml > a.json; \(line)")
      let said = result.out + result.err
      #expect([1, 3].contains(result.code) && said.contains("/not-utf8]: the file is binary, not text"), "\(line): \(said)")
      #expect(said.components(separatedBy: "error[").count == (line.contains("diff") ? 3 : 2), "\(line): \(said)")
    }
    // Text in another encoding is text.
    #expect(try tool.shell("printf 'rung: 1\\nname: caf\\351\\n' > a.yaml; rung check a.yaml").out.contains("byte 0xE9 at offset 17 is not UTF-8"))
  }

  @Test("ten thousand findings are counted, and a thousand of them listed")
  func findings() throws {
    let count = Depth.times(10_000, quick: 2_000)
    try tool.write("a.yaml", "rung: 1\nname: news\n" + (0..<count).map { "ingezt\($0): 1\n" }.joined())
    for format in ["text", "json"] {
      let result = try tool.run("check", "a.yaml", "--format", format)
      #expect(result.code == 1)
      #expect(result.err == "1 file, \(count) errors, 1 warning\n")
      #expect(result.out.components(separatedBy: "spec/unknown-key").count - 1 < 3010)
      #expect(result.out.contains("\(count - 1000) more of spec/unknown-key in this file, not listed"))
      if format == "json" {
        #expect(result.out.contains("\"errors\": \(count)"))
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
