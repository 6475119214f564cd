import Rung
import RungOutput
import RungProviders
import RungReading
import RungSource
import RungTestSupport
import Testing

/// Text from outside in every place that takes some, through every command's writer and every format: nothing comes out that
/// a terminal, a CI log, a reader of Markdown or HTML, or the client of an `.http` file would obey.
@Suite struct HostileTextTests {
  /// How many places of each text are tried here; all of them with RUNG_EVERY_PLACE=1.
  private static let isFull = Repository.variable("RUNG_EVERY_PLACE") != nil

  private static let specs = ["Tests/Lossless/everything.yaml", "Tests/Lossless/livekit.yaml", "Tests/Lossless/qencode.yaml"]
    + ["four-providers", "news", "ffmpeg-push", "obs-contribution", "tenbyte-s3", "mkio-encoding", "qencode-update", "livekit-url"].map {
      "Tests/Golden/\($0)/spec.yaml"
    }

  private static let texts = Depth.some(HostileText.all, quick: 2)

  private static func places(_ count: Int, of all: Int, _ random: inout SplitMix) -> [Int] {
    isFull ? Array(0..<all) : (0..<min(count, all)).map { _ in Int.random(in: 0..<all, using: &random) }
  }

  private static func expectHarmless(_ outputs: [Output], _ place: String) {
    for output in outputs {
      if let fault = output.fault { Issue.record("\(place), \(output.name) as \(output.kind): \(fault)") }
    }
  }

  /// One provider for each text; each of them with RUNG_EVERY_PLACE=1.
  private static func providers(for text: String) -> [String] {
    let all = ["tenbyte", "livekit", "qencode"]
    return isFull ? all : [all[(HostileText.all.firstIndex(of: text) ?? 0) % all.count]]
  }

  @Test("one text or key of a spec", arguments: Depth.some(specs, quick: 1))
  func oneOfSpec(_ path: String) throws {
    let tree = try #require(Repository.text(path).flatMap(Disguise.tree))
    let count = HostileText.count(tree)
    var random = SplitMix(seed: UInt64(path.utf8.count))
    for place in Self.places(1, of: count, &random) {
      let text = HostileText.all[Int.random(in: HostileText.all.indices, using: &random)]
      let spec = HostileText.json(tree, with: text, at: { $0 == place })
      Self.expectHarmless(Output.of(spec: spec, name: "a\(text).yaml"), "\(path), place \(place), \(text)")
    }
    // The findings alone, of more places.
    for place in Self.places(Depth.times(12, quick: 4), of: count, &random) {
      let text = HostileText.all[Int.random(in: HostileText.all.indices, using: &random)]
      let spec = HostileText.json(tree, with: text, at: { $0 == place })
      Self.expectHarmless(Output.findings(check(SourceInput(name: text, text: spec))), "\(path), place \(place), \(text)")
    }
  }

  /// Every place that takes any text, in a spec that compiles.
  static func spec(_ text: String) -> String {
    let quoted = Rewriting.quoted(text)
    return """
      {"rung": 1, "name": \(quoted), "description": \(quoted), "labels": {\(quoted): \(quoted)},
       "targets": {
         "tenbyte": {"region": \(quoted), "extra": {\(quoted): {\(quoted): [\(quoted)]}}},
         "livekit": {"extra": {"create": {\(quoted): \(quoted)}}, "participant": {"identity": \(quoted), "name": \(quoted)}, "room": \(quoted)},
         "qencode": {"extra": {"create": {\(quoted): \(quoted)}}}, "ffmpeg": {}, "obs": {}},
       "ingest": {"mode": "push", "protocols": ["rtmp"],
         "video": {"codec": "h264", "resolution": "1280x720", "fps": 25, "keyframe_interval": "2s", "bitrate": "6000k"},
         "audio": {"codec": "aac", "channels": 2, "sample_rate": "48 kHz", "bitrate": "128k"}},
       "ladder": {"defaults": {"fps": 25, "keyframe_interval": "2s", "codec": "h264",
         "audio": {"codec": "aac", "channels": 2, "sample_rate": "48 kHz", "bitrate": "128k"}},
        "renditions": [{"name": \(quoted), "resolution": "1280x720", "bitrate": "3000k"},
         {"name": "low", "resolution": "640x360", "bitrate": "700k"}]},
       "packaging": {"hls": {"segment_format": "fmp4"}, "dash": {"segment_format": "fmp4"}}}
      """
  }

