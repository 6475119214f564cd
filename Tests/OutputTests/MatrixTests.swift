import Rung
import RungOutput
import RungProviders
import RungSource
import RungTestSupport
import Testing

@Suite struct MatrixTests {
  /// The example with the providers that it names.
  private static func four() throws -> MatrixAnalysis {
    let text = try #require(Repository.text("Tests/Golden/four-providers/spec.yaml"))
    return matrix(SourceInput(name: "spec.yaml", text: text), for: Disguise.tree(text)?["targets"]?.entries.map(\.key.value).sorted().map(TargetID.init(rawValue:)))
  }

  @Test("the shipped example comes to the tables that were recorded")
  func golden() throws {
    let table = try Self.four()
    for (name, text) in [("matrix.txt", table.rendered(as: .text)), ("matrix.md", table.rendered(as: .markdown))] {
      let path = "Tests/Golden/four-providers/\(name)"
      if Repository.text(path) == text { continue }
      let isRecording = Repository.variable("RECORD") != nil
      if isRecording { _ = Repository.write(text, to: path) }
      Issue.record("\(name) differs from what was recorded\(isRecording ? "; recorded: read it before you commit it" : "")")
    }
  }

  @Test func widthOfTheTable() throws {
    let lines = try Self.four().rendered(as: .text).split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines.prefix(while: { !$0.isEmpty }) { #expect(line.count <= 100, "\(line)") }
  }

  @Test("every example fits the schema and makes a table that holds together")
  func examples() throws {
    let schema = try SchemaCheck(MatrixJSON.schemaText)
    #expect(schema.faults(in: try Self.four().rendered(as: .json)) == [])
    #expect(schema.faults(in: #"{"version": 1, "streams": [{"name": 3}]}"#) != [])
    for example in Depth.some(allRules.flatMap { $0.bad + $0.good }, quick: 16) {
      let result = matrix(SourceInput(name: "example", text: MarkedText(example.text).text))
      #expect(schema.faults(in: result.rendered(as: .json)) == [], "\(example.text)")
      Self.checkMarkdown(result.rendered(as: .markdown))
      for table in result.tables {
        let told = Set(table.rows.flatMap { $0.cells.flatMap(\.notes) })
        #expect(told == Set(table.notes.map(\.number)), "\(example.text)")
        for row in table.rows {
          #expect(row.cells.count == table.providers.count)
          for cell in row.cells where cell.state != .supported && cell.state != .notAsked && cell.state != .unknown {
            #expect(!cell.notes.isEmpty, "\(row.title) says not why\n\(example.text)")
          }
        }
      }
    }
  }

  /// Every line of a table has as many bars as its head.
  private static func checkMarkdown(_ text: String) {
    var bars = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        bars = 0
        continue
      }
      var count = 0
      var before: Character = " "
      for character in line {
        if character == "|", before != "\\" { count += 1 }
        before = character
      }
      if bars == 0 { bars = count }
      #expect(count == bars, "\(line)")
      #expect(line.hasSuffix(" |"))
    }
  }

  @Test("what would be markup in a name is text")
  func escapes() {
    let text = matrix(SourceInput(name: "a.yaml", text: "rung: 1\nname: \"a | b <b> *c* `d\"\n"), for: ["tenbyte"]).rendered(as: .markdown)
    #expect(text.contains("### ``a | b <b> *c* `d``"), "\(text)")
    Self.checkMarkdown(text)
  }

  @Test("an error of the provider stands in the row of what it is about, and in the verdict")
  func refused() throws {
    let text = try #require(Repository.text("Tests/Golden/four-providers/spec.yaml"))
    let result = matrix(
      SourceInput(name: "spec.yaml", text: text.replacing("854x480", with: "960x540")), for: ["qencode", "tenbyte"])
    let table = try #require(result.tables.first)
    #expect(table.providers.map(\.id) == ["qencode", "tenbyte"])
    let row = try #require(table.rows.first { $0.title == "renditions" })
    #expect(row.cells.map(\.state) == [.notExpressible, .rejected])
    #expect(table.providers.last?.verdict.text == "rejected: 1 error (tenbyte/resolution-not-taken)")
    #expect(table.notes.first { $0.number == row.cells.last?.notes.first }?.rule == "tenbyte/resolution-not-taken")
  }

  @Test("secrets stay out, and a provider without a target needs settings")
  func secrets() {
    let text = """
      rung: 1
      name: news
      ingest: {source: {url: "srt://user:hunter2@origin.example.com:9000?passphrase=hunter2"}}
      simulcast: [{url: "rtmp://live.example.com/app", key: "${env:HUNTER2}"}]
      """
    let result = matrix(SourceInput(name: "a.yaml", text: text))
    let asked = result.tables.flatMap(\.rows).map(\.asked).joined(separator: " ")
    let open = matrix(SourceInput(name: "a.yaml", text: "rung: 1\nname: news\ningest: {source: {url: \"srt://origin.example.com:9000?x=1\"}}\n"))
    #expect(open.tables.first?.rows.contains { $0.asked == "srt://origin.example.com:9000" } == true)
    #expect(!asked.lowercased().contains("hunter2"), "\(asked)")
    let alone = matrix(SourceInput(name: "a.yaml", text: "rung: 1\nname: news\ningest: {protocols: [rtmp]}\n"), for: ["livekit"])
    #expect(alone.tables.first?.providers.first?.verdict.outcome == .incomplete)
  }

  // MARK: What a cell says is so

  /// One cell: its state, and the rules that its notes name.
  private struct Judged: Equatable, CustomStringConvertible {
    let state: Matrix.State
    let rules: [String]
    var description: String { "\(state) \(rules)" }

    init(_ state: Matrix.State, _ rules: String...) { (self.state, self.rules) = (state, rules) }

    init?(_ text: String, _ provider: String, _ row: String) {
      let result = matrix(SourceInput(name: "a.yaml", text: text))
      guard let table = result.tables.first, let column = table.providers.firstIndex(where: { $0.id.rawValue == provider }),
        let line = table.rows.first(where: { $0.title == row })
      else { return nil }
      let cell = line.cells[column]
      state = cell.state
      rules = cell.notes.compactMap { number in
        table.notes.first { $0.number == number }.map { $0.rule.map { String($0.rawValue.drop { $0 != "/" }.dropFirst()) } ?? "" }
      }
    }
  }

  private static let ladder = """
    rung: 1
    name: news
    targets: [tenbyte, mkio, livekit, qencode]
    ingest: {protocols: [rtmp]}
    ladder:
      defaults: {fps: 30, keyframe_interval: 2s, codec: h264, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 96k}}
      renditions:
        - {name: 720p, resolution: 1280x720, bitrate: 3500k}
        - {name: 540p, resolution: 960x540, bitrate: 1500k}
    packaging: {hls: {segment_format: mpegts}}

    """

  @Test("a caution changes nothing of what is taken")
  func cautions() {
    #expect(Judged(Self.ladder, "mkio", "ingest") == Judged(.supported))
    #expect(Judged(Self.ladder, "mkio", "encoder addresses") == Judged(.notAsked, "ingest-open-to-all"))
    let open = Self.ladder.replacing("protocols: [rtmp]", with: "protocols: [rtmp], allow: [0.0.0.0/0]")
    #expect(Judged(open, "mkio", "encoder addresses") == Judged(.supported, "ingest-open-to-all"))
    #expect(Judged(open, "tenbyte", "encoder addresses") == Judged(.notExpressible, "not-expressible"))
    let passed = Self.ladder + "encoding: passthrough\n"
    #expect(Judged(passed, "mkio", "renditions") == Judged(.supported, "several-streams-pushed"))
    #expect(Judged(Self.ladder + "low_latency: true\n", "mkio", "low latency") == Judged(.supported, "low-latency-gated"))
    #expect(Judged(Self.ladder + "idle_timeout: 10m\n", "qencode", "idle timeout") == Judged(.supported, "stream-timeout-billed"))
  }

  @Test("what only a finding names is left out")
  func namedOnly() {
    #expect(Judged(Self.ladder + "recording: {window: 4h}\n", "qencode", "rewind window") == Judged(.notExpressible, "rewind-window-not-offered"))
    #expect(Judged(Self.ladder + "recording: {window: 4h}\n", "mkio", "rewind window") == Judged(.supported))
    #expect(Judged(Self.ladder + "low_latency: true\n", "qencode", "low latency") == Judged(.notExpressible, "low-latency-announced-only"))
    for dash in ["{}", "{window: 60s}"] {
      let both = Self.ladder.replacing("{hls: {segment_format: mpegts}}", with: "{hls: {segment_format: mpegts}, dash: \(dash)}")
      #expect(Judged(both, "qencode", "DASH") == Judged(.notExpressible, "dash-announced-only"), "\(dash)")
      #expect(Judged(both, "livekit", "DASH") == Judged(.notExpressible, "not-expressible"), "\(dash)")
    }
    let preset = "rung: 1\nname: news\ntargets: [qencode]\nladder: {preset: tenbyte-balanced}\n"
    #expect(Judged(preset, "qencode", "renditions") == Judged(.notExpressible, "not-expressible", "preset-without-effect"))
  }

  @Test("what comes out otherwise is changed, and what becomes of it is said")
  func changes() {
    #expect(Judged(Self.ladder, "livekit", "audio") == Judged(.changed, "audio-codec-changed"))
    #expect(Judged(Self.ladder.replacing("codec: aac", with: "codec: opus"), "livekit", "audio") == Judged(.supported))
    #expect(Judged(Self.ladder, "livekit", "frame rate") == Judged(.supported))
    #expect(Judged(Self.ladder.replacing("fps: 30", with: "fps: 30000/1001"), "livekit", "frame rate") == Judged(.changed, "frame-rate-not-whole"))
    // Standard makes 720p at 3500 kbps and 540p at 2200, at the source's rate up to 30 fps, with stereo sound of 96 kbps.
    #expect(Judged(Self.ladder, "mkio", "video bitrate") == Judged(.changed, ""))
    #expect(Judged(Self.ladder.replacing("1500k", with: "2200k"), "mkio", "video bitrate") == Judged(.supported))
    #expect(Judged(Self.ladder, "mkio", "audio") == Judged(.supported))
    #expect(Judged(Self.ladder.replacing("96k", with: "128k"), "mkio", "audio") == Judged(.changed, ""))
    #expect(Judged(Self.ladder.replacing("fps: 30", with: "fps: 25"), "mkio", "frame rate") == Judged(.supported))
    #expect(Judged(Self.ladder.replacing("fps: 30", with: "fps: 50"), "mkio", "frame rate") == Judged(.changed, ""))
    #expect(Judged(Self.ladder, "mkio", "HLS") == Judged(.changed, "not-expressible"))
    #expect(Judged(Self.ladder, "tenbyte", "HLS") == Judged(.supported))
  }

  @Test("what overrides ask of one target is asked; it changes where the others are asked for something else")
  func overrides() {
    func spec(_ overrides: String) -> String {
      Self.ladder.replacing("[tenbyte, mkio, livekit, qencode]", with: "{tenbyte: {region: sg, overrides: \(overrides)}}")
    }
    #expect(Judged(spec("{kind: event}"), "tenbyte", "kind") == Judged(.supported, ""))
    #expect(Judged(spec("{kind: event}"), "mkio", "kind") == Judged(.notAsked))
    #expect(Judged(spec("{packaging: {hls: {segment_format: fmp4}}}"), "tenbyte", "HLS") == Judged(.changed, ""))
    #expect(Judged(spec("{packaging: {hls: {segment_format: mpegts}}}"), "tenbyte", "HLS") == Judged(.supported, ""))
    #expect(Judged(spec("{ladder: {drop: [540p]}}"), "tenbyte", "renditions") == Judged(.changed, ""))
    #expect(Judged(spec("{ladder: {drop: [540p]}}"), "tenbyte", "frame rate") == Judged(.supported))
  }

  @Test("what the spec lacks stands in the row of what is lacking, what a target lacks among its own settings")
  func lacks() throws {
    let bare = "rung: 1\nname: news\ntargets: [qencode]\n"
    #expect(Judged(bare, "tenbyte", "own settings") == Judged(.rejected, "region-missing"))
    #expect(Judged(bare, "tenbyte", "HLS") == Judged(.rejected, "packaging-missing"))
    #expect(Judged(bare, "tenbyte", "renditions") == Judged(.rejected, "ladder-missing"))
    #expect(Judged(bare, "tenbyte", "ingest") == Judged(.rejected, "ingest-missing"))
    #expect(Judged(bare, "mkio", "rewind window") == Judged(.notAsked, "archive-window-unset"))
    #expect(Judged(bare, "mkio", "own settings") == Judged(.notAsked, "asset-not-created"))
    #expect(Judged(bare, "qencode", "own settings") == Judged(.notAsked))
    let table = try #require(matrix(SourceInput(name: "a.yaml", text: bare)).tables.first)
    #expect(!table.rows.contains { $0.title == "as a whole" })
    #expect(table.providers.first { $0.id == "tenbyte" }?.verdict.outcome == .incomplete)
    #expect(table.providers.first { $0.id == "qencode" }?.verdict.outcome == .runs)
    let named = try #require(matrix(SourceInput(name: "a.yaml", text: bare.replacing("qencode", with: "tenbyte"))).tables.first)
    #expect(named.providers.first { $0.id == "tenbyte" }?.verdict.outcome == .refused)
  }
}
