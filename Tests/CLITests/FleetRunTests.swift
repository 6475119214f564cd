import Foundation
import RungProviders
import RungTestSupport
import Testing

/// `rung check` of many channels: quiet where all is well, and nothing passed over in silence.
@Suite struct FleetRunTests {
  private let tool: Tool

  init() throws { tool = try Tool() }

  // MARK: Quiet

  private static let base = """
    rung: 1
    base: true
    kind: linear
    ingest:
      mode: push
      protocols: [rtmp]
      allow: [203.0.113.0/24]
      token: ${env:INGEST_TOKEN}
      video: {codec: h264, resolution: 1920x1080, fps: 25, keyframe_interval: 2s, bitrate: 4500k}
      audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}
    ladder:
      defaults:
        fps: 25
        keyframe_interval: 2s
        codec: h264
        profile: main
        encoder_preset: veryfast
        rate_control: cbr
        bframes: 0
        ref_frames: 1
        lookahead: 10
        audio: {codec: aac, channels: 2, sample_rate: 48 kHz}
      renditions:
        - {name: 1080p, resolution: 1920x1080, bitrate: 3000k, max_bitrate: 3500k, buffer: 6000k, level: "4.0", crf: 21, audio: {bitrate: 128k}}
        - {name: 720p, resolution: 1280x720, bitrate: 1500k, max_bitrate: 2000k, buffer: 4000k, level: "4.0", crf: 23, audio: {bitrate: 96k}}
        - {name: 480p, resolution: 854x480, bitrate: 700k, max_bitrate: 900k, buffer: 1800k, level: "3.1", crf: 25, audio: {bitrate: 64k}}
    packaging:
      hls: {segment_format: mpegts, segment_duration: 6s, playlist_segments: 6, preserved_segments: 6}
    recording:
      window: 4h
    playback: {policy: public}
    webhook: https://hooks.example.com/rung

    """

  private struct Channel {
    let name: String
    var keys = ""
    let targets: [String: String]
  }

  private static let channels = [
    Channel(name: "news", targets: ["tenbyte": "region: sg-edge-04"]),
    Channel(name: "sports", targets: ["tenbyte": "region: sg-edge-04", "qencode": ""]),
    Channel(name: "final", keys: "kind: event\nduration: 3h\n", targets: ["tenbyte": "region: sg-edge-04"]),
    Channel(name: "pull", keys: "ingest: {mode: pull, protocols: null, source: {url: \"srt://origin.example.com:9000\"}}\n", targets: ["tenbyte": "region: sg-edge-04"]),
    Channel(name: "culture", targets: ["mkio": "project: acme, event: culture, output: culture-archive, asset: culture-archive, encoding_type: PassthroughStandard"]),
    Channel(name: "forward", keys: "encoding: passthrough\n", targets: ["mkio": "project: acme, event: forward, output: forward-archive, asset: forward-archive"]),
    Channel(name: "stage", targets: ["livekit": "room: stage, participant: {identity: encoder-1, name: Camera}"]),
    Channel(
      name: "radio", keys: "media: audio\ningest: {video: null}\nladder: {preset: livekit-opus-stereo-96k}\n",
      targets: ["livekit": "room: radio, participant: {identity: encoder-2, name: Radio}"]),
    Channel(name: "world", targets: ["qencode": ""]),
    Channel(name: "concert", keys: "kind: event\nduration: 2h\n", targets: ["qencode": "", "livekit": "room: concert, participant: {identity: encoder-3, name: Concert}"]),
  ]

  /// - Parameter accepts: by channel and target, a list.
  private func write(_ accepts: (String, String) -> String? = { _, _ in nil }) throws {
    try tool.write(".git/HEAD", "")
    try tool.write("base.yaml", Self.base)
    for channel in Self.channels {
      let targets = channel.targets.sorted { $0.key < $1.key }.map { target, options in
        let all = [accepts(channel.name, target).map { "accepts: \($0)" }, options.isEmpty ? nil : options].compactMap { $0 }
        return "\(target): {\(all.joined(separator: ", "))}"
      }
      try tool.write(
        "channels/\(channel.name).yaml",
        "rung: 1\nname: \(channel.name)\nextends: ../base.yaml\n\(channel.keys)targets: {\(targets.joined(separator: ", "))}\n")
    }
  }

  private func findings(_ result: Tool.Result) throws -> [[String: Any]] {
    let document = try #require(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    return try #require(document["diagnostics"] as? [[String: Any]])
  }

  @Test("ten channels with one base: the findings worth reading, each once, and a line for each provider")
  func quiet() throws {
    try write()
    let usual = try tool.run("check", ".")
    #expect(usual.code == 0, "\(usual.out)")
    let lines = (usual.out + usual.err).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 40, "\(usual.out)")
    let heads = lines.filter { $0.hasPrefix("warning[") || $0.hasPrefix("error[") || $0.hasPrefix("note[") }
    #expect(Set(heads).count == heads.count && heads.count < 6)
    let counted = lines.filter { $0.contains("--notes shows them, `rung matrix` explains them") }
    #expect(counted.map { $0.prefix { $0 != ":" } } == ["livekit", "mkio", "qencode", "tenbyte"])
    #expect(usual.err == "11 files, 4 warnings, 24 notes (--notes shows them)\n")

