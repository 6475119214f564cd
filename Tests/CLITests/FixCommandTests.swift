import Foundation
import RungTestSupport
import Testing
@testable import rung_cli

/// `check --fix` and `check --diff` on files.
@Suite struct FixCommandTests {
  private let tool: Tool
  init() throws { tool = try Tool() }

  private static let faulty = Spec.good.replacingOccurrences(of: "packaging:", with: "packagng:")

  @Test("of several errors that a mend brings the first by name is told, each time the same") func firstError() throws {
    try tool.write("m.yaml", """
      rung: 1
      name: E
      targets: {tenbyte: {region: sg-edge-04}, mkio: {project: a}, qencode: null, mux: null}
      ingest:
        mode: push
        protocols: [srt]
        source: {url: "foo://origin.example.com:9000"}
        video: {codec: h264, resolution: 1920x1080, fps: 30, keyframe_interval: 2s, bitrate: 4500k}
        audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}

      """)
    // Each process orders its sets in its own way.
    for _ in 0..<6 {
      let result = try tool.run("check", "--diff", "--unsafe", "m.yaml")
      #expect((result.out + result.err).contains("mkio/pull-scheme-not-taken"), "\(result.out)\(result.err)")
    }
  }

  @Test("the fixed text is in the file, byte for byte otherwise, and what is left is shown")
  func fixes() throws {
    let text = "\u{FEFF}# top\r\n" + Self.faulty.replacingOccurrences(of: "\n", with: "\r\n") + "low_latency: yes # end"
    try tool.write("a.yaml", text)
    let result = try tool.run("check", "--fix", "a.yaml")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: tool.path("a.yaml")))
    #expect(bytes == Data(text.replacingOccurrences(of: "packagng", with: "packaging").replacingOccurrences(of: ": yes", with: ": true").utf8))
    #expect(result.err.contains("fixed 2 findings in 1 file\n"), "\(result.err)")
    let again = try tool.run("check", "--fix", "a.yaml")
    #expect(again.err.contains("nothing to fix") && again.code == result.code && again.out == result.out)
    #expect(try tool.names() == ["a.yaml"])
  }

  @Test("JSON is fixed as JSON")
  func json() throws {
    try tool.write("a.json", "{\"rung\": 1, \"name\": 24, \"low_latency\": \"true\"}\n")
    _ = try tool.run("check", "--fix", "a.json")
    #expect(try tool.read("a.json") == "{\"rung\": 1, \"name\": \"24\", \"low_latency\": true}\n")
  }

  @Test("a fix that chooses a value waits for --unsafe, which alone is no option")
  func unsafe() throws {
    try tool.write("a.yaml", Spec.good + "recording: {formats: [hls], window: 3d, max_file_duration: 12}\nlow_latency: yes\nidle_timeout: 7w\n")
    let safe = try tool.run("check", "--fix", "a.yaml")
    #expect(safe.err.contains("fixed 1 finding in 1 file; 1 more with --unsafe"), "\(safe.err)")
    let unsafe = try tool.run("check", "--fix", "--unsafe", "a.yaml")
    #expect(try tool.read("a.yaml").contains("idle_timeout: 49d"), "\(unsafe.err)")
    #expect(try tool.run("check", "--unsafe", "a.yaml").code == 2)
  }

  @Test("of standard input the fixed text is printed, and what is left is said beside it")
  func input() throws {
    let result = try tool.run("check", "--fix", "-", input: Self.faulty)
    #expect(result.out == Spec.good && result.code == 0 && result.err.contains("fixed 1 finding"), "\(result.err)")
    #expect(try tool.run("check", "--fix", "-", "a.yaml", input: "").code == 2)
    #expect(try tool.run("check", "--fix", "-", "--format", "json", input: "").code == 2)
  }

  @Test("a base that was not named is not written, and one that was is")
  func bases() throws {
    let base = "base: true\nlow_latency: yes\n"
    try tool.write("shared/base.yaml", base)
    try tool.write("a.yaml", Spec.good + "extends: shared/base.yaml\n")
    let alone = try tool.run("check", "--fix", "a.yaml")
    #expect(try tool.read("shared/base.yaml") == base)
    #expect(alone.err.contains("not fixed: 1 finding in shared/base.yaml, which was not named; name it as well"), "\(alone.err)")
    try tool.shellOK("ln -s ../shared/base.yaml shared/link.yaml")
    let both = try tool.run("check", "--fix", ".")
    #expect(try tool.read("shared/base.yaml") == base.replacingOccurrences(of: "yes", with: "true"), "\(both.err)")
  }

  @Test("links stay and lead to the fixed text, mode and owner stay, a link out of the repository is not followed")
  func links() throws {
    try tool.write("real/a.yaml", Self.faulty)
    try tool.write("away/b.yaml", Self.faulty)
    try tool.shellOK("mkdir repo repo/.git repo/in; mv real/a.yaml repo/in/a.yaml; chmod 640 repo/in/a.yaml; ln -s in/a.yaml repo/l.yaml; ln -s ../away/b.yaml repo/m.yaml")
    let result = try tool.run("check", "--fix", "repo/l.yaml", "repo/m.yaml")
    #expect(try tool.read("repo/in/a.yaml") == Spec.good)
    #expect(try tool.read("away/b.yaml") == Self.faulty)
    #expect(result.code == 3 && result.err.contains("repo/m.yaml is a link to") && result.err.contains("name that file itself"), "\(result.err)")
    let attributes = try FileManager.default.attributesOfItem(atPath: tool.path("repo/in/a.yaml"))
    #expect((attributes[.posixPermissions] as? Int) == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: tool.path("repo/l.yaml")) == "in/a.yaml")
  }

  @Test("a file that may not be written is said, and the others are written", .enabled(if: Privilege.canBecomeAnother))
  func readOnly() throws {
    try tool.write("a.yaml", Self.faulty)
    try tool.write("b.yaml", Self.faulty)
    try tool.write("c/c.yaml", Self.faulty)
    try tool.shellOK("cp \(Tool.binary.path) rung; chmod 755 rung c; chmod 444 a.yaml; chmod 777 .; chown 65534:65534 b.yaml; chmod 666 c/c.yaml")
    let result = try tool.shell("\(Privilege.asAnother) ./rung check --fix a.yaml b.yaml c/c.yaml")
    #expect(result.code == 3 && result.err.contains("error: a.yaml cannot be written: permission denied"), "\(result.err)")
    #expect(result.err.contains("error: c/c.yaml cannot be replaced: a new file cannot be made in its directory (permission denied)"), "\(result.err)")
    #expect(result.err.contains("fixed 1 finding in 1 file\n"), "\(result.err)")
    let again = try tool.shell("\(Privilege.asAnother) ./rung check --fix a.yaml")
    #expect(again.code == 3 && again.err.contains("fixed 0 findings in 0 files\n"), "\(again.err)")
    #expect(try tool.read("a.yaml") == Self.faulty)
    #expect(try tool.read("b.yaml") == Spec.good)
    #expect(try tool.read("c/c.yaml") == Self.faulty)
  }

  @Test("what another program has written meanwhile is not overwritten, nor is a link or another file in its place")
  func meanwhile() throws {
    let path = tool.path("a.yaml")
    try tool.write("a.yaml", "new\n")
    #expect(throws: Failure.self) { try OutputFiles.replace(path, holding: Array("old\n".utf8), by: Array("mine\n".utf8)) }
    #expect(try tool.read("a.yaml") == "new\n")
    #expect(try tool.names() == ["a.yaml"])
    try OutputFiles.replace(path, holding: Array("new\n".utf8), by: Array("mine\n".utf8))
    #expect(try tool.read("a.yaml") == "mine\n")
    #expect(try tool.names() == ["a.yaml"])
  }

  @Test("killed at any moment the old file or the new one is there, and the next run leaves nothing beside it")
  func killed() throws {
    let filler = (0..<6000).map { "# comment \($0) \(String(repeating: "x", count: 60))\n" }.joined()
    let old = Self.faulty + filler, new = Spec.good + filler
    var outcomes: [Bool: Int] = [:]
    for round in 0..<Depth.times(150, quick: 30) {
      try tool.write("d/a.yaml", old)
      let process = Process()
      process.executableURL = Tool.binary
      process.arguments = ["check", "--fix", "d/a.yaml"]
      process.currentDirectoryURL = tool.directory
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      // The time that a run takes differs from one machine to the next: the moments spread over all of it.
      usleep(UInt32(round % 30) * 6000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let text = try tool.read("d/a.yaml")
      #expect(text == old || text == new, "a text of \(text.utf8.count) bytes")
      outcomes[text == new, default: 0] += 1
    }
    try tool.write("d/.rung-left.new", "half")
    try tool.write("d/a.yaml", old)
    _ = try tool.run("check", "--fix", "d/a.yaml")
    #expect(try tool.read("d/a.yaml") == new)
    #expect(try FileManager.default.contentsOfDirectory(atPath: tool.path("d")) == ["a.yaml"])
    #expect(outcomes[false, default: 0] > 0, "\(outcomes)")
  }

  // MARK: Diffs

  @Test("the diff is what git apply and patch take, and nothing is written", arguments: [
    "a.yaml", "with space.yaml", "kanäle/ünï ©.yaml", "quo\"te\\back.yaml", "deep/er/a.json",
  ])
  func diff(_ name: String) throws {
    var old = "# head\n" + Self.faulty + "# one\n# two\n# three\n# four\n# five\n# six\n# seven\nlow_latency: yes"
    if name.hasSuffix(".json") { old = "{\"rung\": 1,\r\n\"name\": 24,\r\n\"low_latency\": \"true\"}" }
    if name.hasPrefix("with") { old = old.replacingOccurrences(of: "\n", with: "\r\n") }
    try tool.write(name, old)
    let result = try tool.run("check", "--diff", name)
    #expect(result.code == 1 && result.err.contains("would fix 2 findings in 1 file; nothing was written"), "\(result.err)")
    #expect(try tool.read(name) == old)
    try tool.write("fix.patch", result.out)
    try tool.write("copy/\(name)", old)
    for (folder, command) in [(".", "git init -q . && git apply fix.patch"), ("copy", "patch -s --binary -p1 -d copy < fix.patch")] {
      let applied = try tool.shell(command)
      #expect(applied.code == 0, "\(command): \(applied.out)\(applied.err)\n\(result.out)")
      let path = folder == "." ? name : "copy/\(name)"
      let patched = try tool.read(path)
      #expect(patched != old, "\(path)")
      #expect(try tool.run("check", "--diff", path).code == 0, "\(patched)")
    }
    let (here, there) = (try tool.read(name), try tool.read("copy/\(name)"))
    #expect(here == there)
  }

  @Test("without anything to fix there is no diff, and secrets are masked in one")
  func diffs() throws {
    try tool.write("a.yaml", Spec.good)
    let clean = try tool.run("check", "--diff", "a.yaml")
    #expect(clean.code == 0 && clean.out.isEmpty && clean.err == "nothing to fix\n", "\(clean.err)")
    try tool.write("b.yaml", "rung: 1\nname: 24\nwebhook: https://me:hunter2hunter2@example.com/\n")
    let masked = try tool.run("check", "--diff", "b.yaml")
    #expect(masked.code == 1 && !masked.out.contains("hunter2") && masked.err.contains("masks secrets, and cannot be applied"), "\(masked.out)")
    #expect(try tool.run("check", "--diff", "--format", "json", "a.yaml").code == 2)
    #expect(try tool.run("check", "--fix", "--since", "HEAD", "a.yaml").code == 2)
    #expect(try tool.run("check", "--fix", "--as", "tenbyte", "a.json").code == 2)
  }

  // MARK: fmt

  @Test("fmt writes the canonical form of specs and bases, and passes over what is neither")
  func fmt() throws {
    let form = "rung: 1\nname: a\ntargets: [tenbyte]\n"
    try tool.write("c/a.yaml", "name: 'a' # x\nrung: 1\ntargets: [ tenbyte ]\n")
    try tool.write("c/base.yaml", "low_latency:   true\nbase: true\n")
    try tool.write("c/other.yaml", "b:   1\na:   [1,2]\n")
    try tool.write("c/broken.yaml", "rung: [\n")
    try tool.shellOK("chmod 640 c/a.yaml")
    let checked = try tool.run("fmt", "--check", "c")
    #expect(checked.code == 1 && checked.out == "c/a.yaml\nc/base.yaml\n" && checked.err.contains("2 of 2 files would be formatted"), "\(checked.out)\(checked.err)")
    let diff = try tool.run("fmt", "--diff", "c/a.yaml")
    #expect(diff.code == 1 && diff.out.hasPrefix("--- a/c/a.yaml\n+++ b/c/a.yaml\n@@ -1,3 +1,3 @@\n"), "\(diff.out)")
    let result = try tool.run("fmt", "c")
    #expect(result.code == 1 && result.err.contains("c/broken.yaml:") && result.err.contains("2 of 2 files formatted"), "\(result.err)")
    #expect(try tool.read("c/a.yaml") == form.replacingOccurrences(of: "name: a", with: "name: a  # x"))
    #expect(try tool.read("c/base.yaml") == "base: true\nlow_latency: true\n".split(separator: "\n").sorted { $0.hasPrefix("low") && !$1.hasPrefix("low") }.joined(separator: "\n") + "\n")
    #expect(try tool.read("c/other.yaml") == "b:   1\na:   [1,2]\n")
    #expect(try tool.read("c/broken.yaml") == "rung: [\n")
    #expect(try tool.run("fmt", "c/a.yaml", "c/base.yaml").err == "0 of 2 files formatted\n")
    #expect(try tool.run("fmt", "--check", "c/a.yaml").code == 0)
  }

  @Test("fmt of a list formats the specs among it, and of an empty list there is nothing to say")
  func fmtList() throws {
    try tool.write("c/a.yaml", "name: a\nrung: 1\n")
    try tool.write("c/other.yaml", "b:   1\n")
    let result = try tool.run("fmt", "--files-from", "-", input: "c/a.yaml\nc/other.yaml\nc/gone.yaml\nREADME.md\n")
    #expect(result.code == 0 && result.err == "1 of 1 file formatted\n", "\(result.err)")
    #expect(try tool.read("c/a.yaml") == "rung: 1\nname: a\n" && tool.read("c/other.yaml") == "b:   1\n")
    for command in ["fmt", "check"] {
      try tool.shellOK("rm -f c/a.yaml; rung \(command) c --files-from /dev/null")
      #expect(try tool.run(command, "c").code == 3)
      #expect(try tool.run(command, "chanels", "--files-from", "/dev/null").code == 3)
    }
  }

  @Test("fmt of standard input prints the form, and what cannot be formatted has codes of its own")
  func fmtInput() throws {
    let result = try tool.run("fmt", "-", "--stdin-filename", "x.json", input: "{\"name\": \"a\", \"rung\": 1}")
    #expect(result.code == 0 && result.out == "{\n  \"rung\": 1,\n  \"name\": \"a\"\n}\n" && result.err.isEmpty, "\(result.err)")
    #expect(try tool.run("fmt", "-", input: "rung: [").code == 1)
    try tool.write("list.yaml", "- a\n")
    #expect(try tool.run("fmt", "list.yaml").code == 3)
    #expect(try tool.run("fmt", "missing.yaml").code == 3)
    #expect(try tool.run("fmt").code == 2)
    #expect(try tool.run("fmt", "-", "list.yaml", input: "").code == 2)
  }

  @Test("of 500 channels with 12 faults those are changed, and nothing else")
  func fleet() throws {
    for number in 0..<500 {
      let text = "# channel \(number)\n" + Spec.good.replacingOccurrences(of: "Live TV Channel", with: "Channel \(number)")
      try tool.write("channels/\(number % 7)/\(number).yaml", text)
    }
    let before = try tool.shell("cat channels/*/*.yaml | sort | uniq -c | sort > before; find channels -type f | xargs md5sum | sort -k2 > sums")
    #expect(before.code == 0)
    let seeds = ["packaging:": "packagng:", "3000k": "\"3,000k\"", "{mode: push": "{mode: psh", "fps: 25": "fsp: 25"]
    var changed: Set<String> = []
    for (index, seed) in (seeds.sorted { $0.key < $1.key } + seeds.sorted { $0.key < $1.key } + seeds.sorted { $0.key < $1.key }).enumerated() {
      let name = "channels/\((index * 41) % 7)/\(index * 41).yaml"
      try tool.write(name, try tool.read(name).replacingOccurrences(of: seed.key, with: seed.value))
      changed.insert(name)
    }
    let started = Date()
    let result = try tool.run("check", "--fix", "--unsafe", "channels")
    let took = Date().timeIntervalSince(started)
    #expect(result.code == 0 && result.err.contains("fixed 12 findings in 12 files"), "\(result.out)\(result.err)")
    let left = try tool.shell("find channels -type f | xargs md5sum | sort -k2 | diff sums - | grep '^>'")
    // `3,000k` and the like come back as they were.
    #expect(left.out.isEmpty, "\(left.out) \(changed.count)")
    #expect(took < 120, "\(took)")
  }
}

extension Tool {
  fileprivate func shellOK(_ line: String) throws {
    let result = try shell(line)
    #expect(result.code == 0, "\(line): \(result.err)")
  }
}
