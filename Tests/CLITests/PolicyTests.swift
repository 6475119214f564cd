import Foundation
import Rung
import RungTestSupport
import Testing

/// Comments that allow findings, baselines and configurations, from the command line.
@Suite struct PolicyTests {
  private let tool: Tool

  init() throws { tool = try Tool() }

  static func found(_ result: Tool.Result) throws -> [String] {
    let document = try #require(JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any], "\(result.out)\(result.err)")
    let found = try #require(document["diagnostics"] as? [[String: Any]])
    return found.filter { $0["severity"] as? String != "note" }.map { "\($0["file"] ?? "") \($0["severity"] ?? "") \($0["id"] ?? "")" }
  }

  /// Errors and warnings of a run, sorted.
  private func check(_ arguments: String...) throws -> [String] {
    try Self.found(try tool.run(list: ["check", "--format", "json"] + arguments)).sorted()
  }

  /// A spec with one error, which can be allowed, and one warning.
  static let faulty = """
    rung: 1
    name: a one
    targets: {tenbyte: {region: sg-edge-04}}
    ingest: {mode: push, protocols: [rtmp]}
    ladder:
      defaults: {fps: 25, codec: h264, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
      renditions:
        - name: 1080p
          resolution: 1920x1080
          bitrate: 3000k
          gop: 49
          keyframe_interval: 2s
    packaging:
      hls: {segment_format: mpegts, segment_duration: 6s, playlist_segments: 4}

    """

  private static let both = ["a.yaml error ladder/gop-mismatch", "a.yaml warning spec/playlist-below-six-segments"]

  private func edited(_ line: String, _ replacement: String) -> String {
    let text = Self.faulty.replacingOccurrences(of: line, with: replacement)
    #expect(text != Self.faulty, "\(line)")
    return text
  }

  // MARK: Comments

  static let gap = "# rung: allow ladder/gop-mismatch -- the encoder decides"

  @Test(
    "a comment allows what starts on its line, what the key or item below it holds, or what the file has",
    arguments: [
      ("      gop: 49", "      gop: 49 \(gap)", true), ("      gop: 49", "      \(gap)\n      gop: 49", true),
      ("      gop: 49", "      \(gap)\n\n      # another comment\n      gop: 49", true), ("    - name: 1080p", "    \(gap)\n    - name: 1080p", true),
      ("ladder:", "\(gap)\nladder:", true), ("  renditions:", "  \(gap)\n  renditions:", true),
      ("packaging:", "# rung: allow-file ladder/gop-mismatch -- the encoder decides\npackaging:", true),
      ("      gop: 49", "      gop: 49 # rung: allow spec/no-target, ladder/gop-mismatch -- two", true),
      ("      gop: 49", "      gop: 49 #rung:allow ladder/gop-mismatch -- tight", true),
      // Elsewhere.
      ("    - name: 1080p", "    - name: 1080p \(gap)", false), ("      bitrate: 3000k", "      \(gap)\n      bitrate: 3000k", false),
      ("packaging:", "\(gap)\npackaging:", false), ("ladder:", "ladder: \(gap)", false), ("rung: 1", "\(gap)\nrung: 1", false),
      // No comments.
      ("name: a one", "name: \"a one \(gap)\"", false), ("name: a one", "name: |-\n  a one\n  \(gap)", false),
    ])
  func reach(_ line: String, _ replacement: String, _ allows: Bool) throws {
    try tool.write("a.yaml", edited(line, replacement))
    let found = try check("a.yaml").filter { !$0.contains("allow/unused") && !$0.contains("spec/wrong-type") }
    #expect(found.contains(Self.both[0]) == !allows, "\(replacement): \(found)")
    #expect(found.contains(Self.both[1]), "\(found)")
  }

  @Test("an allowed error lets compile write, which says so, and never lets diff plan")
  func destruction() throws {
    try tool.write("a.yaml", edited("      gop: 49", "      gop: 49 \(Self.gap)"))
    let compiled = try tool.run("compile", "a.yaml")
    #expect(compiled.code == 0 && compiled.out.contains("1920") && compiled.err.contains("1 suppressed"), "\(compiled.err)")
    try tool.write("old.yaml", Self.faulty.replacingOccurrences(of: "      gop: 49\n", with: "").replacingOccurrences(of: "3000k", with: "2500k"))
    for arguments in [["diff", "old.yaml", "a.yaml", "--plan"], ["diff", "a.yaml", "old.yaml", "--plan"]] {
      let diff = try tool.run(list: arguments)
      #expect(diff.code == 1 && !diff.out.contains("PUT ") && !diff.out.contains("PATCH "), "\(arguments): \(diff.out)\(diff.err)")
    }
    // It says why.
    #expect(try tool.run("diff", "old.yaml", "a.yaml", "--plan").err.contains("allowed by a comment for `rung check` and `rung compile`; `rung diff` plans no request for a stream with an error (a.yaml:11:15)"))
    // A configuration and a baseline let it plan as little.
    try tool.write("a.yaml", Self.faulty)
    try tool.write("rung.yaml", "severity: {ladder/gop-mismatch: off}\n")
    #expect(try tool.run("compile", "a.yaml").code == 0)
    let diff = try tool.run("diff", "old.yaml", "a.yaml", "--plan")
    #expect(diff.code == 1 && !diff.out.contains("PUT "), "\(diff.out)\(diff.err)")
  }

  static let unreadable: [(String, String, String)] = [
    ("yaml/syntax", "name: a one", "name: [a one"), ("source/duplicate-key", "name: a one", "name: a one\nname: b"), ("spec/unknown-key", "packaging:", "packging:"),
    ("spec/wrong-type", "name: a one", "name: 24"), ("spec/not-one-of", "codec: h264", "codec: h26"), ("spec/unit-missing", "bitrate: 3000k", "bitrate: 3000"),
    ("spec/malformed-value", "resolution: 1920x1080", "resolution: 1080p"), ("spec/missing-key", "rung: 1\n", ""), ("spec/out-of-range", "fps: 25", "fps: 25, crf: 99"),
    ("spec/yaml-surprise", "name: a one", "low_latency: yes\nname: a one"), ("spec/base-not-readable", "name: a one", "extends: gone.yaml\nname: a one"),
    ("spec/literal-secret", "mode: push", "mode: push, token: hunter2hunter2"), ("spec/unknown-preset", "ladder:\n", "ladder:\n  preset: tenbyte-balancd\n"),
    ("spec/drop-of-unknown", "ladder:\n", "ladder:\n  drop: [360p]\n"), ("spec/unknown-target", "tenbyte: {region: sg-edge-04}", "tenbite: {}"),
  ]