  @Test("all free texts of a spec at once, and what changes between two", arguments: texts)
  func allOfSpec(_ text: String) throws {
    let spec = Self.spec(text)
    Self.expectHarmless(Output.of(spec: spec, name: "\(text).yaml"), text)
    let plain = SourceInput(name: "plain.yaml", text: Self.spec("plain"))
    for provider in Self.providers(for: text) {
      Self.expectHarmless(Output.of(old: plain, new: SourceInput(name: text, text: spec), for: provider), text)
      Self.expectHarmless(Output.of(old: SourceInput(name: text, text: spec), new: plain, for: provider), text)
    }
  }

  @Test("the spec of all free texts compiles for every target")
  func compiles() {
    let analysis = compile(SourceInput(name: "a.yaml", text: Self.spec("plain")))
    #expect(!analysis.hasErrors, "\(analysis.diagnostics.filter { $0.severity == .error }.map(\.message))")
    #expect(analysis.streams.first?.plans.count == 3 && analysis.streams.first?.setups.count == 2)
  }

  /// Every answer of every provider; in a quick run one of each.
  static let answers: [(provider: String, answer: String)] = Providers.ids.flatMap { provider in
    let bodies = Repository.names(in: "Tests/Bodies/\(provider)").filter { $0.hasSuffix("-response.json") && !$0.contains("error") }
    let paths = bodies.map { "Tests/Bodies/\(provider)/\($0)" } + Repository.names(in: "Tests/Diff").filter { $0 == "\(provider)-answer.json" }.map { "Tests/Diff/\($0)" }
    return Depth.some(paths.reversed(), quick: 1).map { (provider, $0) }
  }

  @Test("one text or key of a provider's answer, on either side of a diff", arguments: answers)
  func answer(_ provider: String, _ answer: String) throws {
    let text = try #require(Repository.text(answer))
    let tree = try #require(Disguise.tree(text))
    // An answer to an update alone is no stream.
    guard let made = importBodies([SourceInput(name: answer, text: text)], from: try RequestName.parse(provider).get()).text else { return }
    let spec = SourceInput(name: "spec.yaml", text: made.contains("labels:") ? made : made + "labels: {another: label}\n")
    var random = SplitMix(seed: UInt64(answer.utf8.count))
    for place in Self.places(Depth.times(4, quick: 2), of: HostileText.count(tree), &random) {
      let text = HostileText.all[Int.random(in: HostileText.all.indices, using: &random)]
      let old = SourceInput(name: "\(text).json", text: HostileText.json(tree, with: text, at: { $0 == place }))
      Self.expectHarmless(Output.of(old: old, new: spec, for: provider), "\(answer), place \(place), \(text)")
      Self.expectHarmless(Output.of(old: spec, new: old, for: provider), "\(answer), place \(place), \(text)")
    }
  }

  @Test("one text or key of a body", arguments: Providers.ids)
  func body(_ provider: String) throws {
    for name in Depth.some(Repository.names(in: "Tests/Bodies/\(provider)"), quick: 2) {
      guard let tree = Repository.text("Tests/Bodies/\(provider)/\(name)").flatMap(Disguise.tree), case .success(let request) = RequestName.parse(provider)
      else { continue }
      var random = SplitMix(seed: UInt64(name.utf8.count))
      for place in Self.places(3, of: HostileText.count(tree), &random) {
        let text = HostileText.all[Int.random(in: HostileText.all.indices, using: &random)]
        let body = SourceInput(name: "\(text).json", text: HostileText.json(tree, with: text, at: { $0 == place }))
        Self.expectHarmless(Output.of(body: body, from: request), "\(name), place \(place), \(text)")
        Self.expectHarmless(Output.findings(check(body, as: request)), "\(name), place \(place), \(text)")
      }
    }
  }

