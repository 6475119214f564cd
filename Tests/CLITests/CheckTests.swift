import Foundation
import Testing

@Suite struct CheckTests {
  let tool: Tool

  init() throws { tool = try Tool() }

  @Test func nothingFound() throws {
    try tool.write("a.yaml", Spec.good)
    let result = try tool.run("check", "a.yaml")
    #expect(result.code == 0)
    #expect(result.out == "")
    #expect(result.err == "1 file, nothing found\n")
  }

  @Test func errorsAreResults() throws {
    try tool.write("a.yaml", Spec.bad)
    try tool.write("b.yaml", Spec.good)
    try tool.write("c.yaml", Spec.lossy)
    let result = try tool.run("check", "a.yaml", "b.yaml", "c.yaml")
    #expect(result.code == 1)
    #expect(result.out.hasPrefix("tenbyte: 1 value in 1 file has no field there; --notes shows it, `rung matrix` explains it\n\nerror[spec/unit-missing]: `3000` has no unit\n"))
    #expect(result.out.contains(" --> a.yaml:9:53\n"))
    #expect(result.err == "3 files, 1 error, 1 note (--notes shows it)\n")
  }

  @Test func warningsCountWhenStrict() throws {
    try tool.write("a.yaml", Spec.doubted)
    #expect(try tool.run("check", "a.yaml").code == 0)
    #expect(try tool.run("check", "--strict", "a.yaml").code == 1)
  }

  @Test func directoriesPatternsAndOrder() throws {
    for name in ["x/b.yaml", "x/a/z.yml", "x/a-b.json", "x/é.yaml", "x/.hidden.yaml", "x/.git/c.yaml", "x/node_modules/d.yaml"] {
      try tool.write(name, name.hasSuffix("json") ? "{\"name\": \"x\", \"rung\": 1, \"y\": 1, \"targets\": [\"tenbyte\"]}" : Spec.bad)
    }
    try tool.write("x/docker-compose.yaml", "services:\n  rung: 1\n# rung: 1\n")
    try tool.write("x/package.json", "{\"name\": \"rung\", \"rung\\\": \": {\"rung\": 1}}")
    try tool.write("x/notes.txt", "rung: 1\n")
    try tool.write("x/flow.yaml", "{name: x, y: 1, rung : 1, targets: [tenbyte]}\n")
    let files = try places(tool.run("check", "x"))
    #expect(files == ["x/a-b.json", "x/a/z.yml", "x/b.yaml", "x/flow.yaml", "x/é.yaml"])
    #expect(try places(tool.run("check", "./x/", "x/b.yaml")) == files)
    #expect(try places(tool.run("check", "x/**/*.yml")) == ["x/a/z.yml"])
    #expect(try places(tool.run("check", "x/?.yaml")) == ["x/b.yaml", "x/é.yaml"])
    #expect(try places(tool.run("check", "x/[a-c].yaml", "x/a[!x]b.json")) == ["x/b.yaml", "x/a-b.json"])
    // What is named itself is judged, whatever it looks like.
    #expect(try tool.run("check", "x/docker-compose.yaml").code == 1)
    #expect(try tool.run("check", "x/.hidden.yaml").code == 1)
  }

  @Test("two files that take the same at a provider: the second is told, the first is pointed into")
  func acrossFiles() throws {
    for name in ["a", "b", "c"] {
      let identity = name == "b" ? "other" : "camera"
      try tool.write(
        "channels/\(name).yaml", "rung: 1\nname: \(name)\ntargets: {livekit: {room: stage, participant: {identity: \(identity)}}}\n")
    }
    let result = try tool.run("check", "channels")
    #expect(result.code == 1)
    #expect(result.out.contains("error[livekit/taken-twice]: the participant `camera` of the room `stage` is already used by the stream `a`"))
    #expect(result.out.contains(" --> channels/c.yaml:3:"))
    #expect(result.out.contains("(channels/a.yaml:3:"))
    #expect(!result.out.contains("channels/b.yaml"))
    let json = try tool.run("check", "channels", "--format", "json")
    #expect(json.code == 1)
    #expect(json.out.contains("\"file\": \"channels/a.yaml\""))
  }

