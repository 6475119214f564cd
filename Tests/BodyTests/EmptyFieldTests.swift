import Rung
import RungProviders
import RungReading
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// `""` and `null` in bodies: absence where the provider says so, a value where it means something, an error elsewhere.
@Suite struct EmptyFieldTests {
  struct Row: Sendable, CustomStringConvertible {
    let request: String
    /// With `¤` where the value stands.
    let body: String
    let value: String
    /// Ids of findings at the value, notes aside; none where the value equals absence.
    let found: [String]

    init(_ request: String, _ body: String, _ value: String, _ found: [String] = []) {
      (self.request, self.body, self.value, self.found) = (request, body, value, found)
    }

    var text: String { body.replacing("¤", with: value) }
    var description: String { "\(request) \(text)" }
  }

  private static func event(_ type: String, encoding: String = "", input: String = "\"keyFrameIntervalDuration\": \"PT2S\"", properties: String = "") -> String {
    """
    {"tags": {}, "properties": {\(properties)"useStaticHostname": false, "streamOptions": ["Default"], "encoding": {"encodingType": "\(type)"\(encoding)}, \
    "input": {"streamingProtocol": "RTMP", "accessControl": {"ip": {"allow": [{"name": "a", "address": "203.0.113.0", "subnetPrefixLength": 24}]}}, \
    "accessToken": null, "timedMetadataEndpoints": [], \(input)}}}
    """
  }