  @Test("what could not be read, and secrets, are allowed by no comment, configuration, option or baseline", arguments: unreadable)
  func firm(_ rule: String, _ line: String, _ replacement: String) throws {
    let text = edited(line, replacement)
    try tool.write("a.yaml", text)
    let error = "a.yaml error \(rule)"
    #expect(try check("a.yaml").contains(error))
    try tool.write("a.yaml", "# rung: allow-file \(rule) -- it is fine\n" + text)
    let found = try check("a.yaml")
    #expect(found.contains(error), "\(found)")
    // Of a text that does not parse not even the comments are known.
    if rule != "yaml/syntax" { #expect(found.contains("a.yaml error allow/cannot-be-allowed"), "\(found)") }
    try tool.write("a.yaml", text)
    let option = try tool.run("check", "a.yaml", "--ignore", rule)
    #expect(option.code == 2 && option.err.contains("`\(rule)` cannot be ignored"), "\(option.err)")
    let family = String(rule.prefix { $0 != "/" })
    #expect(try check("a.yaml", "--ignore", family).contains(error))
    #expect(try check("a.yaml", "--select", "mkio").contains(error))
    try tool.write("rung.yaml", "severity: {\(family): off}\n")
    #expect(try check("a.yaml").contains(error))
    try tool.write("rung.yaml", "severity: {\(rule): off}\n")
    let lowered = try tool.run("check", "a.yaml")
    #expect(lowered.code == 3 && lowered.err.contains("config/cannot-be-lowered"), "\(lowered.err)")
    let baseline = try tool.run("check", "a.yaml", "--no-config", "--baseline", "b.json", "--update-baseline")
    #expect(baseline.code == 1 && baseline.out.contains(rule), "\(baseline.out)\(baseline.err)")
    #expect(try !tool.read("b.json").contains("\"\(rule)\""))
    try tool.write("b.json", "{\"version\": 1, \"findings\": [{\"file\": \"a.yaml\", \"rule\": \"\(rule)\"}]}")
    let forged = try tool.run("check", "a.yaml", "--no-config", "--baseline", "b.json")
    #expect(forged.code == 3 && forged.err.contains("`\(rule)` cannot be in a baseline"), "\(forged.err)")
  }

  @Test("a comment in a base holds for all that extend it, and is nobody's unused one; at `extends` it holds for one")
  func bases() throws {
    try tool.write(".git/HEAD", "")
    let parts = Self.faulty.components(separatedBy: "ladder:\n")
    let own = { (name: String, end: String) in "rung: 1\nname: \(name)\nextends: base.yaml\(end)\ntargets: {tenbyte: {region: sg-edge-04}}\n" }
    let base = "base: true\n" + parts[0].split(separator: "\n").filter { $0.hasPrefix("ingest") }.joined() + "\nladder:\n" + parts[1].replacingOccurrences(of: "segments: 4", with: "segments: 6")
    try tool.write("base.yaml", base)
    for name in ["a", "b"] { try tool.write("\(name).yaml", own(name, "")) }
    #expect(try check(".") == ["base.yaml error ladder/gop-mismatch"])
    try tool.write("base.yaml", base.replacingOccurrences(of: "gop: 49", with: "gop: 49 \(Self.gap)"))
    #expect(try check(".").isEmpty)
    #expect(try check("a.yaml").isEmpty)
    try tool.write("base.yaml", base.replacingOccurrences(of: "packaging:", with: "\(Self.gap)\npackaging:"))
    #expect(try check("a.yaml") == ["base.yaml error ladder/gop-mismatch"])
    try tool.write("base.yaml", base)
    try tool.write("a.yaml", own("a", " \(Self.gap)"))
    #expect(try check("a.yaml").isEmpty)
    #expect(try check(".") == ["base.yaml error ladder/gop-mismatch"])
  }

  @Test("what only another target or pack would find is not unused where these are not checked")
  func unused() throws {
    try tool.write("a.yaml", "# rung: allow-file mkio/event-too-long -- long ago\n# rung: allow-file apple-hls/keyframes-beyond-2s -- long ago\n# rung: allow-file tenbyte/taken-twice -- a pair\n# rung: allow-file ladder/odd-dimensions -- long ago\n" + Self.faulty)
    #expect(try check("a.yaml").filter { $0.contains("allow") } == ["a.yaml warning allow/unused"])
    #expect(try check("a.yaml", "--pack", "apple-hls").filter { $0.contains("allow") }.count == 2)
    #expect(try check("a.yaml", "--for", "tenbyte,mkio").filter { $0.contains("allow") }.count == 2)
    // Without a target of its own, nothing is known of the others.
    #expect(try check("a.yaml", "--for", "mkio").filter { $0.contains("allow") }.isEmpty)
  }

  // MARK: Baselines

  @Test("today's findings pass, moved ones too, new and changed ones do not, and the baseline only shrinks")
  func baseline() throws {
    try tool.write("x/a.yaml", Self.faulty)
    func run(_ more: String..., in folder: String = ".") throws -> (code: Int32, found: [String], err: String) {
      let result = try tool.run(folder == "." ? "check" : "check", folder == "." ? "x" : ".", "--format", "json", "--strict", "--baseline", folder == "." ? "b.json" : "../b.json", more.first ?? "--strict", in: folder)
      return (result.code, result.code == 3 ? [] : try Self.found(result), result.err)
    }
    #expect(try run().code == 3)
    #expect(try run("--update-baseline").code == 0)
    let text = try tool.read("b.json")
    #expect(text.contains("{\"file\":\"x/a.yaml\",\"rule\":\"ladder/gop-mismatch\",\"stream\":\"a one\",\"path\":\"ladder.renditions[1080p].gop\",\"value\":\"49\"}"), "\(text)")
    #expect(try run().code == 0 && run(in: "x").code == 0)
    // Lines move, and a rendition comes before.
    let moved = "# one\n\n" + Self.faulty.replacingOccurrences(of: "  renditions:\n", with: "  renditions:\n    - {name: 1440p, resolution: 2560x1440, bitrate: 6000k, keyframe_interval: 2s}\n")
    try tool.write("x/a.yaml", moved)
    #expect(try run().code == 0)
    try tool.write("x/a.yaml", moved.replacingOccurrences(of: "gop: 49", with: "gop: 48"))
    #expect(try run().found == ["x/a.yaml error ladder/gop-mismatch"])
    try tool.write("x/b.yaml", Self.faulty)
    #expect(try run("--update-baseline").found.count == 3)
    #expect(try !tool.read("b.json").contains("gop-mismatch"))
    try tool.write("x/a.yaml", Self.faulty)
    #expect(try run().found.count == 3)
    // What was not judged stays; what is gone is told of, and goes.
    try tool.write("x/b.yaml", Self.faulty.replacingOccurrences(of: "segments: 4", with: "segments: 6").replacingOccurrences(of: "gop: 49", with: "gop: 50"))
    let part = try tool.run("check", "x/b.yaml", "--baseline", "b.json", "--update-baseline")
    #expect(part.code == 0 && part.err.contains("stays as it is: 1 finding"), "\(part.err)")
    try FileManager.default.removeItem(atPath: tool.path("x/a.yaml"))
    #expect(try run().err.contains("1 finding of the baseline b.json is not found any more; --update-baseline removes it"))
    #expect(try run("--update-baseline").code == 0)
    #expect(try tool.read("b.json") == "{\n  \"version\": 1,\n  \"findings\": []\n}\n")
  }

  @Test("a baseline that cannot be read lets nothing pass, and is not overwritten", arguments: ["", "[]", "{\"a\": 1}", "{\"version\": 2, \"findings\": []}", "not json", "{\"version\": 1, \"findings\": [{\"file\": \"a\"}]}"])
  func broken(_ text: String) throws {
    try tool.write("a.yaml", Self.faulty)
    try tool.write("b.json", text)
    for option in [["--strict"], ["--update-baseline"]] {
      let result = try tool.run(list: ["check", "a.yaml", "--baseline", "b.json"] + option)
      #expect(result.code == 3 && result.err.contains("nothing was judged"), "\(result.err)")
      #expect(try tool.read("b.json") == text)
    }
  }

  @Test("of a file of which something could not be read, the baseline loses nothing", arguments: unreadable)
  func unreadBaseline(_ rule: String, _ line: String, _ replacement: String) throws {
    try tool.write("a.yaml", Self.faulty)
    #expect(try tool.run("check", "a.yaml", "--baseline", "b.json", "--update-baseline").code == 0)
    let before = try tool.read("b.json")
    try tool.write("a.yaml", edited(line, replacement).replacingOccurrences(of: "gop: 49", with: "gop: 50"))
    let result = try tool.run("check", "a.yaml", "--baseline", "b.json", "--update-baseline")
    #expect(result.code == 1 && result.err.contains("stays as it is: 2 findings"), "\(result.err)")
    #expect(try tool.read("b.json") == before)
  }

  @Test("a baseline that is no file is refused in its own words")
  func noFile() throws {
    try tool.write("a.yaml", Self.faulty)
    _ = try tool.shell("mkfifo pipe")
    let pipe = try tool.run("check", "a.yaml", "--baseline", "pipe")
    #expect(pipe.code == 3 && pipe.err == "error: --baseline: pipe is a named pipe, not a file\n", "\(pipe.err)")
  }

  @Test("a baseline holds repeated findings by their number, and options that find less do not update it")
  func repeats() throws {
    try tool.write("a.yaml", Self.faulty + "---\n" + Self.faulty)
    #expect(try tool.run("check", "a.yaml", "--strict", "--baseline", "b.json", "--update-baseline").code == 0)
    #expect(try tool.read("b.json").contains("\"count\":2"))
    try tool.write("a.yaml", Self.faulty + "---\n" + Self.faulty + "---\n" + Self.faulty)
    #expect(try check("a.yaml", "--baseline", "b.json").count == 2)
    for option in [["--for", "mkio"], ["--since", "HEAD"], ["--ignore", "mkio"], ["--only-target", "mkio"]] {
      #expect(try tool.run(list: ["check", "a.yaml", "--baseline", "b.json", "--update-baseline"] + option).code == 2)
    }
  }

  @Test("bodies take a baseline and a configuration")
  func bodies() throws {
    try tool.write("body.json", "{\"name\": \"a\", \"region\": \"sg-edge-04\", \"colour\": 1}")
    let all = try check("--as", "tenbyte", "body.json")
    #expect(!all.isEmpty)
    #expect(try tool.run("check", "--as", "tenbyte", "body.json", "--strict", "--baseline", "b.json", "--update-baseline").code == 0)
    #expect(try check("--as", "tenbyte", "body.json", "--baseline", "b.json").isEmpty)
    try tool.write("rung.yaml", "severity: {tenbyte/unknown-field: note}\n")
    #expect(try check("--as", "tenbyte", "body.json") == all.filter { !$0.contains("unknown-field") })
  }

  @Test("what a base had in the baseline goes only where all specs were searched: another spec may find it")
  func baselineOfBase() throws {
    try tool.write("x/base.yaml", "base: true\n" + Self.faulty.replacingOccurrences(of: "name: a one\n", with: "").replacingOccurrences(of: "rung: 1\n", with: ""))
    try tool.write("x/a.yaml", "rung: 1\nextends: base.yaml\nname: a\npackaging: {hls: {playlist_segments: 6}}\nladder: {renditions: [{name: 1080p, gop: 50}]}\n")
    try tool.write("x/b.yaml", "rung: 1\nextends: base.yaml\nname: b\n")
    let run = ["check", "--strict", "--baseline", "b.json"]
    #expect(try tool.run(list: run + ["x", "--update-baseline"]).code == 0)
    let written = try tool.read("b.json")
    #expect(written.contains("x/base.yaml"))
    for paths in [["x/base.yaml", "x/a.yaml"], ["x"], ["x/*.yaml"]] {
      let result = try tool.run(list: run + paths + ["--update-baseline"])
      #expect(result.code == 0 && result.err.contains("stays as it is: 2 findings"), "\(paths): \(result.err)")
    }
    try tool.write("x/b.yaml", "rung: 1\nextends: base.yaml\nname: b\npackaging: {hls: {playlist_segments: 6}}\n")
    let part = try tool.run(list: run + ["x"])
    #expect(part.code == 0 && !part.err.contains("of the baseline"), "\(part.err)")
    let all = try tool.run(list: run + ["."])
    #expect(all.err.contains("1 finding of the baseline b.json is not found any more"), "\(all.err)")
    #expect(try tool.run(list: run + [".", "--update-baseline"]).code == 0)
    #expect(try tool.read("b.json").contains("x/base.yaml") && !tool.read("b.json").contains("playlist-below"))
  }

  @Test("a baseline that an update has written is read again: warnings of comments are in it")
  func warningsOfComments() throws {
    try tool.write("a.yaml", edited("      gop: 49", "      gop: 50 # rung: allow ladder/gop-mismatch"))
    #expect(try check("a.yaml").filter { $0.contains("allow/") }.count == 2)
    #expect(try tool.run("check", "a.yaml", "--strict", "--baseline", "b.json", "--update-baseline").code == 0)
    #expect(try tool.run("check", "a.yaml", "--strict", "--baseline", "b.json").code == 0)
    #expect(try check("a.yaml", "--ignore", "allow/unused,allow/reason-missing") == [Self.both[1]])
    try tool.write("rung.yaml", "severity: {allow/unused: note, allow/reason-missing: off}\n")
    #expect(try check("a.yaml") == [Self.both[1]])
  }

  @Test("what a shipped preset brings is the spec's: another spec with it is judged anew, and an update of others leaves it")
  func presetBaseline() throws {
    let spec = "rung: 1\nname: p1\ntargets: {tenbyte: {region: sg-edge-04}}\ningest: {mode: push, protocols: [rtmp]}\nladder: {preset: apple-hevc}\npackaging: {hls: {segment_format: fmp4}}\n"
    try tool.write("ch/a.yaml", spec)
    try tool.write("ch/b.yaml", Self.faulty)
    let run = ["check", "--strict", "--baseline", "b.json"]
    #expect(try tool.run(list: run + ["ch", "--update-baseline"]).code == 0)
    let before = try tool.read("b.json")
    #expect(try tool.run(list: run + ["ch/b.yaml", "--update-baseline"]).code == 0 && tool.read("b.json") == before)
    #expect(try tool.run(list: run + ["ch"]).code == 0)
    try tool.write("ch/c.yaml", spec.replacingOccurrences(of: "p1", with: "p2"))
    #expect(try tool.run(list: run + ["ch"]).code == 1)
  }

  @Test("an update removes nothing of a pack, a target or a file that was not looked for, nor what another program has added")
  func partialUpdates() throws {
    try tool.write("ch/a.yaml", Self.faulty)
    try tool.write("ch/b.yaml", Self.faulty)
    let update = ["--baseline", "b.json", "--update-baseline"]
    #expect(try tool.run(list: ["check", "ch", "--pack", "apple-hls"] + update).code == 0)
    let before = try tool.read("b.json")
    #expect(before.contains("apple-hls/"))
    _ = try tool.run(list: ["check", "ch"] + update)
    #expect(try tool.read("b.json") == before)
    // A sparse checkout.
    try FileManager.default.removeItem(atPath: tool.path("ch/b.yaml"))
    #expect(try tool.run(list: ["check", "ch/a.yaml"] + update).err.contains("stays as it is"))
    #expect(try tool.read("b.json") == before)
    #expect(try tool.run(list: ["check", "ch"] + update).code == 0 && !tool.read("b.json").contains("b.yaml"))
    // Moved elsewhere none of its files is there.
    try tool.write("x/y/b.json", before)
    let moved = try tool.run("check", ".", "--baseline", "x/y/b.json", "--update-baseline")
    let kept = try tool.read("x/y/b.json")
    #expect(moved.code == 3 && moved.err.contains("none of the directories of its files is there") && kept == before, "\(moved.err)")
    // Bodies of another provider.
    try tool.write("body.json", "{\"name\": \"a\", \"mode\": \"push\", \"region\": \"sg-edge-04\", \"colour\": 1}")
    #expect(try tool.run("check", "--as", "tenbyte", "body.json", "--baseline", "t.json", "--update-baseline").code == 0)
    let bodies = try tool.read("t.json")
    _ = try tool.run("check", "--as", "mkio", "body.json", "--baseline", "t.json", "--update-baseline")
    #expect(try tool.read("t.json") == bodies)
    for arguments in [["-", "--baseline", "n.json", "--update-baseline"], ["ch", "--diff", "--baseline", "n.json", "--update-baseline"], ["ch", "--diff", "--output", "json=x.json"], ["ch", "--baseline", "-"]] {
      #expect(try tool.run(list: ["check"] + arguments).code == 2, "\(arguments)")
    }
  }

  // MARK: Fixes

  @Test("what is suppressed is not fixed, by whatever it is")
  func fixes() throws {
    let fix = ["check", "a.yaml", "--fix", "--unsafe"]
    let fixed = edited("gop: 49", "gop: 50")
    try tool.write("a.yaml", Self.faulty)
    _ = try tool.run(list: fix)
    #expect(try tool.read("a.yaml").contains("gop: 50"))
    // A comment.
    let allowed = edited("      gop: 49", "      gop: 49 \(Self.gap)")
    try tool.write("a.yaml", allowed)
    #expect(try tool.run(list: fix).code == 0 && tool.read("a.yaml").contains("gop: 49 \(Self.gap)"))
    // A configuration and the command line.
    try tool.write("a.yaml", Self.faulty)
    #expect(try tool.run(list: fix + ["--ignore", "ladder"]).code == 0 && tool.read("a.yaml").contains("gop: 49"))
    try tool.write("rung.yaml", "severity: {ladder/gop-mismatch: off}\n")
    #expect(try tool.run(list: fix).code == 0 && tool.read("a.yaml").contains("gop: 49"))
    try FileManager.default.removeItem(atPath: tool.path("rung.yaml"))
    // A baseline, through several rounds; a new one takes in what is left.
    #expect(try tool.run("check", "a.yaml", "--baseline", "b.json", "--update-baseline").code == 0)
    try tool.write("a.yaml", Self.faulty + "recroding: {window: 4h}\n")
    let known = try tool.run(list: fix + ["--baseline", "b.json"])
    #expect(known.code == 0, "\(known.out)\(known.err)")
    #expect(try tool.read("a.yaml").contains("gop: 49") && tool.read("a.yaml").contains("recording: {window: 4h}"))
    try tool.write("a.yaml", Self.faulty)
    #expect(try tool.run(list: fix + ["--baseline", "new.json", "--update-baseline"]).code == 0)
    #expect(try tool.read("a.yaml").contains("gop: 50") && !tool.read("new.json").contains("gop-mismatch"))
    // One that cannot be read ends the run before anything is written.
    try tool.write("a.yaml", Self.faulty)
    try tool.write("b.json", "{")
    #expect(try tool.run(list: fix + ["--baseline", "b.json"]).code == 3 && tool.read("a.yaml") == Self.faulty)
    #expect(fixed != Self.faulty)
  }

  @Test("a comment is removed as unused only where all was read: what it is about may be behind what was not")
  func unusedComments() throws {
    try tool.write("a.yaml", edited("packaging:", "\(Self.gap)\npackaging:").replacingOccurrences(of: "gop: 49", with: "gop: 50"))
    #expect(try check("a.yaml").contains("a.yaml warning allow/unused"))
    _ = try tool.run("check", "a.yaml", "--fix")
    #expect(try !tool.read("a.yaml").contains("allow"))
    // The rendition that the comment is about does not read: the key has no near name.
    let unread = edited("      gop: 49", "      \(Self.gap)\n      gop: 49").replacingOccurrences(of: "  renditions:", with: "  xxxx:")
    try tool.write("a.yaml", unread)
    #expect(try !check("a.yaml").contains { $0.contains("allow/") })
    _ = try tool.run("check", "a.yaml", "--fix")
    #expect(try tool.read("a.yaml").contains(Self.gap))
  }

  @Test("of several comments on a line each is one, and what a stream says that may be extended is nobody's unused one")
  func severalComments() throws {
    try tool.write("t.yaml", "rung: 1\nname: ttt # rung: allow-file ladder/gop-mismatch -- old # rung: allow-file spec/no-target -- a template\n")
    #expect(try check("t.yaml") == ["t.yaml warning allow/unused"])
    _ = try tool.run("check", "--fix", "t.yaml")
    #expect(try tool.read("t.yaml") == "rung: 1\nname: ttt # rung: allow-file spec/no-target -- a template\n")
    try tool.write("a.yaml", "base: false\n" + edited("      gop: 49", "      \(Self.gap)\n      gop: 50"))
    #expect(try check("a.yaml") == [Self.both[1]])
  }

  @Test("comments that are nearly right are findings, and others are none", arguments: [
    ("# Rung: allow ladder/gop-mismatch -- x", true), ("# RUNG: allow-file ladder/gop-mismatch -- x", true), ("## rung: allow ladder/gop-mismatch -- x", true),
    ("# rung: allow=ladder/gop-mismatch", true), ("# rung: allow-next-line ladder/gop-mismatch -- x", true), ("# rung; allow ladder/gop-mismatch -- x", true),
    ("# rung-allow: ladder/gop-mismatch -- x", true), ("# rung allow ladder/gop-mismatch", true), ("# rung: allow", true),
    ("# Rung: see the wiki", false), ("## rung-allowed values: none", false), ("# rung 2 is the lowest", false), ("# prung: allow", false), ("# wrung: allow x", false),
  ])
  func nearComments(_ comment: String, _ isFound: Bool) throws {
    try tool.write("a.yaml", edited("      gop: 49", "      \(comment)\n      gop: 50"))
    let found = try check("a.yaml")
    #expect(found.contains("a.yaml error allow/malformed") == isFound, "\(found)")
  }

  @Test("a comment above a key reaches an alias that ends what it holds")
  func aliases() throws {
    let head = "rung: 1\nname: c\nencoding: passthrough\ntargets: {mkio: {project: a, event: bbb}}\ningest: {mode: push, protocols: [rtmp], allow: [203.0.113.7], video: {codec: h264, resolution: 1920x1080, fps: 25, keyframe_interval: 2s, bitrate: 4500k}}\npackaging: {hls: {}}\nlabels: {w: &w 30h}\n"
    try tool.write("a.yaml", head + "# rung: allow mkio/archive-window-above-limit -- above\nrecording:\n  window: *w\n")
    #expect(try check("a.yaml").isEmpty)
    try tool.write("a.yaml", head + "recording:\n  window: *w\n")
    #expect(try check("a.yaml") == ["a.yaml error mkio/archive-window-above-limit"])
  }

  @Test("a formatted text allows what it allowed, or is not written")
  func formatting() throws {
    let audio = "audio: {codec: aac, bitrate: 128k, channels: 2, sample_rate: 48kHz}"
    let long = "rung: 1\nname: a one\ntargets: {tenbyte: {region: sg-edge-04}}\ningest: {mode: push, protocols: [rtmp]}\nladder:\n  defaults: {codec: h264, fps: 25, keyframe_interval: 2s, profile: high, rate_control: vbr, max_bitrate: 2200k, buffer: 6000k, \(audio)} # rung: allow ladder/buffer-above-two-seconds -- all\n  renditions:\n    - {name: 720p, resolution: 1280x720, bitrate: 2000k}\npackaging:\n  hls: {segment_format: mpegts}\n"
    try tool.write("a.yaml", long)
    let before = try check("a.yaml")
    #expect(!before.contains { $0.contains("ladder/buffer-above-two-seconds") })
    #expect(try tool.run("fmt", "a.yaml").code == 0)
    let formatted = try tool.read("a.yaml")
    #expect(try formatted.contains("  # rung: allow ladder/buffer-above-two-seconds -- all\n  defaults:\n") && check("a.yaml") == before, "\(formatted)")
    #expect(try tool.run("fmt", "a.yaml", "--check").code == 0)
    // Beside and above the first key, whatever comes first then.
    for text in ["name: a # rung: allow spec/no-target -- x\nrung: 1\n", "# rung: allow spec/no-target -- x\nname: a\nrung: 1\n"] {
      try tool.write("first.yaml", text)
      let moved = try tool.run("fmt", "first.yaml")
      #expect(moved.code == 0 || moved.err.contains("the comment would allow other findings"), "\(moved.err)")
    }
    // The line of a comment becomes a longer one.
    let base = "rung: 1\nbase: true\npackaging: {hls: {segment_format: mpegts}}\ningest: {allow: [203.0.113.7],\n  mode: push, protocols: [rtmp]} # rung: allow tenbyte/setting-not-applied -- x\n"
    try tool.write("base.yaml", base)
    let held = try tool.run("fmt", "base.yaml")
    #expect(held.code == 1 && held.err.contains("base.yaml:5: the file was not formatted"), "\(held.err)")
    #expect(try tool.read("base.yaml") == base)
  }

  @Test("thousands of comments, in a row and between keys, take no time")
  func manyComments() throws {
    func time(_ count: Int) throws -> Duration {
      let row = (0..<count).map { "# rung: allow ladder/gop-mismatch -- \($0)\n" }.joined()
      let between = (0..<count).map { "  # rung: allow ladder/gop-mismatch -- \($0)\n  k\($0): v\n" }.joined()
      try tool.write("a.yaml", Self.faulty + row + "labels:\n" + between)
      let start = ContinuousClock.now
      #expect(try tool.run("check", "a.yaml", "--quiet").code == 1)
      return ContinuousClock.now - start
    }
    // Ten times as many took a hundred times as long.
    let few = try time(300)
    let many = try time(3000)
    #expect(many < few * 40, "\(few), \(many)")
  }

  @Test("the page counts what is suppressed, and its verdict is that of check")
  func page() throws {
    try tool.write("a.yaml", edited("      gop: 49", "      gop: 49 \(Self.gap)"))
    let page = try tool.run("report", "a.yaml")
    #expect(page.code == 0 && page.out.contains("<span>1 suppressed</span>") && !page.out.contains("<span class=\"error\">"), "\(page.err)")
    try tool.write("a.yaml", tool.read("a.yaml") + "---\n" + Self.faulty)
    let two = try tool.run("report", "a.yaml")
    #expect(two.code == 1 && two.out.contains("<span>1 suppressed</span>") && two.out.contains("<span class=\"error\">1 error</span>"))
    #expect(try tool.run("report", "a.yaml", "--ignore", "ladder").code == 0)
  }

  // MARK: Configurations

  @Test("severities by id, pattern and family; the narrowest entry decides, and overrides over it")
  func severities() throws {
    try tool.write("a.yaml", Self.faulty)
    func found(_ configuration: String) throws -> [String] {
      try tool.write("rung.yaml", configuration)
      return try check("a.yaml").map { $0.replacingOccurrences(of: "a.yaml ", with: "") }
    }
    #expect(try found("severity: {ladder: warning}\n") == ["warning ladder/gop-mismatch", "warning spec/playlist-below-six-segments"])
    #expect(try found("severity: {'*': off, 'ladder/gop-*': warning, ladder/gop-mismatch: error}\n") == ["error ladder/gop-mismatch"])
    #expect(try found("severity: {'*/playlist-*': error}\n") == ["error ladder/gop-mismatch", "error spec/playlist-below-six-segments"])
    #expect(try found("severity: {ladder: off}\noverrides:\n  - {paths: ['*.yaml', '!a.yaml'], severity: {ladder: error}}\n  - {paths: [a.yaml], severity: {spec: off}}\n").isEmpty)
    #expect(try found("overrides:\n  - {paths: [/b/], severity: {ladder: off}}\n").count == 2)
    try tool.write("rung.yaml", "severity: {ladder: off, spec: off}\n")
    #expect(try tool.run("check", "a.yaml", "--no-config").code == 1)
    #expect(try check("a.yaml", "--select", "spec/playlist-below-six-segments", "--no-config") == ["a.yaml warning spec/playlist-below-six-segments"])
    #expect(try check("a.yaml", "--ignore", "ladder,spec/playlist-*", "--no-config").isEmpty)
    #expect(try tool.run("check", "a.yaml", "--ignore", "lader").err.contains("did you mean `ladder`?"))
  }

  @Test("a configuration is searched up to the root of the repository, the nearest decides, and the verdict is the same however a file is named")
  func search() throws {
    let repository = try Repository()
    let tool = repository.tool
    try tool.write("x/repo/deep/a.yaml", Self.faulty)
    try tool.write("x/rung.yaml", "severity: {ladder: off, spec: off}\n")
    try repository.sh("cd x/repo && git init -q . && git add -A && git commit -qm one")
    func verdicts() throws -> [String] {
      let lines = [
        "check x/repo", "check x/repo/deep/a.yaml", "check 'x/**/a.yaml'", "check --files-from list", "check - --stdin-filename x/repo/deep/a.yaml < x/repo/deep/a.yaml",
        "check $PWD/x/repo/deep/a.yaml",
      ]
      try tool.write("list", "x/repo/deep/a.yaml\n")
      var all = try lines.map { try repository.rung("\($0) --format json") }
      for folder in ["x/repo", "x/repo/deep"] { all.append(try tool.shell("cd \(folder) && rung check . --format json", environment: Repository.environment)) }
      all.append(try tool.shell("cd x/repo && touch deep/b && sed -i 's/a one/a two/' deep/a.yaml && rung check --since HEAD --format json; git checkout -q .", environment: Repository.environment))
      return try all.map { try PolicyTests.found($0).map { $0.split(separator: " ").dropFirst().joined(separator: " ") }.sorted().joined(separator: ", ") }
    }
    let both = "error ladder/gop-mismatch, warning spec/playlist-below-six-segments"
    #expect(try Set(verdicts()) == [both], "above the root nothing holds")
    try tool.write("x/repo/rung.yaml", "severity: {ladder: warning}\n")
    #expect(try Set(verdicts()) == ["warning ladder/gop-mismatch, warning spec/playlist-below-six-segments"])
    try tool.write("x/repo/deep/rung.yaml", "severity: {spec: off}\n")
    #expect(try Set(verdicts()) == ["error ladder/gop-mismatch"])
    // A work tree of git has a file of that name.
    try repository.sh("rm -rf x/repo/deep/rung.yaml && cd x/repo && git add -A && git commit -qm two && git worktree add -q ../tree")
    let tree = try tool.run("check", "x/tree", "--format", "json")
    #expect(try Self.found(tree).map { $0.split(separator: " ")[1] } == ["warning", "warning"])
    try repository.sh("rm x/tree/rung.yaml")
    #expect(try Self.found(try tool.run("check", "x/tree", "--format", "json")).contains { $0.contains("error") })
  }

  @Test("without a repository the configuration of a file is the one in its directory")
  func alone() throws {
    try tool.write("rung.yaml", "severity: {ladder: off}\n")
    try tool.write("x/a.yaml", Self.faulty)
    #expect(try check("x").count == 2)
    try tool.write("x/rung.yaml", "severity: {ladder: off}\n")
    #expect(try check("x").count == 1)
    #expect(try check("x", "--config", "rung.yaml", "--strict").count == 1)
  }

  @Test("a rung.yaml that is a stream spec is judged as one, and a configuration never")
  func told() throws {
    try tool.write(".git/HEAD", "")
    try tool.write("rung.yaml", Self.faulty)
    try tool.write("b.yaml", Self.faulty)
    #expect(try check(".").count == 4)
    #expect(try check("rung.yaml").count == 2)
    try tool.write("rung.yaml", "name: a\ntargets: [tenbyte]\n")
    #expect(try check("rung.yaml").contains("rung.yaml error spec/missing-key"))
    for configuration in ["targets: [mkio]\n", "", "# nothing yet\n", "severity: {ladder: off}\ntargets: [tenbyte]\nbases: [bases/]\n"] {
      try tool.write("rung.yaml", configuration)
      let result = try tool.run("check", "rung.yaml")
      #expect(result.code == 0 && result.err == "1 file, nothing found\n", "\(result.out)\(result.err)")
      #expect(try check(".").allSatisfy { $0.hasPrefix("b.yaml") })
      #expect(try tool.run("compile", "rung.yaml").code == 3)
    }
    try tool.write("rung.yaml", "severity: {lader: off}\n")
    for arguments in [["check", "."], ["check", "rung.yaml"], ["check", "b.yaml"], ["compile", "b.yaml"], ["plan", "b.yaml"], ["matrix", "b.yaml"]] {
      let result = try tool.run(list: arguments)
      #expect(result.code == 3 && result.err.contains("rung.yaml:1:12") && result.err.contains("did you mean `ladder`?"), "\(arguments): \(result.err)")
    }
    try tool.write("rung.yaml", "requires: '>=7.1'\nnew_key: true\n")
    let other = try tool.run("check", "b.yaml")
    #expect(other.code == 3 && other.err.contains("this is Rung \(rungVersion); the repository requires >=7.1") && !other.err.contains("new_key`"), "\(other.err)")
  }

  @Test("a key of a spec in a configuration is its fault, and a link to nothing is one")
  func strayKeys() throws {
    for (text, isFault) in [
      ("severity: {ladder: error}\npacks: [apple-hls]\n", true), ("exclude: [x/]\nlabels: {a: b}\n", true), ("severity: {ladder: error}\nname: rules\n\tbad", true),
      ("rung: 1\nname: a\nseverity: {}\n", false), ("name: a\nladder: {}\n", false),
    ] {
      try tool.write("ch/a.yaml", Self.faulty)
      try tool.write("ch/rung.yaml", text)
      let result = try tool.run("check", "ch/a.yaml")
      #expect((result.code == 3) == isFault, "\(text): \(result.err)")
    }
    try FileManager.default.removeItem(atPath: tool.path("ch/rung.yaml"))
    try FileManager.default.createSymbolicLink(atPath: tool.path("ch/rung.yaml"), withDestinationPath: "missing")
    let link = try tool.run("check", "ch/a.yaml")
    #expect(link.code == 3 && link.err.contains("is a link to a file that does not exist"), "\(link.err)")
  }

  @Test("what is excluded is told of where nothing is left, and nothing is taken back below a directory that is")
  func excludedWholly() throws {
    try tool.write(".git/HEAD", "")
    try tool.write("ch/drafts/keep.yaml", Self.faulty)
    for pattern in ["drafts", "drafts/"] {
      try tool.write("ch/rung.yaml", "exclude: [\(pattern), '!drafts/keep.yaml']\n")
      let result = try tool.run("check", "ch/drafts")
      #expect(result.code == 3 && result.err.contains("left out by `.gitignore`, or by `exclude` or `include` in rung.yaml"), "\(result.out)\(result.err)")
      #expect(try tool.run("config", "show", "ch/drafts/keep.yaml").out.contains("passed over in directories and lists"))
      try tool.write("list", "ch/drafts/keep.yaml\n")
      #expect(try tool.run("check", "--files-from", "list").err.contains("1 passed over"))
    }
  }

  @Test("thousands of `**/` in a pattern match as one does")
  func longPatterns() throws {
    try tool.write(".git/HEAD", "")
    try tool.write(".gitignore", String(repeating: "**/", count: 30000) + "zz\n")
    try tool.write("ch/a.yaml", Self.faulty)
    try tool.write("ch/zz/a.yaml", Self.faulty)
    #expect(try check(".") == Self.both.map { "ch/\($0)" })
  }

  @Test("bodies are looked for where no specs are, and what git ignores is not formatted")
  func otherFiles() throws {
    try tool.write(".git/HEAD", "")
    try tool.write(".gitignore", "out/\n")
    try tool.write("rung.yaml", "include: [channels/]\nexclude: [drafts/]\n")
    let body = "{\"name\": \"a\", \"type\": \"live\", \"push_type\": \"push\", \"region\": \"sg-edge-04\", \"profiles\": [], \"colour\": 1}"
    for folder in ["bodies", "drafts", "out"] { try tool.write("\(folder)/a.json", body) }
    let found = try check("--as", "tenbyte", ".")
    #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("bodies/") }, "\(found)")
    for folder in ["channels", "channels/drafts", "out"] { try tool.write("\(folder)/a.yaml", Self.faulty) }
    let formatted = try tool.run("fmt", ".", "--check")
    #expect(formatted.out == "channels/a.yaml\n" && formatted.err.contains("1 of 1 file "), "\(formatted.out)\(formatted.err)")
  }

  @Test("that a base does not say so has the severity of the configuration, in a run that has no stream of it as well")
  func unmarkedBase() throws {
    try tool.write(".git/HEAD", "")
    try tool.write("base.yaml", Self.faulty.replacingOccurrences(of: "name: a one\n", with: "").replacingOccurrences(of: "gop: 49", with: "gop: 50"))
    try tool.write("a.yaml", "rung: 1\nextends: base.yaml\nname: a\n")
    let marked = "base.yaml warning spec/base-not-marked"
    #expect(try check(".").contains(marked) && check("base.yaml").contains(marked))
    try tool.write("rung.yaml", "severity: {spec/base-not-marked: off}\n")
    #expect(try !check(".").contains(marked) && !check("base.yaml").contains(marked))
  }

  @Test("include, exclude and lists; a file that is named itself is judged")
  func excluded() throws {
    try tool.write(".git/HEAD", "")
    for name in ["a", "drafts/b", "x/drafts/c", "x/d.old"] { try tool.write("\(name).yaml", Self.faulty) }
    func files(_ arguments: String...) throws -> Set<String> {
      Set(try Self.found(try tool.run(list: ["check", "--format", "json"] + arguments)).map { String($0.prefix { $0 != " " }) })
    }
    try tool.write("rung.yaml", "exclude: [drafts/, '*.old.yaml']\n")
    #expect(try files(".") == ["a.yaml"])
    try tool.write("list", "drafts/b.yaml\na.yaml\n")
    #expect(try files("--files-from", "list") == ["a.yaml"])
    #expect(try files("drafts/b.yaml", "x/d.old.yaml") == ["drafts/b.yaml", "x/d.old.yaml"])
    try tool.write("rung.yaml", "exclude: [/drafts/]\ninclude: ['**/drafts/']\n")
    #expect(try files(".") == ["x/drafts/c.yaml"])
    try tool.write("rung.yaml", "exclude: ['*.yaml', '!a.yaml']\n")
    #expect(try files(".") == ["a.yaml"])
  }

  @Test("targets, limits and bases of the whole repository")
  func defaults() throws {
    try tool.write(".git/HEAD", "")
    let mkio = "rung: 1\nname: a one\nencoding: passthrough\ningest: {mode: push, protocols: [rtmp], allow: [203.0.113.7], video: {codec: h264, resolution: 1920x1080, fps: 25, keyframe_interval: 2s, bitrate: 4500k}}\nrecording: {window: 99h}\npackaging: {hls: {}}\n"
    try tool.write("x/a.yaml", mkio)
    #expect(try check("x") == ["x/a.yaml warning spec/no-target"])
    try tool.write("rung.yaml", "targets: [mkio]\n")
    #expect(try check("x").contains("x/a.yaml error mkio/archive-window-above-limit"))
    #expect(try check("x", "--for", "livekit").allSatisfy { !$0.contains("mkio/") })
    #expect(try check("x", "--only-target", "mkio").contains("x/a.yaml error mkio/archive-window-above-limit"))
    #expect(try check("x", "--only-target", "livekit").isEmpty)
    try tool.write("rung.yaml", "targets: [mkio]\nlimits: {mkio: {archive: 120h}}\n")
    #expect(try !check("x").contains { $0.contains("archive-window") })
    let noted = try tool.run("check", "x", "--notes")
    #expect(noted.out.contains("--> rung.yaml:2:26") && noted.out.contains("`limits` sets the archive window to at most 120h"), "\(noted.out)")
    // What the spec sets itself decides.
    try tool.write("x/a.yaml", mkio + "targets: {mkio: {project: acme, event: a-one, limits: {archive: 50h}}}\n")
    #expect(try check("x").contains("x/a.yaml error mkio/archive-window-above-limit"))
    try tool.write("x/a.yaml", mkio + "targets: {mkio: {project: acme, event: a-one, limits: {renditions: 50}}}\n")
    #expect(try !check("x").contains { $0.contains("archive-window") })
    try tool.write("bases/b.yaml", "rung: 1\nladder: {preset: tenbyte-balanced}\n")
    try tool.write("x/c.yaml", mkio.replacingOccurrences(of: "a one", with: "c one\nextends: ../bases/b.yaml"))
    #expect(try check(".").contains("bases/b.yaml warning spec/base-not-marked"))
    try tool.write("rung.yaml", "targets: [mkio]\nlimits: {mkio: {archive: 120h}}\nbases: [bases/]\n")
    #expect(try !check(".").contains { $0.contains("bases/") })
  }

  @Test("config show leaves out what an override decides over")
  func overridden() throws {
    try tool.write("ch/a.yaml", Self.faulty)
    try tool.write("ch/rung.yaml", "severity: {ladder/gop-mismatch: error, spec: note}\noverrides: [{paths: [a.yaml], severity: {'ladder': note}}]\n")
    let shown = try tool.run("config", "show", "ch/a.yaml").out
    #expect(!shown.contains("severity.ladder/gop-mismatch") && shown.contains("severity.ladder ") && shown.contains("severity.spec "), "\(shown)")
  }

  @Test("config show says what holds and which line says so")
  func shown() throws {
    try tool.write(".git/HEAD", "")
    try tool.write(".gitignore", "*.old.yaml\n")
    try tool.write("rung.yaml", "requires: '>=0.1'\nseverity:\n  ladder: note\n  'mkio/*': warning\noverrides:\n  - paths: [x/]\n    severity: {ladder: off}\nexclude: [x/drafts/]\nlimits: {mkio: {archive: 120h}}\n")
    let text = try tool.run("config", "show", "x/drafts/a.old.yaml")
    let lines = ["requires", "severity.mkio/*", "severity.ladder", "exclude", "limits.mkio.archive", "ignored"]
    #expect(text.code == 0 && text.out.split(separator: "\n").dropFirst().map { String($0.split(separator: " ")[0]) } == lines, "\(text.out)\(text.err)")
    for end in ["note", "rung.yaml:3\n"] { #expect(!text.out.contains(end), "\(text.out)") }
    for end in ["rung.yaml:1", "rung.yaml:4", "rung.yaml:7", "rung.yaml:8", "rung.yaml:9", ".gitignore:1"] { #expect(text.out.contains(" \(end)\n"), "\(end): \(text.out)") }
    let json = try tool.run("config", "show", "b.yaml", "--format", "json")
    #expect(json.out.contains("\"key\": \"severity.ladder\",\n      \"value\": \"note\",\n      \"file\": \"rung.yaml\",\n      \"line\": 3"), "\(json.out)")
    #expect(try tool.run("config", "show", "b.yaml", "--no-config").out.hasPrefix("no configuration holds for b.yaml\n"))
  }

  @Test("output of the configuration is what check prints where nothing else is asked for")
  func output() throws {
    try tool.write("a.yaml", Self.faulty)
    try tool.write("rung.yaml", "output: {format: concise}\n")
    #expect(try tool.run("check", "a.yaml").out.hasPrefix("a.yaml:11:12: error[ladder/gop-mismatch]"))
    #expect(try tool.run("check", "a.yaml", "--format", "json").out.hasPrefix("{"))
  }
}