  private func places(_ result: Tool.Result) -> [String] {
    var files: [String] = []
    // Warnings come first.
    for line in result.out.split(separator: "\n") where line.contains("--> ") {
      let name = String(line.drop { $0 == " " }.dropFirst(4).prefix { $0 != ":" })
      if !files.contains(name) { files.append(name) }
    }
    return files
  }

  @Test func linksInCirclesEnd() throws {
    try tool.write("x/a.yaml", Spec.good)
    try FileManager.default.createSymbolicLink(atPath: tool.path("x/loop"), withDestinationPath: "..")
    try FileManager.default.createSymbolicLink(atPath: tool.path("x/self.yaml"), withDestinationPath: "self.yaml")
    let result = try tool.run("check", "x")
    #expect(result.code == 3)
    #expect(result.err.contains("x/self.yaml is a symbolic link that leads back to itself"))
    #expect(result.err.contains("1 file, 1 file not read"))
  }

  @Test func standardInput() throws {
    let yaml = try tool.run("check", "-", input: Spec.bad)
    #expect(yaml.code == 1)
    #expect(yaml.out.contains(" --> <stdin>:9:53\n"))
    let json = try tool.run("check", "-", input: "{\"rung\": 1, \"name\": \"x\",}")
    #expect(json.out.hasPrefix("error[json/trailing-comma]"))
  }