    // Every fact is there with --notes and in JSON.
    let all = try findings(tool.run("check", ".", "--format", "json"))
    let notes = try tool.run("check", ".", "--notes")
    #expect(notes.out.components(separatedBy: "]: ").count - 1 == all.count && all.count == 28)
    for finding in all { #expect(notes.out.contains("[\(finding["id"] ?? "")]: \(finding["message"] ?? "")")) }
    #expect(try tool.run("check", ".", "--min-severity", "note").out == notes.out)
    #expect(try findings(tool.run("check", ".", "--format", "json", "--min-severity", "warning")).count == 4)
    let silent = try tool.run("check", ".", "--quiet")
    #expect(silent.out + silent.err == "" && silent.code == 0)
    #expect(try tool.run("check", ".", "--quiet", "--strict").code == 1)
    #expect(try tool.run("check", ".", "--quiet", "--notes").code == 2)
    // The same input, the same bytes.
    #expect(try tool.run("check", ".").out == usual.out)
    #expect(try tool.run("check", "base.yaml", "channels").out == usual.out)
  }

  @Test("with what is known accepted, the fleet passes --strict")
  func accepted() throws {
    try write { channel, target in
      switch target {
      case "tenbyte": "[ingest, recording.window, packaging.hls.segment_duration]"
      case "qencode": "[ingest, ladder, packaging, recording.window]"
      case "livekit": channel == "radio" ? "[ingest, packaging, recording, playback, webhook]" : "[ingest, ladder, packaging, recording, playback, webhook]"
      default: "[ingest, packaging, recording, webhook]"
      }
    }
    let result = try tool.run("check", ".", "--strict")
    #expect(result.code == 0 && !result.out.contains("no field"), "\(result.out)")
    #expect(result.err.hasPrefix("11 files, "))
    // Errors cannot be accepted.
    try tool.write("channels/late.yaml", "rung: 1\nname: late\nextends: ../base.yaml\ntargets: {qencode: {accepts: [packaging, ladder, ingest, recording]}}\npackaging: {hls: null, dash: {window: 60s}}\n")
    let late = try tool.run("check", "channels/late.yaml")
    #expect(late.code == 1 && late.out.contains("error[qencode/dash-announced-only]"))
  }

