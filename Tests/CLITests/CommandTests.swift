import Foundation
import Rung
import RungProviders
import RungSource
import RungTestSupport
import Testing

@Suite struct CommandTests {
  let tool: Tool

  init() throws { tool = try Tool() }

  @Test("wrong usage is 2 and says what to do", arguments: [
    (["chekc"], "did you mean `rung check`?"), (["a.yaml"], "write `rung check a.yaml`"), (["check", "--fro", "tenbyte", "x"], "--fro"),
    (["check", "--for", "tenbite", "x"], "did you mean `tenbyte`?"), (["check", "--for", ",", "x"], "there is no provider ``"),
    (["explain"], "`rung rules`"), (["explain", "ladder/gop-mismath"], "did you mean `ladder/gop-mismatch`?"),
    (["explain", "gop-mismacth"], "did you mean `ladder/gop-mismatch`?"), (["explain", "--value"], "FILE PATH"),
    (["rules", "--family", "lader"], "did you mean `ladder`?"), (["providers", "tenbit"], "did you mean `tenbyte`?"),
    (["presets", "show", "tenbyte-balansed"], "did you mean `tenbyte-balanced`?"), (["schema", "straem"], "did you mean `stream"),
    (["compile"], "file"), (["check", "--format", "xml", "x"], "xml"), (["init", "x.json"], ".yaml"),
  ])
  func usage(_ arguments: [String], _ says: String) throws {
    let result = try tool.shell("rung " + arguments.map { "'\($0)'" }.joined(separator: " "))
    #expect(result.code == 2, "\(result.err)")
    #expect(result.out == "")
    #expect(result.err.contains(says), "\(result.err)")
  }