  @Test func unreadableFilesDoNotStopTheOthers() throws {
    try tool.write("a.yaml", Spec.bad)
    try tool.write("big.yaml", "")
    // A file with nothing but a length: it takes no room on the disk.
    #expect(truncate(tool.path("big.yaml"), 129 << 20) == 0)
    #expect(mkfifo(tool.path("pipe.yaml"), 0o600) == 0)
    let result = try tool.run("check", "gone.yaml", "a.yaml", "big.yaml", "pipe.yaml", "/dev/null", "nothing-*.yaml", "a.yaml/x.yaml")
    #expect(result.code == 3)
    #expect(result.out.contains("a.yaml:9:53"))
    #expect(
      result.err == """
        error: nothing-*.yaml matches no file
        error: gone.yaml does not exist
        error: big.yaml has 135266304 bytes; at most 134217728 are read
        error: pipe.yaml is a named pipe; pipe the text in and name it `-`
        error: /dev/null is a device, not a file
        error: a.yaml/x.yaml does not exist
        1 file, 1 error, 6 files not read

        """)
  }

  @Test func processSubstitutionIsRead() throws {
    try tool.write("a.yaml", Spec.good)
    let result = try tool.shell("bash -c 'rung check <(cat a.yaml)'")
    #expect(result.code == 0, "\(result.err)")
  }

  @Test func nothingToCheck() throws {
    try tool.write("x/package.json", "{}")
    let empty = try tool.run("check", "x")
    #expect(empty.code == 3)
    #expect(empty.err == "error: no stream spec in x: the one .yaml, .yml or .json file there has no top-level key `rung`\n")
    #expect(try tool.run("check").code == 2)
  }

  @Test func baseFilesAreToldOnce() throws {
    try tool.write("base.yaml", "base: true\nladder: {renditions: [{name: a, resolution: 1280x720, bitrate: 3000}]}\n")
    for name in ["a", "b", "c"] { try tool.write("\(name).yaml", "rung: 1\nname: \(name)\nextends: base.yaml\ntargets: [tenbyte]\n") }
    let result = try tool.run("check", ".")
    #expect(result.out.components(separatedBy: "unit-missing]").count == 2)
    #expect(result.err.hasPrefix("4 files, "))
  }

  @Test func extendsStaysInTheRepository() throws {
    try tool.write("repo/.git/HEAD", "")
    try tool.write("repo/channels/a.yaml", "rung: 1\nname: a\nextends: [../base.yaml, ../../outside.yaml, gone.yaml, ../channels, ../link.yaml]\n")
    try tool.write("repo/base.yaml", "labels: {a: b}\n")
    try tool.write("outside.yaml", "labels: {a: b}\n")
    try FileManager.default.createSymbolicLink(atPath: tool.path("repo/link.yaml"), withDestinationPath: "../outside.yaml")
    let result = try tool.run("check", "a.yaml", in: "repo/channels")
    for reason in [
      "`../../outside.yaml` lies outside the repository", "`gone.yaml` does not exist", "`../channels` is a directory",
      "`../link.yaml` lies outside the repository",
    ] { #expect(result.out.contains(reason), "\(reason)") }
    #expect(!result.out.contains("`../base.yaml`"))
  }

  @Test func extendsInACircle() throws {
    try tool.write("a.yaml", "rung: 1\nname: a\nextends: x/b.yaml\n")
    try tool.write("x/b.yaml", "extends: ../a.yaml\n")
    let result = try tool.run("check", "./a.yaml")
    #expect(result.code == 1)
    #expect(result.out.contains("`../a.yaml` extends itself: a.yaml → x/b.yaml → a.yaml"))
  }

  @Test func jsonFitsItsSchema() throws {
    try tool.write("a.yaml", Spec.bad)
    let result = try tool.run("check", "--format", "json", "a.yaml", "gone.yaml")
    #expect(result.code == 3)
    let document = try #require(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    #expect(document["version"] as? Int == 1)
    #expect((document["diagnostics"] as? [[String: Any]])?.first?["id"] as? String == "spec/unit-missing")
    #expect((document["unreadable"] as? [[String: Any]])?.first?["file"] as? String == "gone.yaml")
    #expect((document["summary"] as? [String: Int])?["errors"] == 1)
  }

  @Test func aReaderThatGoesAway() throws {
    for number in 0..<400 { try tool.write("x/\(number).yaml", Spec.bad) }
    let result = try tool.shell("{ rung check x; echo \"code $?\" >&2; } | head -1")
    #expect(result.out == "error[spec/unit-missing]: `3000` has no unit\n")
    #expect(result.err == "400 files, 400 errors\ncode 1\n")
  }

  @Test func aFullDisk() throws {
    try tool.write("a.yaml", Spec.bad)
    let result = try tool.shell("rung check a.yaml > /dev/full")
    #expect(result.code == 3)
    #expect(result.err.contains("the results could not be written: no space left on device"))
  }

  @Test func colourOnATerminalOnly() throws {
    try tool.write("a.yaml", Spec.bad)
    #expect(!(try tool.run("check", "a.yaml", environment: ["TERM": "xterm"]).out.contains("\u{1B}")))
    let line = "script -qec 'rung check a.yaml' /dev/null"
    #expect(try tool.shell(line, environment: ["TERM": "xterm"]).out.contains("\u{1B}[1;31merror"))
    #expect(!(try tool.shell(line, environment: ["TERM": "xterm", "NO_COLOR": "1"]).out.contains("\u{1B}[")))
    #expect(!(try tool.shell(line, environment: ["TERM": "dumb"]).out.contains("\u{1B}[")))
  }

  @Test("hostile files get an answer", arguments: [
    Data(), Data([0]), Data([0xFF, 0xFE, 0x00]), Data([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0]), Data("\u{FEFF}".utf8), Data("---\n...\n".utf8),
    Data(String(repeating: "[", count: 100_000).utf8), Data("\r\r\r".utf8), Data("rung: 1\nname: \u{1}\n".utf8),
  ])
  func hostile(_ data: Data) throws {
    try tool.write("a.yaml", data)
    let result = try tool.run("check", "a.yaml")
    #expect(result.code == 1)
    #expect(result.out.hasPrefix("error["))
    #expect(result.out.contains("a.yaml:"))
  }
}