  @Test("what is accepted is neither noted nor warned of; what is not accepted is", arguments: Providers.ids)
  func accepts(_ target: String) throws {
    let spec = Self.base.replacingOccurrences(of: "base: true\n", with: "name: all\n")
    let options = [
      "tenbyte": "region: sg-edge-04", "mkio": "project: acme, event: a, output: b, asset: c", "livekit": "room: a, participant: {identity: b, name: c}", "qencode": "",
    ]
    func check(_ accepts: String) throws -> [[String: Any]] {
      try tool.write("a.yaml", spec + "targets: {\(target): {accepts: \(accepts)\(options[target].map { $0.isEmpty ? "" : ", \($0)" } ?? "")}}\n")
      return try findings(tool.run("check", "a.yaml", "--format", "json"))
    }
    func losses(_ found: [[String: Any]]) -> [String] {
      found.compactMap { $0["id"] as? String }.filter { $0 == "\(target)/not-expressible" || $0 == "\(target)/setting-not-applied" }
    }
    #expect(try !losses(check("[]")).isEmpty)
    #expect(try losses(check("[\"*\"]")).isEmpty)
    // A part of a section, by key, by pattern and by position.
    for pattern in ["ingest.video", "ingest.*", "ingest.allow[0]"] where !["mkio", "medialive"].contains(target) && (!["livekit", "ivs"].contains(target) || pattern != "ingest.video") {
      let found = try check("[\"\(pattern)\"]")
      #expect(!losses(found).isEmpty && !found.contains { ($0["id"] as? String)?.hasSuffix("accepts-nothing") ?? false }, "\(pattern)")
      if pattern != "ingest.video" { #expect(!found.contains { ($0["id"] as? String) == "\(target)/setting-not-applied" }, "\(pattern)") }
    }
    let idle = try check("[name, ingest.vidoe]").filter { ($0["id"] as? String) == "\(target)/accepts-nothing" }
    #expect(idle.compactMap { $0["message"] as? String }.count == 2)
    #expect(idle.compactMap { $0["help"] as? String }.contains("did you mean `ingest.video`?"))
  }

  @Test("five hundred channels with twelve faults: twelve findings in every format, errors last")
  func seeded() throws {
    try tool.write(".git/HEAD", "")
    try tool.write("base.yaml", Self.base)
    let faults: [(Int, String, String)] = [
      (17, "recroding: {window: 4h}", "spec/unknown-key"), (61, "idle_timeout: soon", "spec/malformed-value"), (99, "labels: [1]", "spec/wrong-type"),
      (140, "ladder: {defaults: {gop: 49, keyframe_interval: 2s}}", "ladder/gop-mismatch"), (188, "ladder: {defaults: {codec: hevc}}", "spec/not-one-of"),
      (230, "recording: {window: 4}", "spec/unit-missing"), (277, "ladder: {drop: [360p]}", "spec/drop-of-unknown"),
      (301, "webhook: ftp://hooks.example.com/a", "spec/malformed-value"), (350, "ladder: {preset: tenbyte-balancd}", "spec/unknown-preset"),
      (404, "ladder: {renditions: [{name: 480p, resolution: 854x481}]}", "ladder/odd-dimensions"),
      (455, "name: [a]", "spec/wrong-type"), (499, "targets: {tenbite: {}}", "spec/unknown-target"),
    ]
    for number in 0..<500 {
      let fault = faults.first { $0.0 == number }
      var text = "rung: 1\nextends: ../base.yaml\n"
      if fault?.1.hasPrefix("name") != true { text += "name: Channel \(number)\n" }
      if fault?.1.hasPrefix("targets") != true {
        text += "targets: {tenbyte: {region: sg-edge-04, accepts: [ingest.allow]}}\n"
      }
      try tool.write("channels/c\(1000 + number).yaml", text + (fault.map { $0.1 + "\n" } ?? ""))
    }
    let result = try tool.run("check", ".")
    let heads = result.out.split(separator: "\n").filter { $0.contains("]: ") && !$0.hasPrefix(" ") }
    #expect(result.code == 1)
    #expect(heads.count == 12, "\(heads.joined(separator: "\n"))")
    for fault in faults { #expect(result.out.contains("channels/c\(1000 + fault.0).yaml:"), "\(fault)\n\(result.out)") }
    let firstError = result.out.firstRange(of: "error[")
    let lastWarning = result.out.ranges(of: "warning[").last
    if let firstError, let lastWarning { #expect(lastWarning.lowerBound < firstError.lowerBound) }
    #expect(result.err.hasPrefix("501 files, "))
    guard Judge.present(.jsonschema) else { return }
    try FormatCommandTests.judge(tool, ["."], least: "warning", count: 12)
  }

  @Test("of five hundred channels with twelve faults, a baseline, comments and a configuration change what they should, and nothing else")
  func settled() throws {
    try tool.write(".git/HEAD", "")
    try tool.write("base.yaml", Self.base)
    let faults: [(Int, String, String)] = [
      (17, "recroding: {window: 4h}", "spec/unknown-key"), (61, "idle_timeout: soon", "spec/malformed-value"), (499, "targets: {tenbite: {}}", "spec/unknown-target"),
      (140, "ladder: {defaults: {gop: 49, keyframe_interval: 2s}}", "ladder/gop-mismatch"), (188, "packaging: {hls: {playlist_segments: 2}}", "spec/playlist-below-three-segments"),
      (230, "ladder: {renditions: [{name: 480p, level: \"1.0\"}]}", "ladder/level-too-low"), (277, "packaging: {dash: {segment_format: mpegts}}", "tenbyte/dash-not-fmp4"),
      (301, "playback: {domain: \"https://a.example.com/x\"}", "spec/domain-not-a-host-name"), (350, "ingest: {video: {resolution: 1920x1081}}", "spec/ingest-odd-dimensions"),
      (404, "ladder: {renditions: [{name: 480p, resolution: 854x481}]}", "tenbyte/resolution-not-taken"),
      (420, "ladder: {renditions: [{name: 480p, bitrate: 1600k, max_bitrate: 1700k}]}", "ladder/bitrate-not-falling"),
      (455, "packaging: {hls: {playlist_segments: 4}}", "spec/playlist-below-six-segments"),
    ]
    func write(_ end: (Int, String) -> String = { _, _ in "" }) throws {
      for number in 0..<500 {
        let fault = faults.first { $0.0 == number }
        var text = "rung: 1\nextends: ../base.yaml\nname: Channel \(number)\n"
        if fault?.1.hasPrefix("targets") != true { text += "targets: {tenbyte: {region: sg-edge-04, accepts: [ingest.allow]}}\n" }
        if let fault { text += "\(fault.1)\(end(fault.0, fault.2))\n" }
        try tool.write("channels/c\(1000 + number).yaml", text)
      }
    }
    func found(_ arguments: String...) throws -> Set<String> {
      Set(try PolicyTests.found(try tool.run(list: ["check", ".", "--format", "json"] + arguments)).map { $0.replacingOccurrences(of: "error ", with: "").replacingOccurrences(of: "warning ", with: "") })
    }
    func named(_ faults: some Sequence<(Int, String, String)>) -> Set<String> { Set(faults.map { "channels/c\(1000 + $0.0).yaml \($0.2)" }) }
    let (firm, others) = (faults.prefix(3), faults.dropFirst(3))
    try write()
    #expect(try found() == named(faults))
    // A baseline takes the nine that may be allowed; with every line moved it still does, and one more fault is new.
    #expect(try found("--baseline", "b.json", "--update-baseline") == named(firm))
    #expect(try tool.read("b.json").split(separator: "\n").count == 9 + 5)
    for number in [140, 230, 455] { try tool.write("channels/c\(1000 + number).yaml", "# moved\n\n" + tool.read("channels/c\(1000 + number).yaml")) }
    #expect(try found("--baseline", "b.json") == named(firm))
    try tool.write("channels/c1003.yaml", tool.read("channels/c1003.yaml") + "packaging: {hls: {playlist_segments: 2}}\n")
    #expect(try found("--baseline", "b.json") == named(firm).union(["channels/c1003.yaml spec/playlist-below-three-segments"]))
    // Comments: three of them, and one that is about nothing.
    try write { number, rule in [188, 301, 420].contains(number) ? " # rung: allow \(rule) -- ticket \(number)" : "" }
    let rest = named(faults.filter { ![188, 301, 420].contains($0.0) })
    #expect(try found() == rest)
    try tool.write("channels/c1004.yaml", tool.read("channels/c1004.yaml") + "# rung: allow ladder/gop-mismatch -- none\n")
    #expect(try found() == rest.union(["channels/c1004.yaml allow/unused"]))
    // Fixes: those that keep the meaning, in the files of what is found alone; the comment about nothing goes.
    let before = try (0..<500).map { try tool.read("channels/c\(1000 + $0).yaml") }
    let fixed = try tool.run("check", ".", "--fix", "--baseline", "b.json")
    #expect(fixed.code == 1 && fixed.err.contains("fixed 3 findings in 3 files"), "\(fixed.err)")
    let changed = try (0..<500).filter { try tool.read("channels/c\(1000 + $0).yaml") != before[$0] }
    #expect(changed == [4, 17, 499], "\(changed)")
    // A configuration: one rule off, and one family for two files.
    try write()
    try tool.write("rung.yaml", "severity: {spec/playlist-below-six-segments: off, spec/unknown-key: error}\noverrides: [{paths: [channels/c114*.yaml, c1404.yaml], severity: {ladder: off, tenbyte: off}}]\n")
    #expect(try found() == named(faults.filter { ![140, 404, 455].contains($0.0) }))
    #expect(try found("--ignore", "ladder,spec") == named(firm.filter { _ in true } + faults.filter { $0.2 == "tenbyte/dash-not-fmp4" }))
    #expect(try found("--select", "ladder") == named(firm + faults.filter { [230, 420].contains($0.0) }))
    #expect(try others.count == 9 && tool.run("check", ".", "--strict").code == 1)
  }

  // MARK: Nothing in silence

  @Test("files that look like specs are checked, whatever they lack; others are counted")
  func recognition() throws {
    let good = "name: a\ntargets: {tenbyte: {region: sg-edge-04}}\ningest: {mode: push, protocols: [rtmp]}\npackaging: {hls: {}}\nladder: {preset: tenbyte-balanced}\n"
    try tool.write("x/good.yaml", "rung: 1\n" + good)
    try tool.write("x/misspelt.yaml", "rugn: 1\n" + good)
    try tool.write("x/without.yaml", good)
    try tool.write("x/without.json", "{\"name\": \"a\", \"ladder\": {\"preset\": \"tenbyte-balanced\"}, \"targets\": [\"qencode\"]}")
    try tool.write("x/empty.yaml", "")
    try tool.write("x/comment.yaml", "# to be written\n")
    try tool.write("elsewhere/empty.yaml", "")
    try tool.write("x/compose.yaml", "name: a\nservices: {web: {image: nginx}}\nvolumes: {}\n")
    try tool.write("x/workflow.yml", "name: ci\non: push\njobs: {}\n")
    try tool.write("x/prometheus.yml", "global: {}\nscrape_configs: []\ntargets: [a]\n")
    try tool.write("x/package.json", "{\"name\": \"a\", \"description\": \"b\", \"version\": \"1\"}")
    try tool.write("x/body.json", try body())
    let result = try tool.run("check", ".", "--format", "json")
    let files = Dictionary(grouping: try findings(result)) { $0["file"] as? String ?? "" }.mapValues { $0.compactMap { $0["id"] as? String } }
    #expect(Set(files.keys).subtracting(["x/good.yaml"]) == ["x/misspelt.yaml", "x/without.yaml", "x/without.json", "x/empty.yaml", "x/comment.yaml"], "\(files)")
    #expect(files["x/misspelt.yaml"]?.contains("spec/unknown-key") == true && files["x/without.yaml"]?.contains("spec/missing-key") == true)
    #expect(files["x/empty.yaml"] == ["source/empty"] && files["x/comment.yaml"] == ["source/empty"])
    #expect(result.code == 1 && result.err.hasPrefix("6 files, 6 passed over, "), "\(result.err)")
  }

  @Test("what only looks like a spec by chance is passed over, and what is misspelt beside `extends` is not")
  func chance() throws {
    try tool.write("x/good.yaml", Spec.good)
    try tool.write("x/tsconfig.json", "{\"extends\": \"./base.json\"}")
    try tool.write("x/project.json", "{\"$schema\": \"a\", \"name\": \"a\", \"targets\": {\"build\": {\"executor\": \"b\"}}}")
    try tool.write("x/values.yaml", "encoding: utf-8\n")
    try tool.write("x/build.yaml", "packaging: {format: zip}\n")
    try tool.write("x/task.yml", "run: make\ntargets: [all]\n")
    try tool.write("x/theme.yaml", "base: true\ntheme: dark\n")
    let good = try tool.run("check", "x", "--strict")
    #expect(good.code == 0 && good.err == "1 file, 6 passed over, nothing found\n", "\(good.out)\(good.err)")
    try tool.write("x/bases/base.yaml", "base: true\ntargets: {qencode: {}}\n")
    try tool.write("x/channel.yaml", "rnug: 1\nname: a one\nextends: bases/base.yaml\n")
    try tool.write("x/commented.yaml", "# a comment\n{rung: 1, name: a, targets: [tenbite]}\n")
    let result = try tool.run("check", "x")
    #expect(result.code == 1 && result.out.contains("x/channel.yaml:1:1") && result.out.contains("x/commented.yaml:2:"), "\(result.out)")
    #expect(result.out.contains("did you mean `rung`?"))
    // The least that a channel with a base has; `rung` may be missing or misspelt.
    for text in ["name: c\nextends: bases/base.yaml\n", "rnug: 1\nname: c\n", "run: 1\nname: c\n", "bse: true\ningest: {protocols: [rtmp]}\n", "---\n", "null\n", "{}\n", "# a\n---\n# b\n"] {
      try tool.write("x/least.yaml", text)
      let least = try tool.run("check", "x")
      #expect(least.code == 1 && least.out.contains("--> x/least.yaml"), "\(text): \(least.out)\(least.err)")
    }
    for text in ["name: c\nextends: \"@tsconfig/node\"\n", "{\"extends\": \"./base.json\", \"name\": \"a\"}", "run: make\nname: c\n", "name: c\nversion: 1\n"] {
      try tool.write("x/least.yaml", text)
      let other = try tool.run("check", "x")
      #expect(!other.out.contains("x/least.yaml"), "\(text): \(other.out)")
    }
    _ = try tool.shell("rm x/least.yaml")
    // What the shell has made for the results is no empty spec.
    let saved = try tool.shell("cd x && rm channel.yaml commented.yaml && rung check . --format json > findings.json")
    #expect(saved.code == 0, "\(saved.err)")
    #expect(try tool.run("check", "x", "--quiet", "--notes").err.hasPrefix("error: --notes and --quiet both say what is shown"))
  }

  @Test("a null asks for no target, and leaves no ladder of a preset without renditions in silence")
  func nulls() throws {
    func targets(_ base: String, _ own: String) throws -> Tool.Result {
      try tool.write("base.yaml", "base: true\ntargets: \(base)\n")
      try tool.write("a.yaml", "rung: 1\nname: a one\nextends: base.yaml\ntargets: \(own)\n")
      return try tool.run("plan", "a.yaml", "--format", "json")
    }
    let gone = try targets("{qencode: {}}", "{mkio: null}")
    #expect(gone.code == 0 && gone.out.contains("\"provider\": \"qencode\"") && !gone.out.contains("\"provider\": \"mkio\""), "\(gone.err)")
    let listed = try targets("[qencode, mkio]", "{mkio: null}")
    #expect(listed.code == 0 && listed.out.contains("\"provider\": \"qencode\"") && !listed.out.contains("\"provider\": \"mkio\""), "\(listed.err)")
    try tool.write("b.yaml", "rung: 1\nname: a\ntargets: {qencode: null}\n")
    #expect(try tool.run("check", "b.yaml").out.contains("null removes a target of a base; `qencode` is not inherited"))
    try tool.write("c.yaml", Spec.good.replacingOccurrences(of: "  renditions:\n", with: "  preset: tenbyte-balanced\n  renditions:\n").split(separator: "\n").filter { !$0.contains("name: 1080p") }.joined(separator: "\n") + "\n")
    #expect(try tool.run("check", "c.yaml").out.contains("null removes every rendition of the preset `tenbyte-balanced`"))
    try tool.write("d.yaml", "rung: 1\nname: a\ntargets: {qencode: {acepts: []}}\n")
    #expect(try tool.run("check", "d.yaml").out.contains("did you mean `accepts`?"))
  }

  private func body() throws -> String {
    try tool.write("spec-of-body.yaml", Spec.good)
    let result = try tool.run("compile", "spec-of-body.yaml")
    try FileManager.default.removeItem(atPath: tool.path("spec-of-body.yaml"))
    return result.out
  }

  @Test("a named file that is no spec is one finding")
  func foreign() throws {
    try tool.write("compose.yaml", "services: {web: {image: nginx}}\nvolumes: {}\nnetworks: {}\n")
    let compose = try findings(tool.run("check", "compose.yaml", "--format", "json"))
    #expect(compose.compactMap { $0["id"] as? String } == ["spec/not-a-spec"])
    try tool.write("body.json", try body())
    let found = try findings(tool.run("check", "body.json", "--format", "json"))
    #expect(found.compactMap { $0["message"] as? String } == ["this is a request body of Tenbyte, not a stream spec"])
    #expect((found.first?["help"] as? String)?.contains("`--as tenbyte`") == true)
  }

  @Test("a base is never judged as a stream, however it is named", arguments: [
    ("base: true\n", "rung: 1\n", []), ("base: true\n", "", []), ("", "rung: 1\n", ["spec/base-not-marked"]), ("", "", ["spec/base-not-marked"]),
    ("", "rung: 1\ntargets: {tenbyte: {region: sg-edge-04}}\n", ["spec/base-not-marked"]), ("", "targets: {tenbyte: {region: sg-edge-04}}\n", ["spec/base-not-marked"]),
  ])
  func bases(_ marker: String, _ head: String, _ expected: [String]) throws {
    try tool.write("base.yaml", head + marker + "ingest: {mode: push, protocols: [rtmp]}\npackaging: {hls: {segment_format: mpegts}}\nladder: {preset: tenbyte-balanced}\n")
    for name in ["a", "b"] {
      try tool.write("\(name).yaml", "rung: 1\nname: \(name)\nextends: base.yaml\ntargets: {tenbyte: {region: sg-edge-04}}\n")
    }
    func ids(_ arguments: String...) throws -> [String] {
      let found = try findings(try tool.shell("rung check \(arguments.joined(separator: " ")) --format json --min-severity warning"))
      return found.filter { ($0["file"] as? String) == "base.yaml" }.compactMap { $0["id"] as? String }
    }
    for arguments in [".", "base.yaml a.yaml", "a.yaml base.yaml", "'*.yaml'", "a.yaml"] { #expect(try ids(arguments) == expected, "\(arguments)") }
    // Alone as well: the files around it say what it is.
    #expect(try ids("base.yaml") == expected)
    _ = try tool.shell("mkdir alone; cp base.yaml alone/other.yaml")
    let alone = try findings(try tool.shell("rung check alone/other.yaml --format json --min-severity warning")).compactMap { $0["id"] as? String }
    #expect(alone == (head.hasPrefix("rung: 1\ntargets") ? ["spec/missing-key"] : expected))
    #expect(try tool.shell("printf 'base.yaml\\na.yaml\\n' | rung check --files-from - --format json --min-severity warning").out.contains("missing-key") == false)
  }

  @Test("a stream that others extend as well says so")
  func both() throws {
    for (marker, count) in [("", 1), ("base: false\n", 0)] {
      try tool.write("a.yaml", Spec.good + marker)
      try tool.write("b.yaml", "rung: 1\nname: b\nextends: a.yaml\n")
      let found = try findings(tool.run("check", ".", "--format", "json", "--min-severity", "warning"))
      #expect(found.count == count && found.allSatisfy { ($0["id"] as? String) == "spec/base-not-marked" }, "\(found)")
    }
  }

  // MARK: Lists and selections

  @Test("a list of changed files: others and deleted ones are counted, none is success")
  func listed() throws {
    try tool.write(".git/HEAD", "")
    try tool.write("channels/a.yaml", Spec.bad)
    try tool.write("channels/caf\u{E9}.yaml", Spec.bad)
    try tool.write("channels/notes.yaml", "a: b\n")
    try tool.write(".github/ci.yaml", "rung: 1\n")
    try tool.write("README.md", "rung: 1\n")
    let list = #"channels/a.yaml\n"channels/caf\\303\\251.yaml"\nchannels/notes.yaml\n.github/ci.yaml\nREADME.md\nchannels/gone.yaml\n"#
    let result = try tool.shell("printf '\(list)' | rung check --files-from -")
    #expect(result.code == 1 && result.err == "2 files, 4 passed over, 2 errors\n", "\(result.err)")
    // Names that git lists are relative to the repository, also in a folder of it.
    let below = try tool.shell("cd channels; printf '\(list)' | rung check --files-from -")
    #expect(below.code == 1 && below.err == result.err && below.out.contains(" --> a.yaml:9:53"), "\(below.out)\(below.err)")
    let terminated = try tool.shell("printf 'channels/a.yaml\\0channels/gone.yaml\\0' | rung check --files-from -")
    #expect(terminated.err == "1 file, 1 passed over, 1 error\n")
    let none = try tool.shell("printf '' | rung check --files-from -")
    #expect(none.code == 0 && none.err == "0 files, nothing found\n")
    let null = try tool.run("check", "--files-from", "/dev/null")
    #expect(null.code == 0 && null.err == none.err)
    // Beside a spec that is not in the list.
    try tool.write("channels/emptied.yaml", "")
    try tool.write("notes/emptied.yaml", "")
    let emptied = try tool.shell("printf 'channels/emptied.yaml\\nnotes/emptied.yaml\\n' | rung check --files-from -")
    #expect(emptied.code == 1 && emptied.out.contains("channels/emptied.yaml") && emptied.err == "1 file, 1 passed over, 1 error\n", "\(emptied.out)\(emptied.err)")
    #expect(try tool.run("check", "--files-from", "gone.txt").code == 3)
    #expect(try tool.run("check").code == 2)
  }

  @Test("specs among other files, however they are written", arguments: [
    "cp ../good.yaml a.YAML", "sed 's/^/  /' ../good.yaml > a.yaml", "{ echo '# a comment'; sed 's/^/  /' ../good.yaml; } > a.yaml",
    "{ echo '---'; sed 's/^/  /' ../good.yaml; } > a.yaml", "{ printf '\\357\\273\\277'; cat ../good.yaml; } > a.yaml", "{ echo '--- !!map'; cat ../good.yaml; } > a.yaml",
  ])
  func forms(_ make: String) throws {
    try tool.write("good.yaml", Spec.good)
    let result = try tool.shell("mkdir x; cd x; \(make); rm -f b; rung check .")
    #expect(result.code == 0 && result.err == "1 file, nothing found\n", "\(result.out)\(result.err)")
  }

  @Test("a spec in UTF-16 is refused, not passed over", arguments: ["UTF-16LE", "UTF-16BE"])
  func wide(_ encoding: String) throws {
    try tool.write("good.yaml", "\u{FEFF}" + Spec.good)
    let result = try tool.shell("mkdir x; iconv -f UTF-8 -t \(encoding) good.yaml > x/a.yaml; rung check x")
    #expect(result.code == 1 && result.out.contains("save it as UTF-8"), "\(result.out)\(result.err)")
  }

  @Test("a directory that cannot be looked into is named, also behind a pattern", .enabled(if: Privilege.canBecomeAnother || !Privilege.isRoot, "needs a user with bounds"))
  func closed() throws {
    try tool.write("x/good.yaml", Spec.good)
    try tool.write("x/closed/bad.yaml", Spec.bad)
    let other = Privilege.isRoot ? "cp \(Tool.binary.path) rung; chmod -R a+rX .; chmod 700 x/closed; \(Privilege.asAnother) ./rung" : "chmod 0 x/closed; rung"
    for path in ["x", "'x/**/*.yaml'", "'**'", "'x/*/*.yaml'"] {
      let result = try tool.shell("\(other) check \(path); code=$?; chmod 700 x/closed; exit $code")
      #expect(result.code == 3 && result.err.contains("error: x/closed "), "\(path): \(result.out)\(result.err)")
    }
  }

  @Test("one file is one stream, however it is named")
  func spellings() throws {
    try tool.write("lk/k.yaml", "rung: 1\nname: K1\ntargets: {livekit: {room: r, participant: {identity: i}}}\ningest: {protocols: [rtmp]}\n")
    for line in ["rung check lk/k.yaml $PWD/lk/k.yaml", "cd lk; rung check k.yaml ../lk/k.yaml", "rung check lk/../lk/k.yaml lk/k.yaml", "rung check lk $PWD/lk/k.yaml", "rung check $PWD/lk/k.yaml lk", "mkdir l; ln -s ../lk/k.yaml l/k.yaml; rung check l/k.yaml lk/k.yaml", "printf 'lk/k.yaml\\n'$PWD'/lk/k.yaml\\n' | rung check --files-from -"] {
      let result = try tool.shell(line)
      #expect(result.code == 0 && result.err.hasPrefix("1 file"), "\(line): \(result.out)\(result.err)")
    }
  }

  @Test("names of a list are those of this folder, or of the repository's root as git lists them; where both are there, both are checked")
  func folders() throws {
    try tool.write(".git/HEAD", "")
    try tool.write("a.yaml", Spec.good)
    try tool.write("ch/a.yaml", Spec.bad)
    for line in ["echo a.yaml | rung check --files-from -", "echo ./a.yaml | rung check --files-from -", "find . -name a.yaml | rung check --files-from -", "echo ../ch/a.yaml | rung check --files-from -"] {
      let result = try tool.shell("cd ch; \(line)")
      #expect(result.code == 1 && result.out.contains("a.yaml:9:53"), "\(line): \(result.out)\(result.err)")
    }
    let two = try tool.shell("echo ch/a.yaml > l1; echo a.yaml > l2; rung check --files-from l1 --files-from l2")
    #expect(two.code == 1 && two.err.hasPrefix("2 files"), "\(two.err)")
    let status = try tool.shell("printf 'M\\tch/a.yaml\\n' | rung check --files-from -")
    #expect(status.code == 2 && status.err.contains("git diff --name-only"), "\(status.err)")
  }

  @Test("only a null that is written removes a target, and only a target that is there or known", arguments: [
    ("targets: {tenbyt: null, qencode: }", "unknown target `tenbyt`"), ("targets: {tenbyt: null}", "did you mean `tenbyte`?"), ("targets:", "nothing (null)"),
    ("targets:\n  # tenbyte: {region: a}", "nothing (null)"), ("recording:", "nothing (null)"), ("targets: {qencode: null}", nil), ("targets: {tenbyte: null, qencode: }", nil),
    ("recording: null", nil),
  ] as [(String, String?)])
  func written(_ keys: String, _ says: String?) throws {
    try tool.write("base.yaml", "base: true\ntargets: {tenbyte: {region: sg-edge-04}}\nrecording: {window: 4h}\n" + Spec.good.components(separatedBy: "sg-edge-04}\n")[1])
    try tool.write("a.yaml", "rung: 1\nname: a one\nextends: base.yaml\n\(keys)\n")
    let result = try tool.run("check", "a.yaml")
    #expect(says == nil ? result.code == 0 : result.code == 1 && result.out.contains("--> a.yaml:4") && result.out.contains(says ?? ""), "\(result.out)\(result.err)")
  }

  @Test("one base that does not read is one error, and its nulls are none")
  func unreadBase() throws {
    try tool.write("base.yaml", "base: true\ntargets: {tenbyte: {region: sg-edge-04}\nladder: [\n")
    for name in ["a", "b", "c"] {
      try tool.write("\(name).yaml", "rung: 1\nname: \(name)\nextends: base.yaml\nwebhook: null\ntargets: {mkio: null}\ningest: {video: {bitrate: null}}\nladder: {drop: null, preset: null}\n")
    }
    #expect(try findings(tool.run("check", ".", "--format", "json")).compactMap { $0["id"] as? String } == ["yaml/syntax"])
    try tool.write("base.yaml", "base: true\ntargets: {tenbyte: {region: sg-edge-04}, mkio: {}}\n")
    try tool.write("less.yaml", "base: true\nwebhook: null\ntargets: {mkio: null}\n")
    #expect(try tool.run("check", "less.yaml").out == "")
  }

  @Test("a value of a base, or of the preset that it names, is told once per run")
  func inherited() throws {
    let base = "base: true\ntargets: {livekit: {room: a, participant: {identity: b, name: c}}}\ningest: {mode: push, protocols: [rtmp], token: \"${env:T}\", audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 96k}}\n"
    func write(_ base: String, _ own: (Int) -> String) throws {
      try tool.write("base.yaml", base)
      for number in 1...8 { try tool.write("c\(number).yaml", "rung: 1\nname: c\(number)\nextends: base.yaml\n\(own(number))") }
    }
    func ids() throws -> [String] {
      let found = try findings(tool.run("check", ".", "--format", "json")).compactMap { $0["id"] as? String }
      let notes = try tool.run("check", ".", "--notes")
      #expect(notes.out.components(separatedBy: "]: ").count - 1 == found.count)
      return found
    }
    // One identity would be another finding of each.
    try write(base + "ladder: {preset: tenbyte-balanced}\n") { "targets: {livekit: {participant: {identity: b\($0)}}}\n" }
    let all = try ids()
    #expect(all.count { $0 == "livekit/audio-codec-changed" } == 1 && Set(all).count == all.count, "\(all)")
    // What a channel sets beside it is its own.
    try write(base + "ladder: {preset: tenbyte-balanced}\n") { $0 > 2 ? "" : "ingest: {audio: {bitrate: 12\($0)k}}\n" }
    let token = try findings(tool.run("check", ".", "--format", "json")).filter { ($0["id"] as? String) == "livekit/not-expressible" && "\($0)".contains("ingest.token") }
    #expect(token.count == 1, "\(token)")
    // Each that names the preset itself has it in a line of its own.
    try write(base) { _ in "ladder: {preset: tenbyte-balanced}\n" }
    #expect(try ids().count { $0 == "livekit/audio-codec-changed" } == 8)
  }

  @Test("a file without content, and what is meant to be a base, have one finding", arguments: [
    ("a.json", "{}\n", ["source/empty"]), ("a.yaml", "{}\n", ["source/empty"]), ("a.yaml", "base: yes\n", ["spec/yaml-surprise"]), ("a.yaml", "base: \"true\"\nladder: {preset: tenbyte-balanced}\n", ["spec/wrong-type"]),
    ("a.yaml", "base: yes\nladder: {preset: tenbyte-balanced}\n", ["spec/yaml-surprise"]), ("a.yaml", "Rung: 1\n", ["spec/unknown-key", "spec/missing-key"]), ("a.yaml", "rung: 1\n", ["spec/missing-key"]),
  ])
  func least(_ name: String, _ text: String, _ expected: [String]) throws {
    try tool.write("good.yaml", Spec.good)
    try tool.write(name, text)
    // One key alone shows nothing among other files, unless it is `rung` itself.
    for path in text == "base: yes\n" || text == "Rung: 1\n" ? [name] : [".", name] {
      let found = try findings(tool.run("check", path, "--format", "json", "--min-severity", "warning")).compactMap { $0["id"] as? String }
      #expect(found == expected, "\(path)")
    }
  }

  @Test("a help can be typed where `targets` is a list, and keeps the other targets")
  func listedTargets() throws {
    try tool.write("a.yaml", "rung: 1\nname: a\ntargets: [tenbyte, mkio]\ningest: {mode: push, protocols: [rtmp], allow: [203.0.113.0/24]}\n")
    let helps = try findings(tool.run("check", "a.yaml", "--format", "json")).compactMap { $0["help"] as? String }
    #expect(helps.contains("remove it, or set `targets: {tenbyte: {accepts: [ingest.allow]}, mkio: {}}`"), "\(helps)")
    #expect(helps.contains { $0.hasPrefix("set `targets: {tenbyte: {region: sg-edge-04}, mkio: {}}` with") }, "\(helps)")
    #expect(!helps.contains { $0.contains("under this target") }, "\(helps)")
    try tool.write("a.yaml", "rung: 1\nname: a\ntargets: {tenbyte: {}, mkio: {}}\ningest: {mode: push, protocols: [rtmp], allow: [203.0.113.0/24]}\n")
    let mapped = try findings(tool.run("check", "a.yaml", "--format", "json")).compactMap { $0["help"] as? String }
    #expect(mapped.contains("remove it, or set `accepts: [ingest.allow]` under `targets.tenbyte`") && mapped.contains { $0.hasPrefix("set `region: sg-edge-04` under this target") }, "\(mapped)")
  }

  @Test("what one target cannot do is no advice against another one")
  func pulled() throws {
    func errors(_ qencode: String) throws -> [[String: Any]] {
      let spec = Spec.good.replacingOccurrences(of: "mode: push, protocols: [rtmp]", with: "mode: pull, source: {url: \"srt://origin.example.com:9000\"}")
      try tool.write("a.yaml", spec.replacingOccurrences(of: "sg-edge-04}\n", with: "sg-edge-04}\n  qencode: \(qencode)\n"))
      return try findings(tool.run("check", "a.yaml", "--format", "json")).filter { ($0["severity"] as? String) == "error" }
    }
    let found = try errors("{}")
    #expect(found.compactMap { $0["help"] as? String } == ["set `overrides: {ingest: {mode: push}}` under this target"], "\(found)")
    #expect(try errors("{overrides: {ingest: {mode: push}}}").isEmpty)
  }

  @Test("names of rules are no names of secrets")
  func rules() throws {
    try tool.write("rung.yaml", "severity: {spec/unknown-key: warnin, \"spec/literal-secret\": of, mkio/static-hostname-without-token: of}\n")
    let result = try tool.run("check", "rung.yaml")
    let said = result.out + result.err
    #expect(result.code != 0 && !said.contains("\u{2022}") && said.contains("`warnin`"), "\(said)")
  }

  @Test("more than eight choices are not listed")
  func choices() throws {
    for text in ["rung: 1\nname: a one\nqqqqqq: 1\n", "- a\n", "text\n", "rung: 1\nname: a one\nladder: {preset: qqqqqq}\n", "rung: 1\nname: a one\nladder: {renditions: [{name: a, qqqqqq: 1}]}\n"] {
      try tool.write("a.yaml", text)
      for finding in try findings(tool.run("check", "a.yaml", "--format", "json")) where (finding["severity"] as? String) == "error" {
        for words in [finding["message"] as? String, finding["help"] as? String] { #expect(words.map { $0.count <= 140 && $0.count { $0 == "`" } <= 16 } ?? true, "\(words ?? "")") }
      }
    }
  }

  @Test("--only-target checks the streams that have the target, for it alone")
  func only() throws {
    try write()
    let result = try tool.run("check", ".", "--only-target", "qencode", "--format", "json")
    let found = try findings(result)
    #expect(Set(found.compactMap { $0["provider"] as? String }) == ["qencode"])
    #expect(result.err.hasPrefix("3 files, 8 passed over, "), "\(result.err)")
    #expect(try tool.run("check", ".", "--only-target", "qencode", "--for", "tenbyte").code == 2)
    #expect(try tool.run("check", ".", "--only-target", "obs").code == 0)
  }

  @Test("what a base drops is dropped once, on however many ways it is reached")
  func dropped() throws {
    try tool.write("deep.yaml", "base: true\nladder: {drop: [1080p]}\n")
    for name in ["left", "right"] { try tool.write("\(name).yaml", "base: true\nextends: deep.yaml\n") }
    try tool.write("a.yaml", Spec.good.replacingOccurrences(of: "ladder:", with: "extends: [left.yaml, right.yaml]\nladder:"))
    let result = try tool.run("check", "a.yaml", "--format", "json")
    #expect(try findings(result).allSatisfy { $0["id"] as? String != "spec/drop-of-unknown" }, "\(result.out)")
  }

  @Test("null removes what a base sets, at every depth; under targets a name alone asks for the target")
  func removal() throws {
    try tool.write(".git/HEAD", "")
    try tool.write("base.yaml", Self.base + "targets: {tenbyte: {region: sg-edge-04}, qencode: {}}\nsimulcast: [{url: \"rtmp://a.rtmp.youtube.com/live2\", key: \"${env:YT_KEY}\"}]\n")
    try tool.write(
      "a.yaml",
      "rung: 1\nname: a\nextends: base.yaml\nwebhook: null\nsimulcast: ~\ningest: {allow: null, token: null, video: null, audio: null}\nladder: {defaults: {lookahead: null}}\ntargets: {qencode: null, tenbyte: }\n")
    let result = try tool.run("compile", "a.yaml")
    #expect(result.code == 0, "\(result.err)")
    #expect(!result.out.contains("webhook") && !result.out.contains("lookahead") && !result.out.contains("qencode"))
    #expect(result.out.contains("\"region\": \"sg-edge-04\"") || result.out.contains("sg-edge-04"))
    let found = try findings(tool.run("check", "a.yaml", "--format", "json"))
    #expect(!found.contains { ($0["message"] as? String)?.contains("ingest") ?? false }, "\(found)")
  }
}
