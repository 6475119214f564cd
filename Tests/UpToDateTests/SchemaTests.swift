import Rung
import RungProviders
import RungReading
import RungSource
import RungTestSupport
import Testing

/// The schemas beside what Rung itself takes and makes, judged from outside: Python's jsonschema and ruamel.yaml, in one
/// process for everything.
@Suite struct SchemaTests {
  /// What an editor can know without knowing what values mean.
  static let refusedBySchema: Set<String> = ["spec/unknown-key", "spec/missing-key", "spec/not-one-of", "spec/unit-missing", "spec/unknown-target"]

  @Test("schemas are JSON to the strict judge: no member stands twice")
  func parsed() {
    for name in Schemas.names {
      var report = Report()
      let file = SourceFile(name: name, bytes: Array((Schemas.text(named: name) ?? "").utf8))
      #expect(Reader.read(file, id: FileID(index: 0), format: .json, into: &report).count == 1, "\(name)")
      #expect(report.diagnostics.isEmpty, "\(name): \(report.diagnostics.map(\.message))")
    }
  }

  @Test("schemas take what Rung takes, refuse what it cannot read, and hold for every body", .enabled(if: Judge.present(.jsonschema, .ruamel)))
  func judged() throws {
    var cases: [String] = []
    func add(_ name: String, _ schema: String, _ text: String, isJSON: Bool, valid: Bool? = true) {
      let members = [
        "\"name\": \(Rewriting.quoted(name))", "\"schema\": \(Rewriting.quoted(schema))",
        "\"format\": \"\(isJSON ? "json" : "yaml")\"", "\"text\": \(Rewriting.quoted(text))", "\"valid\": \(valid.map { "\($0)" } ?? "null")",
      ]
      cases.append("{\(members.joined(separator: ", "))}")
    }

    for golden in GoldenCase.all {
      for spec in golden.specs {
        guard let bytes = golden.bytes(of: spec) else { continue }
        let analysis = golden.compiled(spec)
        let isReadable = analysis.diagnostics.allSatisfy { $0.severity != .error || !Self.isReaders($0.id.rawValue) }
        if isReadable {
          add("\(golden)/\(spec)", "stream.v1", String(decoding: bytes, as: UTF8.self), isJSON: spec.hasSuffix(".json"))
        }
        // A body without what was missing in the spec is not to be sent, and is not judged.
        guard !analysis.hasErrors else { continue }
        for plan in analysis.streams.flatMap(\.plans) {
          for step in plan.steps {
            guard var body = step.node, let kind = step.bodyKind else { continue }
            // What an earlier answer says is known when the request is sent.
            for fill in step.request.fills { if let parts = JSONPointer.parts(of: fill.pointer) { body = body.without(parts) } }
            add("\(golden)/\(spec), \(plan.provider) \(step.id)", "\(plan.provider).\(kind)", try JSONWriter.text(body), isJSON: true)
          }
        }
      }
    }
    for rule in allRules {
      for example in rule.good where example.isWritten {
        let analysis = compile(SourceInput(name: "example", text: example.text))
        guard !analysis.diagnostics.contains(where: { $0.severity == .error && Self.isReaders($0.id.rawValue) }) else { continue }
        add("good example of \(rule.id), line \(example.line)", "stream.v1", example.text, isJSON: Self.isJSON(example.text))
      }
      for example in rule.bad where example.isWritten {
        let text = MarkedText(example.text).text
        let isRefused = Self.refusedBySchema.contains(rule.id.rawValue)
        // Of others a schema may know or not; both drafts know the same.
        guard isRefused || example.request == nil && !["yaml", "json", "source"].contains(rule.family ?? "") else { continue }
        add("bad example of \(rule.id), line \(example.line)", "stream.v1", text, isJSON: Self.isJSON(text), valid: isRefused ? false : nil)
      }
    }

    for path in Self.removable { add("\(path) removed", "stream.v1", "extends: base.yaml\n" + Self.spec(path, "null"), isJSON: false) }
    for (path, values) in Self.values {
      for value in values {
        for text in [Self.spec(path, value), Self.spec(path, Rewriting.quoted(value))] {
          let readErrors = compile(SourceInput(name: "example.yaml", text: text)).diagnostics.filter { $0.severity == .error && Self.isReaders($0.id.rawValue) }
          if readErrors.isEmpty { add("\(path): \(value)", "stream.v1", text, isJSON: false) }
        }
      }
    }

    let schemas = Schemas.names.map { "\(Rewriting.quoted($0)): \(Rewriting.quoted(Schemas.text(named: $0) ?? ""))" }
    guard let folder = Repository.temporaryFolder() else {
      Issue.record("no temporary folder could be made")
      return
    }
    defer { _ = Repository.shell("rm -r '\(folder)'")}
    let manifest = "{\"schemas\": {\(schemas.joined(separator: ", "))}, \"cases\": [\n\(cases.joined(separator: ",\n"))\n]}\n"
    #expect(Repository.write(manifest, to: "\(folder)/manifest.json"))
    let result = Repository.shell("'\(Judge.python)' Tests/UpToDateTests/judge.py '\(folder)/manifest.json'")
    #expect(result.status == 0, "\(result.output)")
  }