  private static let livekit = #"{"input_type": "RTMP_INPUT", "room_name": "r", "participant_identity": "p", ¤}"#
  private static let rendition = #"""
    {"name": "n", "type": "linear", "mode": "video", "region": "sg-edge-04", "ingest": {"kind": "push", "protocols": ["rtmp"]}, "output_protocols": ["hls"], \
    "ladder": {"video": [{"width": 1280, "height": 720, "fps": 25, "gop": 50, "bitrate_kbps": 1500, "max_bitrate_kbps": 2000, "buf_size_kbps": 4000, "codec": "h264", ¤ \
    "audio": {"codec": "aac", "channels": 2, "sample_rate_hz": 48000, "audio_bitrate_kbps": 96}}]}, "packaging": {"hls": {"segment_format": "mpegts"}}}
    """#.replacing("\\\n", with: "")

  private static func recorded(target: String = "s3", _ settings: String) -> String {
    let settings = target == "s3" ? #""s3_config": {"endpoint": "https://s3.example.com", \#(settings)}"# : settings
    return String(rendition.replacing("¤", with: "").dropLast()) + #", "recording": {"enabled": true, "target": "\#(target)", \#(settings)}}"#
  }

  static let rows: [Row] = [
    // Recorded answers have "" where no preset was asked for; the reference asks for an empty interval on encoding types.
    Row("mkio.live-event", event("PassthroughBasic", encoding: #", "presetName": ¤"#), "\"\""),
    Row("mkio.live-event", event("PassthroughBasic", encoding: #", "presetName": ¤"#), "null"),
    Row("mkio.live-event", event("Standard", encoding: #", "presetName": ¤"#), "\"\""),
    Row("mkio.live-event", event("Standard", input: #""keyFrameIntervalDuration": ¤"#), "\"\""),
    Row("mkio.live-event", event("Premium1080p", input: #""keyFrameIntervalDuration": ¤"#), "null"),
    Row("mkio.live-event", event("Standard", properties: #""hostnamePrefix": ¤, "#), "\"\""),
    Row("mkio.live-event", event("Standard", properties: #""crossSiteAccessPolicies": {"clientAccessPolicy": ¤}, "#), "null"),
    Row("mkio.live-event", event("Standard", encoding: #", "stretchMode": ¤"#), "\"\"", ["mkio/wrong-field-type"]),
    Row("mkio.live-event", event("Standard", encoding: #", "keyFrameInterval": ¤"#), "\"\"", ["mkio/empty-text"]),
    // "The value cannot be set for pass-through live events": an empty one sets nothing there.
    Row("mkio.live-event", event("PassthroughStandard", encoding: #", "keyFrameInterval": ¤"#), "\"\""),
    Row("mkio.live-event", event("PassthroughBasic", encoding: #", "keyFrameInterval": ¤"#), "null"),
    Row("mkio.live-event", event("Premium1080p", encoding: #", "keyFrameInterval": ¤"#), "null", ["mkio/empty-text"]),
    Row("mkio.live-output", #"{"properties": {"assetName": ¤, "archiveWindowLength": "PT4H"}}"#, "\"\"", ["mkio/wrong-field-type"]),
    Row("mkio.streaming-locator", #"{"properties": {"assetName": "a", "streamingPolicyName": "Predefined_ClearStreamingOnly", "defaultContentKeyPolicyName": ¤}}"#, "\"\""),
    Row("mkio.streaming-locator", #"{"properties": {"assetName": "a", "streamingPolicyName": ¤}}"#, "\"\"", ["mkio/wrong-field-type"]),
    Row("mkio.streaming-endpoint", #"{"location": "uksouth", "properties": {"scaleUnits": 0, "description": ¤}}"#, "null"),
    Row("mkio.streaming-endpoint", #"{"location": "uksouth", "properties": {"scaleUnits": 0, "cdnProfile": ¤}}"#, "\"\""),
    Row("mkio.streaming-endpoint", #"{"location": ¤, "properties": {"scaleUnits": 0}}"#, "\"\"", ["mkio/wrong-field-type"]),
    Row("mkio.asset", #"{"properties": {"storageAccountName": "a", "container": ¤}}"#, "\"\"", ["mkio/wrong-field-type"]),
    // In proto3 JSON an empty text is a field that nobody set.
    Row("livekit.create", livekit, #""url": """#), Row("livekit.create", livekit, #""name": """#),
    Row("livekit.create", livekit, #""participant_name": """#), Row("livekit.create", livekit, #""participant_metadata": null"#),
    Row("livekit.list", #"{"room_name": ¤}"#, "\"\""),
    Row("livekit.create", #"{"room_name": "r", "participant_identity": ¤}"#, "\"\"", ["livekit/wrong-field-type"]),
    Row("livekit.update", #"{"ingress_id": "IN_1", "name": ¤}"#, "\"\"", ["livekit/empty-keeps"]),
    // "" clears the callback: a value.
    Row("qencode.update", #"{"callback_url": ¤}"#, "\"\""), Row("qencode.update", #"{"callback_url": ¤}"#, "null", ["qencode/wrong-field-type"]),
    Row("qencode.create", #"{"name": ¤, "input_format": "srt"}"#, "\"\"", ["qencode/empty-text"]),
    Row("qencode.update", #"{"dvr": {"enabled": 1, "destination": {"url": "s3://us-west.s3.qencode.com/b/f", "key": "k", "secret": "${env:S}", "permissions": ¤}}}"#, "\"\"", ["qencode/empty-text"]),
    Row("qencode.update", #"{"dvr": {"enabled": 1, "destination": {"url": ¤}}}"#, "\"\"", ["qencode/value-not-readable"]),
    // Empty keys are one fault, and no secrets.
    Row("qencode.update", #"{"name": ¤}"#, "\"\"", ["qencode/empty-text"]),
    Row("qencode.update", #"{"dvr": {"enabled": 1, "destination": {"url": "s3://s3.example.com/b/f", "key": ¤, "secret": ¤}}}"#, "\"\"", ["qencode/empty-text"]),
    Row("qencode.domain", #"{"name": ¤, "type": "live"}"#, "\"\"", ["qencode/empty-text"]),
    Row("qencode.simulcast-target", #"{"url": "rtmp://live.example.com/app", "stream_key": ¤}"#, "\"\"", ["qencode/simulcast-key-missing"]),
    Row("mkio.live-event", event("Standard").replacing("\"accessToken\": null", with: "\"accessToken\": ¤"), "\"\"", ["mkio/wrong-field-type"]),
    Row("mkio.live-event", event("Standard").replacing("\"203.0.113.0\"", with: "¤"), "\"\"", ["mkio/empty-text"]),
    Row("mkio.live-event", event("Standard").replacing("\"timedMetadataEndpoints\": []", with: "\"timedMetadataEndpoints\": [{\"url\": ¤}]"), "\"\"", ["mkio/empty-text"]),
    Row("mkio.asset", #"{"properties": {"storageAccountName": ¤}}"#, "\"\"", ["mkio/empty-text"]),
    Row("tenbyte.create", recorded(#""bucket": ¤, "region": ¤, "access_key_id": "${env:K}", "secret_access_key": "${env:S}""#), "\"\"", ["tenbyte/empty-text"]),
    Row("tenbyte.create", recorded(#""bucket": "b", "region": "r", "access_key_id": ¤, "secret_access_key": ¤"#), "\"\"", ["tenbyte/empty-text"]),
    Row("tenbyte.create", recorded(target: "library", #""library_id": ¤"#), "\"\"", ["tenbyte/empty-text"]),
    // No document of Tenbyte's has a minimum length for these, nor a meaning.
    Row("tenbyte.create", rendition, #""profile": "","#, ["tenbyte/empty-text"]), Row("tenbyte.create", rendition, #""level": "","#, ["tenbyte/empty-text"]),
    Row("tenbyte.create", rendition, #""name": "","#, ["tenbyte/empty-text"]), Row("tenbyte.create", rendition, #""preset": "","#, ["tenbyte/empty-text"]),
    Row("tenbyte.create", rendition.replacing("\"sg-edge-04\"", with: "\"\"").replacing("¤", with: ""), "", ["tenbyte/empty-text"]),
    Row("tenbyte.create", rendition.replacing("\"name\": \"n\"", with: "\"name\": \"\"").replacing("¤", with: ""), "", ["tenbyte/wrong-field-type"]),
  ]

  @Test("each empty value is judged by what its provider says of it", arguments: rows)
  func judged(_ row: Row) throws {
    let request = try RequestName.parse(row.request).get()
    let found = check(SourceInput(name: "body.json", text: row.text), as: request).diagnostics.filter { $0.severity != .note }
    #expect(found.map(\.id.rawValue) == row.found, "\(row): \(found.map { "\($0.id): \($0.message)" })")
    // What is empty is no secret.
    let notes = check(SourceInput(name: "body.json", text: row.text), as: request).diagnostics.filter { $0.id.rawValue.hasSuffix("/plain-secret") }
    #expect(notes.allSatisfy { $0.span.upper - $0.span.lower > 2 }, "\(row)")
    // What is taken is imported without a word as well, and leaves no trace.
    guard row.found.allSatisfy({ $0.hasSuffix("empty-text") }), !row.request.hasSuffix(".update"), !row.request.hasSuffix(".list") else { return }
    let imported = importBodies([SourceInput(name: "body.json", text: row.text)], from: request)
    let text = try #require(imported.text, "\(row)")
    // A stream without a name is told apart from one that is to be called something.
    let made = text.split(separator: "\n").filter { !$0.contains("name: null") && !$0.contains("extra:") && !$0.contains("ingress: \"\"") }.joined(separator: "\n")
    #expect(!made.contains("\"\"") && !made.contains("null") && (!made.contains("url:") || row.request == "tenbyte.create"), "\(text)")
  }

  @Test("an answer may have any field empty", arguments: BodyFixture.all.filter { $0.name.contains("response") && !$0.name.hasPrefix("validation") })
  func answers(_ fixture: BodyFixture) throws {
    let request = try RequestName.parse(fixture.provider).get()
    let tree = try #require(Disguise.tree(fixture.text))
    var texts: [Node] = []
    tree.forEachLeaf { _, leaf in if leaf.scalar?.type == .string { texts.append(leaf) } }
    for leaf in texts {
      for value in ["\"\"", "null"] {
        var bytes = Array(fixture.text.utf8)
        bytes.replaceSubrange(Int(leaf.span.lower)..<Int(leaf.span.upper), with: Array(value.utf8))
        let text = String(decoding: bytes, as: UTF8.self)
        let found = check(SourceInput(name: fixture.name, text: text), as: request).diagnostics
        let here = found.filter { $0.span.lower == leaf.span.lower && $0.severity != .note }
        #expect(here.isEmpty, "\(fixture): \(here.map { "\($0.id): \($0.message)" })\n\(text)")
      }
    }
  }

  @Test("MK.IO: null in an answer is no gap where the SDK has a value or null, and a gap elsewhere")
  func nulls() throws {
    let endpoint = """
      {"id": "/subscriptions/x/se1", "name": "default", "location": "uksouth", "tags": {}, "type": "x", "properties": {"created": "2026-01-01T00:00:00Z", \
      "lastModified": "2026-01-01T00:00:00Z", "provisioningState": "Succeeded", "resourceState": "Running", "hostName": "ep-x.example.com", "description": "d", \
      "scaleUnits": 1, "cdnEnabled": true, "cdnProfile": "p", "maxCacheAge": 60, "sku": {"name": "Premium", "capacity": 600}, "customHostNames": [], \
      "crossSiteAccessPolicies": {"clientAccessPolicy": "x", "crossDomainPolicy": "y"}}}
      """
    let event = try #require(BodyFixture.all.first { $0.provider == "mkio" && $0.name == "live-event-response.json" }).text
    var gaps: Set<String> = []
    for text in [endpoint, event] {
      let tree = try #require(Disguise.tree(text))
      var leaves: [(path: String, node: Node)] = []
      tree.forEachLeaf { leaves.append(($0, $1)) }
      for (path, leaf) in leaves {
        var bytes = Array(text.utf8)
        bytes.replaceSubrange(Int(leaf.span.lower)..<Int(leaf.span.upper), with: Array("null".utf8))
        let result = diff(DiffInput(SourceInput(name: "old.json", bytes: bytes)), DiffInput(SourceInput(name: "new.json", text: text)))
        if result.old.hasErrors { gaps.insert(path) }
        #expect(result.old.diagnostics.filter { $0.severity == .error }.allSatisfy { $0.id == "diff/answer-incomplete" }, "\(path)")
      }
    }
    let range = "properties.input.accessControl.ip.allow[0]."
    #expect(gaps == ["name", "location", "properties.encoding.encodingType", range + "name", range + "address", range + "subnetPrefixLength"])
    // A request has to have the number.
    let request = #"{"location": "uksouth", "properties": {"scaleUnits": null}}"#
    #expect(check(SourceInput(name: "body.json", text: request), as: try RequestName.parse("mkio.streaming-endpoint").get()).diagnostics.map(\.id) == ["mkio/wrong-field-type"])
  }

  @Test("Qencode: a cleared callback is kept as one")
  func cleared() throws {
    let text = #"{"name": "news", "callback_url": ""}"#
    let imported = importBodies([SourceInput(name: "update.json", text: text)], from: try RequestName.parse("qencode.update").get())
    let spec = try #require(imported.text)
    let made = compile(SourceInput(name: "spec.yaml", text: spec)).streams.flatMap(\.plans).flatMap(\.steps).first { $0.bodyKind == "update" }?.node
    #expect(made?["callback_url"]?.isEmptyText == true, "\(spec)")
  }

  @Test("MK.IO: what an answer says of the encoder of a passthrough is nobody's setting")
  func passthrough() throws {
    let fixture = try #require(BodyFixture.all.first { $0.name == "live-event-passthrough-response.json" })
    let imported = importBodies([SourceInput(name: fixture.name, text: fixture.text)], from: try RequestName.parse("mkio").get())
    #expect(imported.analysis.diagnostics.filter { $0.severity != .note && $0.id != "mkio/field-without-effect" }.isEmpty, "\(imported.analysis.rendered(as: .text))")
    let text = try #require(imported.text)
    for word in ["stretch", "preset_name", "extra", "client_access"] { #expect(!text.contains(word), "\(text)") }
    // In a request it was somebody's: it is kept once.
    let request = Self.event("PassthroughBasic", encoding: #", "presetName": "", "stretchMode": "AutoFit""#)
    let sent = importBodies([SourceInput(name: "body.json", text: request)], from: try RequestName.parse("mkio.live-event").get())
    #expect(sent.analysis.diagnostics.map(\.id).contains("mkio/encoding-setting-on-passthrough"))
    #expect(sent.text?.contains("stretch_mode: AutoFit") == true)
    #expect(sent.text?.contains("stretchMode") == false)
    #expect(sent.text?.contains("extra") == false)
  }
}
