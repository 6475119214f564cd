import Rung
import RungOutput
import RungProviders
import RungSource
import RungTestSupport
import Testing

/// Differences as people and programs read them.
@Suite struct DiffOutputTests {
  private static func result(_ old: String, _ new: String, for providers: [TargetID]? = nil) -> DiffAnalysis {
    diff(DiffInput(SourceInput(name: "old.yaml", text: old)), DiffInput(SourceInput(name: "new.yaml", text: new)), for: providers)
  }

  private static func texts(_ result: DiffAnalysis) -> (text: String, json: String, markdown: String) {
    let writer = DiffText(sources: result.sources)
    let json = DiffJSON(sources: result.sources, origin: result.origin(of:))
    return (writer.text(result.streams), json.text(result.streams), DiffMarkdown.text(result.streams))
  }

  @Test("the bad and the good example of every rule, compared: documents fit their schemas")
  func examples() throws {
    let schema = try SchemaCheck(DiffJSON.schemaText)
    let planSchema = try SchemaCheck(PlanJSON.schemaText)
    for rule in Depth.some(allRules, quick: 25) {
      guard let bad = rule.bad.first, let good = rule.good.first else { continue }
      let result = Self.result(MarkedText(bad.text).text, MarkedText(good.text).text, for: Providers.ids.map(TargetID.init))
      let texts = Self.texts(result)
      #expect(schema.faults(in: texts.json) == [], "\(rule.name)")
      let plans = result.streams.map { PlannedStream(name: $0.name, plans: $0.providers.compactMap(\.plan)) }
      #expect(planSchema.faults(in: try PlanJSON.text(plans, origin: result.origin(of:))) == [], "\(rule.name)")
      for plan in plans.flatMap(\.plans) { #expect(plan.faults == [], "\(rule.name), \(plan.provider)") }
      let widths = Set(texts.markdown.split(separator: "\n").filter { $0.hasPrefix("|") }.map { $0.replacing("\\|", with: "").count { $0 == "|" } })
      #expect(widths.isSubset(of: [4]), "\(rule.name): \(texts.markdown)")
    }
    #expect(schema.faults(in: #"{"version": 1, "differs": 3, "streams": []}"#) != [])
  }

  private static let old = """
    rung: 1
    name: News
    targets: {tenbyte: {region: sg-edge-04}}
    ingest: {protocols: [rtmp, srt]}
    ladder:
      defaults: {fps: 25, keyframe_interval: 2s, codec: h264, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
      renditions:
        - {name: 1080p, resolution: 1920x1080, bitrate: 3000k}
        - {name: 720p, resolution: 1280x720, bitrate: 1500k}
    packaging: {hls: {segment_format: fmp4}}
    """

  private static func told(_ edits: (String, String)...) -> [String] {
    let new = edits.reduce(old) { text, edit in
      #expect(text.contains(edit.0))
      return text.replacing(edit.0, with: edit.1)
    }
    return result(old, new).streams.flatMap(\.providers).flatMap(\.differences).map { difference in
      let values = [difference.old, difference.new].map { value in
        value.map { $0.node.scalar?.text ?? ($0.node.items.isEmpty ? "{…}" : $0.node.items.map { $0.scalar?.text ?? "{…}" }.joined(separator: " ")) } ?? "-"
      }
      return "\(difference.path) \(values.joined(separator: " > "))"
    }
  }

  @Test("lists go by what their members are")
  func lists() {
    #expect(Self.told(("[rtmp, srt]", "[srt, rtmp]")) == [])
    #expect(Self.told(("[rtmp, srt]", "[srt]")) == ["ingest.protocols rtmp srt > srt"])
    #expect(Self.told(("bitrate: 1500k", "bitrate: 1600k")) == ["ladder.video[720p].bitrate_kbps 1500 > 1600"])
    #expect(Self.told(("name: 720p", "name: hd")) == ["ladder.video[hd].name 720p > hd"])
    #expect(
      Self.told(
        ("    - {name: 720p, resolution: 1280x720, bitrate: 1500k}\n", ""), ("renditions:\n", "renditions:\n    - {name: 720p, resolution: 1280x720, bitrate: 1500k}\n"))
        == ["ladder.video 1080p 720p > 720p 1080p"])
    #expect(Self.told(("    - {name: 720p, resolution: 1280x720, bitrate: 1500k}\n", "")) == ["ladder.video[720p] {…} > -"])
    #expect(
      Self.told(("bitrate: 1500k}", "bitrate: 1500k}\n    - {name: 480p, resolution: 854x480, bitrate: 700k}"))
        == ["ladder.video[480p] - > {…}"])
  }

  @Test("each difference points at what the author wrote, in both files")
  func places() throws {
    let new = Self.old.replacing("keyframe_interval: 2s", with: "keyframe_interval: 1s").replacing("rung: 1\n", with: "# moved\nrung: 1\n")
    let text = Self.texts(Self.result(Self.old, new)).text
    #expect(text.contains("~ ladder.video[720p].gop: 50 → 25  (new.yaml:7:42, was old.yaml:6:42)"), "\(text)")
    #expect(text.hasPrefix("News for Tenbyte: 2 differences; needs a new stream\n"))
  }

  @Test("streams go together by name; those that only one side has are told as a whole")
  func streams() {
    let radio = Self.old.replacing("name: News", with: "name: Radio")
    let both = Self.result("\(Self.old)\n---\n\(radio)\n", "\(radio)\n---\n\(Self.old.replacing("name: News", with: "name: Film"))\n")
    #expect(both.streams.map(\.name) == ["Radio", "Film"])
    #expect(both.streams.map(\.oldName) == [nil, "News"])
    let fewer = Self.result("\(Self.old)\n---\n\(radio)\n", radio)
    #expect(fewer.streams.map(\.name) == ["Radio", "News"])
    #expect(fewer.streams.flatMap(\.providers).map(\.change) == [.same, .removed])
    #expect(fewer.streams.last?.providers.first?.plan?.steps.map(\.id) == ["stop", "delete"])
    let other = Self.result(Self.old, Self.old.replacing("{tenbyte: {region: sg-edge-04}}", with: "{qencode: {}}"))
    #expect(other.streams.first?.providers.map { "\($0.provider) \($0.change)" } == ["qencode added", "tenbyte removed"])
  }

  @Test("no output shows a secret, whichever side has it")
  func secrets() throws {
    let answer = """
      {"success": true, "data": {"id": "x-1", "status": "live", "stream_key": "S3CRET-key", "created_at": "2026-01-01T00:00:00Z", "name": "News",
       "type": "linear", "mode": "video", "region": "sg-edge-04", "ingest": {"kind": "push", "protocols": ["rtmp", "srt"], "srt": "srt://h?streamid=S3CRET-key"},
       "output_protocols": ["hls"], "packaging": {"hls": {"segment_format": "fmp4"}},
       "ladder": {"video": [{"name": "720p", "width": 1280, "height": 720, "fps": 25, "gop": 50, "bitrate_kbps": 1500, "codec": "h264",
         "audio": {"codec": "aac", "channels": 2, "sample_rate_hz": 48000, "audio_bitrate_kbps": 128}}]},
       "recording": {"enabled": true, "target": "s3", "s3_config": {"endpoint": "https://s3.example.com", "bucket": "b", "region": "eu-1",
         "access_key_id": "S3CRET-id", "secret_access_key": "S3CRET-secret"}}}}
      """
    let storage = #"recording: {destinations: [{url: "s3://s3.example.com/b", region: eu-1, key: "${env:ID}", secret: "${env:SECRET}"}]}"#
    let there = DiffInput(SourceInput(name: "answer.json", text: answer))
    let wanted = DiffInput(SourceInput(name: "new.yaml", text: Self.old + "\n" + storage))
    for (old, new) in [(there, wanted), (wanted, there)] {
      let result = diff(old, new, for: ["tenbyte"])
      let found = try #require(result.streams.first?.providers.first)
      #expect(found.unseen.map(\.path) == ["recording.s3_config.access_key_id", "recording.s3_config.secret_access_key"])
      let texts = Self.texts(result)
      var all = [texts.text, texts.json, texts.markdown]
      // An answer is nothing to plan towards.
      #expect((found.plan == nil) == result.newIsAnswer)
      if let plan = found.plan {
        let planned = [PlannedStream(name: "x", plans: [plan])]
        all += [
          try PlanText.text(planned), try PlanJSON.text(planned, origin: result.origin(of:)),
          try PlanScript.text(plan, stream: "x", slug: "x", teardown: false), try PlanHTTP.text(plan, stream: "x", teardown: false),
        ]
      }
      for text in all { #expect(!text.contains("S3CRET"), "\(text)") }
    }
  }

  @Test("an answer that says what the spec says differs in nothing")
  func drift() throws {
    let answer = try #require(Repository.text("Tests/Diff/answer.json"))
    let spec = try #require(Repository.text("Tests/Diff/answered.yaml"))
    func compared(_ spec: String) -> ProviderDifference? {
      diff(SourceInput(name: "answer.json", text: answer), SourceInput(name: "spec.yaml", text: spec), for: "tenbyte").streams.first?.providers.first
    }
    #expect(compared(spec)?.verdict == "no differences")
    #expect(compared(spec.replacing("keyframe_interval: 2s", with: "keyframe_interval: 4s"))?.verdict == "1 difference; needs a new stream")
  }
}