  @Test("texts stay what they are in bodies and specs")
  func exact() throws {
    for text in HostileText.all {
      let node = Node.string(text, at: SourcePlace(SourceSpan(file: FileID(index: 0), lower: 0, upper: 0)))
      let body = Node(.map([Node.Entry(key: Located(text, at: node.place), value: node)]), at: node.place)
      #expect(Disguise.tree(try JSONWriter.text(body))?[text]?.scalar?.text == text)
    }
  }

  @Test("Markdown, pages and manifests, judged from outside", .enabled(if: Judge.present(.markdown, .html5lib)))
  func judged() throws {
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -r '\(folder)'") }
    let plain = SourceInput(name: "plain.yaml", text: Self.spec("plain"))
    for (number, text) in Self.texts.enumerated() {
      let spec = Self.spec(text)
      var outputs = Output.of(spec: spec, name: text)
      for provider in Self.providers(for: text) { outputs += Output.of(old: plain, new: SourceInput(name: text, text: spec), for: provider) }
      for (index, output) in outputs.enumerated() {
        switch output.kind {
        case .markdown: #expect(Repository.write(output.text, to: "\(folder)/\(number)-\(index).md"))
        case .manifest: #expect(Repository.write(output.text, to: "\(folder)/\(number)-\(index).mpd"))
        // The judge of pages is thorough, and slow.
        case .html where number < 2 || Self.isFull: #expect(Repository.write(output.text, to: "\(folder)/\(number)-\(index).html"))
        case .script: #expect(Repository.write(output.text, to: "\(folder)/\(number)-\(index).sh"))
        default: break
        }
      }
    }
    for line in [
      "'\(Judge.python)' Tests/OutputTests/markdown.py '\(folder)'/*.md", "'\(Judge.python)' Tests/PackagerTests/manifest.py '\(folder)'/*.mpd",
      "'\(Judge.python)' Tests/ReportTests/judge.py '\(folder)'/*.html", "for script in '\(folder)'/*.sh; do sh -n \"$script\" || exit 1; done",
    ] {
      let result = Repository.shell(line)
      #expect(result.status == 0, "\(result.output)")
    }
    // A judge that finds nothing in anything would be no judge.
    let bad = ["a <b>b</b>", "[a](https://evil.example)", "see www.evil.example", "by @octocat", "![a](b)", "| a |\n| --- |\n| b | FORGED |"]
    for (number, text) in bad.enumerated() { #expect(Repository.write("### x\n\n\(text)\n", to: "\(folder)/bad-\(number).md")) }
    let refused = Repository.shell("'\(Judge.python)' Tests/OutputTests/markdown.py '\(folder)'/bad-*.md")
    #expect(refused.status == 1)
    for (number, text) in bad.enumerated() { #expect(refused.output.contains("bad-\(number).md"), "\(text)") }
  }

  @Test("words of a script are what they were", arguments: HostileText.all)
  func words(_ text: String) throws {
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -r '\(folder)'") }
    // What a shell cannot hold at all.
    let text = text.replacing("\0", with: "")
    let arguments = [CommandArgument(text), CommandArgument("${env:RUNG_HEARD}\(text)!")]
    let command = EncoderCommand(program: "./say", input: arguments, testInput: [], parts: [], directories: [])
    let script = EncoderScript.text(command, of: EncoderSetup(encoder: "ffmpeg", stream: text, command: command, remarks: [text]))
    if let fault = Output(kind: .script, name: "", text: script).fault { Issue.record("\(fault)\n\(script)") }
    #expect(Repository.write("#!/bin/sh\nshift 3\nprintf %s \"$@\" > heard\n", to: "\(folder)/say"))
    #expect(Repository.write(script, to: "\(folder)/run.sh"))
    let result = Repository.shell("cd '\(folder)' && chmod +x say && RUNG_HEARD=+ sh run.sh && ls")
    #expect(result.status == 0, "\(result.output)")
    #expect(Repository.text("\(folder)/heard") == "\(text)+\(text)!", "\(script)")
    #expect(!result.output.contains("pwned"))
  }
}