  /// Texts around the edges of what each kind of value takes. Where Rung takes one, the schema has to.
  static let values: [(path: String, values: [String])] = [
    ("idle_timeout", [
      "2s", "2 s", "500ms", "1h30m", "1h 30m", "1.5h", "90m", "90min", "2d", "0s", "2sec", "2 seconds", "PT2S", "PT1.5S", "PT1H30M", "P1D",
      "P1DT2H", "P1W", "pt2s", "PT", "2S", "1h30", "1m1h", ".5s", "5.s", "2s ", "١s",
    ]),
    ("ladder.defaults.bitrate", [
      "3000k", "3.5M", "3.5 Mbps", "3500 kbps", "128000 bps", "3Mbit/s", "3 Mb/s", "3 kb/s", "1G", "1 Gbps", "1 Gb/s", "3000K", "3000kbit", "3m",
      "3 Kbps", "3000kBps", "128000bit/s",
    ]),
    ("ladder.defaults.buffer", ["6000k", "6M", "6000 kbit", "6000000 bit", "6 Mbit", "6Mb", "6000 kbps", "6000kb", "1G"]),
    ("ladder.defaults.fps", ["25", "25.0", "29.97", "30000/1001", "25 fps", "25fps", "0.5", "1e2", "1200", "24000/1000", "30000.0/1001", "23.98"]),
    ("ladder.defaults.resolution", ["1920x1080", "1920X1080", "1920 x 1080", "1x1", "99999x99999", "1920×1080"]),
    ("ladder.defaults.level", ["4.0", "4", "3.1", "1b", "4.4", "8", "1.0", "7.3"]),
    ("ladder.defaults.audio.sample_rate", ["48 kHz", "48kHz", "44.1 kHz", "44100 Hz", "44100Hz", "48 khz", "48KHz", "48000 hz"]),
    ("ladder.defaults.gop", ["1", "100000", "60", "+60", "0"]),
    ("ladder.defaults.codec", ["h264", "avc", "H264"]),
    ("webhook", ["https://a.example.com", "HTTPS://a.example.com/x", "http://a", "https://a.example.com/x?y=1"]),
    ("ingest.token", ["${env:A}", "${env:A_1}", "<TOKEN>", "<INGEST_ACCESS_TOKEN>", "Bearer ${env:A}", "<a b>"]),
    ("ingest.source.url", ["srt://h:9000", "SRT://h", "udp://239.0.0.1:1234", "rtmp://h/app", "rtsp://u:${env:P}@h/x", "srt://h?passphrase=${env:P}"]),
    ("ingest.allow", ["[203.0.113.7]", "[203.0.113.0/24]", "[0.0.0.0/0]", "[999.0.0.1]", "[]"]),
    ("targets", ["[]", "{}", "[tenbyte]", "{tenbyte: }", "{tenbyte: {}}", "[tenbyte, tenbyte]"]),
    ("targets.tenbyte.overrides", ["{recording: {window: 8h}}", "{ladder: {drop: [a]}}", "{}", "{name: other}"]),
    ("labels", ["{}", "{a: b}", "{a: \"\"}"]),
    ("description", ["no", "2026-01-01", "1:30", "~", "null"]),
    ("extends", ["base.yaml", "[a.yaml, b.yaml]"]),
  ]

  /// Keys that a stream with a base may remove.
  static let removable = [
    "webhook", "ingest", "ingest.allow", "packaging.dash", "targets", "targets.mkio", "targets.mkio.project", "targets.tenbyte.overrides", "targets.tenbyte.overrides.recording", "ladder.preset", "ladder.drop",
    "ladder.defaults.crf", "ladder.defaults.audio.channels", "labels.team", "description", "recording.window",
  ]

  /// A spec with one value at a path.
  private static func spec(_ path: String, _ value: String) -> String {
    let keys = path.split(separator: ".")
    let opening = keys.map { "\($0): " }.joined(separator: "{")
    return "rung: 1\nname: news\n\(opening)\(value)\(String(repeating: "}", count: keys.count - 1))\n"
  }

  /// Findings of the readers: the value could not be taken in at all.
  private static func isReaders(_ id: String) -> Bool {
    ["spec/unknown-key", "spec/missing-key", "spec/wrong-type", "spec/not-one-of", "spec/unit-missing", "spec/malformed-value",
      "spec/out-of-range", "spec/yaml-surprise", "spec/literal-secret", "spec/unknown-target", "spec/not-a-spec",
    ].contains(id) || id.hasPrefix("yaml/") || id.hasPrefix("json/") || id.hasPrefix("source/")
  }

  private static func isJSON(_ text: String) -> Bool { Reader.format(name: "", bytes: Array(text.utf8)) == .json }
}