  @Test("help", arguments: ["", "check", "compile", "plan", "matrix", "ladder", "ladder inspect", "ladder design", "ladder preview", "report", "import", "convert", "diff", "explain", "rules", "providers", "presets", "schema", "init", "mcp", "completions"])
  func help(_ command: String) throws {
    let result = try tool.shell("rung \(command) --help")
    #expect(result.code == 0)
    #expect(result.err == "")
    #expect(result.out.contains("EXAMPLES:"), "\(command)")
    #expect(!result.out.contains("\\"))
    for line in result.out.split(separator: "\n") { #expect(line.count <= 120, "\(line)") }
  }

  @Test("a matrix in every format; 1 when no provider takes the stream")
  func matrix() throws {
    try tool.write("a.yaml", "rung: 1\nname: news\ningest: {protocols: [rtmp]}\n")
    for format in ["text", "json", "markdown"] {
      let result = try tool.run("matrix", "a.yaml", "--format", format)
      #expect(result.code == 0, "\(result.err)")
      for provider in Providers.all { #expect(result.out.contains(provider.title)) }
    }
    #expect(try !tool.run("matrix", "a.yaml", "--for", "qencode").out.contains("Tenbyte"))
    try tool.write("b.yaml", "rung: 1\nname: [news\n")
    let broken = try tool.run("matrix", "b.yaml")
    #expect(broken.code == 1)
    #expect(broken.err.contains("error["), "\(broken.err)")
  }

  @Test("what renditions come to; 1 when something is wrong, and what could be read is shown")
  func ladderInspect() throws {
    try tool.write("a.yaml", Spec.good)
    let text = try tool.run("ladder", "inspect", "a.yaml")
    #expect(text.code == 0, "\(text.err)")
    #expect(text.err == "")
    #expect(text.out.contains("1080p  H.264  1920x1080  25   3 Mbps   ≥ 4.0  –       50 = 2 s"), "\(text.out)")
    let json = try tool.shell("rung ladder inspect - --format json < a.yaml")
    for member in ["\"name\": \"1080p\"", "\"minimum_level\": \"4.0\"", "\"gop_frames\": 50"] { #expect(json.out.contains(member), "\(json.out)\(json.err)") }
    try tool.write("b.yaml", Spec.bad)
    let bad = try tool.run("ladder", "inspect", "b.yaml")
    #expect(bad.code == 1)
    #expect(bad.err.contains("error[spec/unit-missing]"), "\(bad.err)")
    #expect(bad.out.contains("1920x1080"))
    #expect(try tool.run("ladder", "inspect", "missing.yaml").code == 3)
    #expect(try tool.run("ladder", "inspect", "a.yaml", "--for", "tenbite").code == 2)
    #expect(try tool.run("ladder", "inspcet", "a.yaml").code == 2)
    #expect(try tool.run("schema", "inspection").out.contains("minimum_level"))
  }

  @Test func noArguments() throws {
    let result = try tool.run()
    #expect(result.code == 0)
    #expect(result.out.contains("USAGE: rung"))
    #expect(try tool.run("--version").code == 0)
  }

  @Test("starters pass", arguments: Providers.ids + [""])
  func starter(_ provider: String) throws {
    let made = provider.isEmpty ? try tool.run("init", "s.yaml") : try tool.run("init", "s.yaml", "--for", provider)
    #expect(made.code == 0)
    #expect(made.err.contains("wrote s.yaml"))
    // What a provider whose bodies nobody has read yet has no field for is a warning.
    let isBare = !provider.isEmpty && Providers.named(provider)?.reader == nil
    let checked = isBare ? try tool.run("check", "s.yaml") : try tool.run("check", "--strict", "s.yaml")
    #expect(checked.code == 0, "\(checked.out)")
    #expect(try tool.run("compile", "s.yaml").code == 0)
    #expect(try tool.run("fmt", "--check", "s.yaml").code == 0)
    let before = try tool.read("s.yaml")
    let again = try tool.run("init", "s.yaml")
    #expect(again.code == 3)
    #expect(again.err.contains("exists already"))
    #expect(try tool.read("s.yaml") == before)
    #expect(try tool.run("init", "-").out.hasPrefix("# `rung check` judges"))
  }

  /// What one provider takes and another does not is warned of, and keeps nothing from being sent.
  @Test func starterForAll() throws {
    _ = try tool.run("init", "s.yaml", "--for", Providers.ids.joined(separator: ","))
    let result = try tool.run("compile", "s.yaml")
    #expect(result.code == 0, "\(result.err)")
    #expect(try tool.run("fmt", "--check", "s.yaml").code == 0)
    let bodies = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any]
    #expect(Set(bodies.map { Array($0.keys) } ?? []) == Set(Providers.ids))
  }

  @Test func compilePrintsTheBody() throws {
    try tool.write("a.yaml", Spec.lossy)
    let result = try tool.run("compile", "a.yaml")
    #expect(result.code == 0)
    #expect(result.out.hasPrefix("{\n  \"name\": \"Live TV Channel\",\n"))
    #expect(result.err == "tenbyte: 1 value in 1 file has no field there; --notes shows it, `rung matrix` explains it\n\n1 file, 1 note (--notes shows it)\n")
    #expect(try tool.run("compile", "a.yaml", "--notes").err.contains("note[tenbyte/not-expressible]"))
    #expect(try tool.run("compile", "a.yaml", "--quiet").err == "")
    #expect(try tool.run("compile", "a.yaml", "--request", "create", "--for", "tenbyte").out == result.out)
    let wrong = try tool.run("compile", "a.yaml", "--request", "craete")
    #expect(wrong.code == 2)
    #expect(wrong.err.contains("did you mean `create`?"))
  }

  @Test func compileOfSeveralStreamsIsAList() throws {
    try tool.write("a.yaml", Spec.good + "---\n" + Spec.good)
    let result = try tool.run("compile", "a.yaml")
    let list = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [[String: Any]]
    #expect(list?.map { $0["name"] as? String } == ["Live TV Channel", "Live TV Channel"])
    let files = try tool.run("compile", "a.yaml", "--out", "deep/er")
    #expect(files.out == "deep/er/live-tv-channel.tenbyte.create.json\ndeep/er/live-tv-channel-2.tenbyte.create.json\n")
    #expect(try tool.names("deep/er") == ["live-tv-channel-2.tenbyte.create.json", "live-tv-channel.tenbyte.create.json"])
  }

  @Test func errorsWriteNothing() throws {
    try tool.write("a.yaml", Spec.bad)
    let result = try tool.run("compile", "a.yaml", "--out", "build")
    #expect(result.code == 1)
    #expect(result.out == "")
    #expect(result.err.contains("error[spec/unit-missing]"))
    #expect(try tool.names() == ["a.yaml"])
    #expect(try tool.run("plan", "a.yaml").code == 1)
  }

  @Test func compileForNobody() throws {
    try tool.write("a.yaml", "rung: 1\nname: a\n")
    let result = try tool.run("compile", "a.yaml")
    #expect(result.code == 2)
    #expect(result.err.contains("add `targets`, or say --for "))
    #expect(try tool.run("compile", ".").code == 2)
    #expect(try tool.run("ladder", "inspect", ".").err.contains("is a directory"))
    #expect(try tool.run("compile", "gone.yaml").code == 3)
  }

  @Test func outputThatCannotBeWritten() throws {
    try tool.write("a.yaml", Spec.good)
    let result = try tool.run("compile", "a.yaml", "--out", "a.yaml")
    #expect(result.code == 3)
    #expect(result.err.contains("a.yaml is a file, not a directory"))
  }

  @Test func secretsAreResolvedWhenAskedFor() throws {
    let spec = Spec.good + "webhook: https://hooks.example.com/${env:HOOK_PATH}\n"
    try tool.write("a.yaml", spec)
    #expect(try tool.run("compile", "a.yaml", environment: ["HOOK_PATH": "s3cret"]).out.contains("${env:HOOK_PATH}"))
    let result = try tool.run("compile", "a.yaml", "--resolve-secrets", environment: ["HOOK_PATH": "s3cret"])
    #expect(result.out.contains("\"webhook_url\": \"https://hooks.example.com/s3cret\""))
    #expect(result.err.contains("read from the environment: HOOK_PATH\n"))
    #expect(!result.err.contains("s3cret"))
    let missing = try tool.run("compile", "a.yaml", "--resolve-secrets", "--out", "build")
    #expect(missing.code == 3)
    #expect(missing.err.contains("HOOK_PATH is not set in the environment"))
    #expect(try tool.names() == ["a.yaml"])
    _ = try tool.run("compile", "a.yaml", "--resolve-secrets", "--out", "build", environment: ["HOOK_PATH": "s3cret"])
    let mode = try FileManager.default.attributesOfItem(atPath: tool.path("build/live-tv-channel.tenbyte.create.json"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func literalSecretsStayHidden() throws {
    try tool.write("a.yaml", Spec.good + "simulcast: [{url: \"rtmp://a.example.com/live\", key: live_4f9a8b7c6d, kez: x}]\n")
    for arguments in [["check", "a.yaml"], ["check", "--format", "json", "a.yaml"], ["compile", "a.yaml"], ["plan", "a.yaml"]] {
      let result = try tool.shell("rung \(arguments.joined(separator: " "))")
      #expect(!(result.out + result.err).contains("live_4f9a8b7c6d"), "\(arguments)")
    }
    #expect(try tool.run("check", "a.yaml").out.contains("key: ••••••••, kez: x}]"))
  }

  @Test func plans() throws {
    try tool.write("a.yaml", Spec.good)
    let text = try tool.run("plan", "a.yaml")
    #expect(text.out.contains("POST https://api.tenbyte.io/v1/livestream/streams"))
    let json = try tool.run("plan", "a.yaml", "--format", "json")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
    #expect((document["streams"] as? [[String: Any]])?.first?["name"] as? String == "Live TV Channel")
  }

  @Test func planFormats() throws {
    try tool.write("a.yaml", Spec.good)
    let back = try tool.run("plan", "a.yaml", "--teardown")
    #expect(back.out.hasPrefix("Live TV Channel for tenbyte, teardown: 2 requests\n"))
    let script = try tool.run("plan", "a.yaml", "--format", "curl")
    #expect(script.out.hasPrefix("#!/bin/sh\n# Live TV Channel for tenbyte: creation to playback, in 1 step.\n"))
    #expect(script.out.contains("rung_state=${RUNG_STATE:-live-tv-channel.tenbyte.state.json}\n"))
    try tool.write("up.sh", script.out)
    #expect(try tool.shell("sh -n up.sh").code == 0)
    #expect(try tool.shell("sh up.sh").err.contains("TENBYTE_TOKEN"))
    #expect(try tool.run("plan", "a.yaml", "--format", "http", "--teardown").out.contains("\n# @name stop_wait\n"))
  }

  @Test func oneScriptIsForOnePlan() throws {
    try tool.write("a.yaml", Spec.good + "---\n" + Spec.good.replacingOccurrences(of: "Live TV Channel", with: "Other"))
    let both = try tool.run("plan", "a.yaml", "--format", "curl")
    #expect(both.code == 2)
    #expect(both.err.contains("here are 2 plans; say --stream NAME"))
    #expect(try tool.run("plan", "a.yaml", "--format", "curl", "--stream", "Other").out.contains("# Other for tenbyte:"))
    let none = try tool.run("plan", "a.yaml", "--stream", "Third")
    #expect(none.code == 2)
    #expect(none.err.contains("has no stream `Third`; it has Live TV Channel, Other"))
  }

  @Test func whoSetAValue() throws {
    try tool.write("a.yaml", Spec.good)
    #expect(
      try tool.run("explain", "--value", "a.yaml", "ladder.video[0].gop").out
        == "tenbyte create: ladder.video[0].gop = 50\n  derived: 25 fps × 2s = 50 frames (a.yaml:7:42)\n")
    #expect(
      try tool.run("explain", "--value", "a.yaml", "/name").out
        == "tenbyte create: name = \"Live TV Channel\"\n  written at a.yaml:2:7\n")
    #expect(try tool.run("explain", "--value", "a.yaml", "ladder.video").out.contains("audio_bitrate_kbps = 128"))
    #expect(try tool.run("explain", "--value", "a.yaml", "nmae").code == 2)
  }

  @Test func everyRuleIsExplained() throws {
    for rule in Depth.some(allRules, quick: 10) {
      let text = try tool.run("explain", rule.id.rawValue)
      #expect(text.code == 0, "\(rule.id)")
      #expect(text.out.contains(rule.summary))
    }
    #expect(try tool.run("explain", "tenbyte/too-many-renditions").out.hasPrefix("error[tenbyte/too-many-renditions]"))
    #expect(try tool.run("explain", "gop-mismatch").out.contains("  |                                                        ^^\n"))
  }

  @Test func lists() throws {
    #expect(try tool.run("rules").out.split(separator: "\n").count == allRules.count)
    let rules = try JSONSerialization.jsonObject(with: Data(tool.run("rules", "--format", "json").out.utf8)) as? [String: Any]
    #expect((rules?["rules"] as? [Any])?.count == allRules.count)
    for provider in Providers.all {
      let page = try tool.run("providers", provider.id)
      #expect(page.out.contains("Published limits of"), "\(provider.id)")
      #expect(page.out.contains("checked 20"))
    }
    for preset in Presets.all { #expect(try tool.run("presets", "show", preset.name).out == preset.text) }
    for line in try tool.run("schema").out.split(separator: "\n") {
      let name = String(line.prefix { $0 != " " })
      let text = try tool.run("schema", name).out
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }
    for shell in ["bash", "zsh", "fish"] { #expect(try tool.run("completions", shell).out.contains("rung")) }  }

  @Test("rule packs: listed with their requirements, asked for by the run or by the spec")
  func packs() throws {
    let rules = try tool.run("rules", "--pack", "apple-hls")
    #expect(rules.code == 0)
    #expect(rules.out.contains("apple-hls/frame-rate-above-60 "))
    #expect(rules.out.contains("error    1.19 (SHALL NOT): above 60 fps\n"))
    #expect(rules.out.contains("error    1.5 (MUST): the container for HEVC is fMP4\n"))
    #expect(!rules.out.contains("dash-if/"))
    #expect(try tool.run("rules").out.contains("HEVC in MPEG-TS segments [apple-hls: error]\n"))
    #expect(try tool.run("rules", "--pack", "apple-hls", "--format", "json").out.contains("\"pack\": \"apple-hls\""))
    #expect(try tool.run("explain", "spec/hevc-in-mpegts").out.contains("Required by `apple-hls` (error): "))

    let text = "rung: 1\nname: a\nladder: {renditions: [{name: a, resolution: 640x360, fps: 120, bitrate: 2000k}, {name: b, resolution: 320x180, bitrate: 150k}]}\n"
    try tool.write("a.yaml", text)
    #expect(try tool.run("check", "a.yaml").code == 0)
    let asked = try tool.run("check", "a.yaml", "--pack", "apple-hls,dash-if")
    #expect(asked.code == 1)
    #expect(asked.out.contains("error[apple-hls/frame-rate-above-60]: "))
    try tool.write("a.yaml", text + "packs: [apple-hls]\n")
    #expect(try tool.run("check", "a.yaml").out == asked.out)
    let unknown = try tool.run("check", "a.yaml", "--pack", "aple-hls")
    #expect(unknown.code == 2)
    #expect(unknown.err.contains("did you mean `apple-hls`?"))
  }

  @Test("a file whose name starts with a hyphen is no option, and none of its letters is one")
  func hyphens() throws {
    for name in ["-dash.yaml", "-h.yaml", "-q.yml"] {
      try tool.write(name, "rung: 1\n")
      for command in ["check", "compile", "fmt --check"] {
        let result = try tool.shell("rung \(command) *\(name)")
        #expect(result.code == 2 && result.err.contains("write `./\(name)`") && result.out == "", "\(command) \(name): \(result.out)\(result.err)")
        #expect(try tool.shell("rung \(command) -- *\(name)").code != 2 || command == "compile")
      }
    }
  }

  @Test("--quiet shows what the exit code is about")
  func quietStrict() throws {
    try tool.write("a.yaml", Spec.doubted)
    let result = try tool.run("check", "a.yaml", "--strict", "--quiet")
    #expect(result.code == 1 && result.out.contains("warning[") && result.err == "", "\(result.out)\(result.err)")
    #expect(try tool.run("check", "a.yaml", "--quiet").out == "")
  }

  @Test("of a base alone nothing is shown", arguments: ["ladder inspect", "ladder preview", "compile", "plan"])
  func baseAlone(_ command: String) throws {
    try tool.write("base.yaml", "base: true\nladder: {preset: tenbyte-balanced}\n")
    let result = try tool.shell("rung \(command) base.yaml")
    #expect(result.code == 3 && result.out == "" && result.err.contains("base.yaml is a base, of which nothing is sent"), "\(result.out)\(result.err)")
  }

  @Test("a spec that lacks `rung` and `targets` is judged in a directory as it is by its name")
  func keysOfSpecsAlone() throws {
    try tool.write("la/x.yaml", "name: X\nladder: {preset: tenbyte-balanced}\npackaging: {hls: {segment_format: mpegts}}\ningest: {protocols: [rtmp]}\nkind: linear\n")
    try tool.write("la/y.YaMl", Spec.good)
    let result = try tool.run("check", "la")
    #expect(result.code == 1 && result.out.contains("la/x.yaml:1:1") && result.err.hasPrefix("2 files"), "\(result.out)\(result.err)")
  }

  @Test("a shell offers ids of rules, and names after a comma")
  func completions() throws {
    try tool.write("offer.sh", """
      eval "$(rung completions bash)"
      offer() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMPREPLY=(); _rung "$1" "${@: -1}" "${COMP_WORDS[COMP_CWORD - 1]}"; echo "${COMPREPLY[@]}"; }
      offer rung check --for tenbyte,
      offer rung explain ladder/gop
      offer rung explain tenbyte/too-many-ren
      offer rung rules --family app
      offer rung check --select ladder/gop-mismatch,ladder/gop-not
      """)
    let result = try tool.shell("bash offer.sh")
    #expect(result.out == """
      \(Targets.ids.filter { $0 != "tenbyte" }.map { "tenbyte,\($0)" }.joined(separator: " "))
      ladder/gop-mismatch ladder/gop-not-whole
      tenbyte/too-many-renditions
      apple-hls
      ladder/gop-mismatch,ladder/gop-not-whole

      """, "\(result.err)")
  }

  @Test("the manual page has every command and option, and troff has nothing against it", .enabled(if: Judge.present(.man)))
  func manual() throws {
    let page = try tool.run("help", "--man")
    #expect(page.code == 0 && page.out.hasPrefix(".TH RUNG 1"))
    try tool.write("rung.1", page.out)
    let result = try tool.shell("LC_ALL=C.UTF-8 MANWIDTH=100 man --warnings -E UTF-8 -l rung.1 | col -b")
    #expect(result.code == 0 && result.err == "", "\(result.err)")
    for word in ["rung ladder design", "--min-severity severity", "--for target", "--quiet, -q", "git diff --name-only main... | rung check --files-from -"] {
      #expect(result.out.contains(word), "\(word)\n\(result.out)")
    }
  }
}
