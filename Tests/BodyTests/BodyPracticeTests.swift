import Rung
import RungProviders
import RungReading
import RungSource
import RungTestSupport
import Testing

/// Bodies as people have them: limits that no document states, names of a predecessor, texts that are no body.
@Suite struct BodyPracticeTests {
  private static func found(_ text: String, _ request: String) throws -> [Diagnostic] {
    check(SourceInput(name: "body.json", text: text), as: try RequestName.parse(request).get()).diagnostics.filter { $0.severity != .note }
  }

  private static func event(_ properties: String, input: String = "") -> String {
    """
    {"tags": {}, "properties": {"useStaticHostname": false, "streamOptions": ["Default"], \(properties)"input": {"streamingProtocol": "RTMP", \(input)"timedMetadataEndpoints": [], \
    "accessControl": {"ip": {"allow": [{"name": "a", "address": "203.0.113.0", "subnetPrefixLength": 24}]}}}}}
    """
  }

  private static let encoding = #""encoding": {"encodingType": "Standard"}, "#

  @Test("what no document limits is a warning, and does not cite one that says nothing of it")
  func limits() throws {
    let rendition = try #require(BodyFixture.all.first { "\($0)" == "tenbyte/create-video-push.json" }).text
    for (old, new) in [
      ("\"width\": 1920", "\"width\": 0"), ("\"gop\": 50", "\"gop\": 0"), ("\"gop\": 50", "\"gop\": 200000"), ("\"bitrate_kbps\": 3000", "\"bitrate_kbps\": 0"),
      ("\"max_bitrate_kbps\": 3500", "\"max_bitrate_kbps\": 0"), ("\"buf_size_kbps\": 6000", "\"buf_size_kbps\": 0"), ("\"bframes\": 0", "\"bframes\": -1"),
      ("\"rc_lookahead\": 10", "\"rc_lookahead\": -1"), ("\"playlist_size\": 6", "\"playlist_size\": -1"), ("\"preserved_segments\": 6", "\"preserved_segments\": -1"),
      ("\"ref_frames\": 1", "\"ref_frames\": 0"), ("\"rc_lookahead\": 10", "\"rc_lookahead\": 900"), ("\"bframes\": 0", "\"bframes\": 99"),
    ] {
      let text = rendition.replacing(old, with: new)
      try #require(text != rendition, "\(old)")
      let usual = Set(try Self.found(rendition, "tenbyte").map(\.id))
      let found = try Self.found(text, "tenbyte").filter { !usual.contains($0.id) }
      #expect(Set(found.map(\.id)) == ["tenbyte/encoder-setting-unusual"], "\(new): \(found.map(\.message))")
      #expect(found.allSatisfy { $0.severity == .warning && $0.citation?.url == nil })
      let spec = importBodies([SourceInput(name: "body.json", text: text)], from: try RequestName.parse("tenbyte").get())
      #expect(!spec.analysis.hasErrors, "\(spec.analysis.rendered(as: .text))")
    }
    for (request, text) in [("qencode.create", #"{"name": "news", "stream_timeout": -1}"#), ("qencode.update", #"{"dvr": {"enabled": 1, "max_file_duration": 0}}"#)] {
      let found = try Self.found(text, request)
      #expect(found.map(\.id) == ["qencode/value-out-of-range"] && found.allSatisfy { $0.severity == .warning && $0.citation?.url == nil }, "\(found.map(\.message))")
    }
    let timeout = try Self.found(#"{"name": "news", "stream_timeout": 86400}"#, "qencode.create").filter { $0.id.rawValue.contains("timeout-out") }
    #expect(timeout.map(\.severity) == [.warning])
    #expect(timeout.first?.citation?.document.contains("onnector") == true, "\(String(describing: timeout.first?.citation))")
  }

  @Test("MK.IO: a GUID without hyphens is a warning, other texts stay errors")
  func tokens() throws {
    for (token, severity) in [("9eb1f703b149417c8448771867f48501", Severity.warning), ("not-a-guid-at-all", .error), ("9eb1f703b149417c8448771867f4850g", .error)] {
      let found = try Self.found(Self.event(Self.encoding, input: "\"accessToken\": \"\(token)\", "), "mkio.live-event").filter { $0.id == "mkio/token-malformed" }
      #expect(found.map(\.severity) == [severity], "\(token)")
    }
  }

  @Test("MK.IO: habits of Azure Media Services get the name or the place that holds here")
  func heritage() throws {
    let rows = [
      (Self.event(Self.encoding + "\"vanityUrl\": true, "), "mkio/unknown-field", "did you mean `useStaticHostname`?"),
      (Self.event(#""encoding": {"encodingType": "Basic"}, "#), "mkio/value-not-taken", "write `\"Standard\"`, the name in this API"),
      (#"{"location": "uksouth", "properties": {"scaleUnits": 0, "availabilitySetName": "a"}}"#, "mkio/unknown-field", "remove it: MK.IO has no availability sets"),
    ]
    for (text, id, help) in rows {
      let all = try Self.found(text, "mkio")
      #expect(all.filter { $0.id.rawValue == id }.map(\.help) == [help], "\(all.map { "\($0.id) \($0.help ?? "")" })")
    }
    // Without the wrapper.
    let bare = #"{"useStaticHostname": false, "streamOptions": ["Default"], "encoding": {"encodingType": "Standard"}, "input": {"streamingProtocol": "RTMP"}}"#
    let unwrapped = try Self.found(bare, "mkio")
    #expect(unwrapped.filter { $0.severity == .error }.map(\.help) == ["move them to `properties`"], "\(unwrapped.map { "\($0.id) \($0.help ?? "")" })")
    // A key with another name there goes along, and is told the name; beside the wrapper both name and place.
    let habit = bare.replacing("useStaticHostname\": false", with: "vanityUrl\": true")
    #expect(try Self.found(habit, "mkio").filter { $0.severity == .error }.map(\.help) == ["move them to `properties`", "did you mean `useStaticHostname`?"])
    let beside = try Self.found(#"{"vanityUrl": true, "properties": {"encoding": {"encodingType": "Standard"}}}"#, "mkio.live-event")
    #expect(beside.filter { $0.id == "mkio/unknown-field" }.map(\.help) == ["move it to `properties` as `useStaticHostname`"])
    // What stands there is judged as if it stood in its place.
    #expect(try Self.found(bare.replacing("\"RTMP\"", with: "\"RTMX\""), "mkio").contains { $0.id == "mkio/value-not-taken" })
    let premium = bare.replacing("\"Standard\"", with: "\"Premium1080p\"")
    let spec = importBodies([SourceInput(name: "body.json", text: premium)], from: try RequestName.parse("mkio").get()).text
    #expect(spec?.contains("encoding_type: Premium1080p") == true && spec?.contains("extra") == false, "\(spec ?? "")")
    for (request, text, help) in [
      ("mkio.live-output", #"{"assetName": "a", "archiveWindowLength": "PT4H"}"#, "move them to `properties`"),
      ("mkio.streaming-locator", #"{"assetName": "a", "streamingPolicyName": "Predefined_ClearStreamingOnly"}"#, "move them to `properties`"),
      ("mkio.streaming-endpoint", #"{"location": "uksouth", "scaleUnits": 0}"#, "move it to `properties`"),
      ("mkio.asset", #"{"storageAccountName": "a"}"#, "move it to `properties`"),
    ] {
      let found = try Self.found(text, request)
      #expect(found.map(\.help) == [help], "\(request): \(found.map { "\($0.id): \($0.message)" })")
    }
    // Another product.
    let live = #"{"metadata": {"displayName": "a"}, "spec": {"inputs": [], "transform": {"type": "LiveEvent"}}}"#
    for request in ["mkio", "mkio.live-event"] {
      let found = try Self.found(live, request)
      #expect(found.map(\.id) == ["mkio/body-not-recognised"] && found[0].message.contains("Live API"), "\(found.map(\.message))")
    }
  }

  @Test("MK.IO: fields that practice omits are one finding each object, and an empty interval is none on encoding types")
  func omitted() throws {
    let bare = #"{"properties": {"encoding": {"encodingType": "Standard"}, "input": {"streamingProtocol": "RTMP"}}}"#
    let found = try Self.found(bare, "mkio.live-event")
    #expect(found.map(\.id) == Array(repeating: "mkio/missing-field", count: 3), "\(found.map(\.message))")
    #expect(found.contains { $0.message == "properties requires `useStaticHostname`, `streamOptions`, which are not set" }, "\(found.map(\.message))")
    #expect(!found.contains { $0.message.contains("keyFrameIntervalDuration") })
    let passthrough = try Self.found(bare.replacing("Standard", with: "PassthroughBasic"), "mkio.live-event")
    #expect(passthrough.map(\.id).contains("mkio/keyframe-interval-unset"))
  }

  @Test("of names that are as near none is written")
  func ties() throws {
    let found = try Self.found(Self.event(#""encoding": {"encodingType": "Passthrough"}, "#), "mkio.live-event").filter { $0.id == "mkio/value-not-taken" }
    #expect(found.map(\.help) == ["did you mean `PassthroughBasic` or `PassthroughStandard`?"])
    #expect(found.allSatisfy { $0.fixIts.isEmpty })
  }

  @Test("LiveKit: a ladder of nothing but OFF layers is no ladder, and a URL that it does not pull is no reason to pull")
  func livekit() throws {
    func found(_ more: String) throws -> [Diagnostic] {
      let text = #"{"room_name": "demo", "participant_identity": "p", \#(more)}"#
      return check(SourceInput(name: "body.json", text: text), as: try RequestName.parse("livekit.create").get()).diagnostics
    }
    let off = try found(#""video": {"options": {"layers": [{"quality": "OFF", "width": 640, "height": 360, "bitrate": 300}]}}"#)
    #expect(off.map(\.id) == ["livekit/layer-off"], "\(off.map(\.message))")
    #expect(try found(#""url": "rtsp://192.0.2.1/s""#).map(\.help) == ["remove `url`"])
    #expect(try found(#""url": "https://a.example.com/s.m3u8""#).map(\.help) == ["set `\"input_type\": \"URL_INPUT\"`, or remove `url`"])
  }

  @Test("MK.IO: what depends on a value that could not be read is not judged, in a body and in a spec")
  func unreadDecision() throws {
    let body = #"{"tags": {}, "properties": {"useStaticHostname": "yes", "hostnamePrefix": "news", "streamOptions": ["Default"], "encoding": {"encodingType": "Standrd", "keyFrameInterval": "PT30S", "presetName": "Default720p"}, "input": {"streamingProtocol": "SRT", "accessControl": {"ip": {"allow": []}}, "accessToken": null, "timedMetadataEndpoints": []}}}"#
    #expect(try Self.found(body, "mkio").map(\.id) == ["mkio/wrong-field-type", "mkio/value-not-taken", "mkio/ingest-open-to-all"])
    let spec = """
      rung: 1
      name: news
      targets:
        mkio: {encoding_type: Standrd, preset_name: Default720p, hostname_prefix: news, static_hostname: 5, asset: {storage_account: a}}
      ingest: {mode: push, protocols: [srt], allow: [203.0.113.7]}
      recording: {window: 200h}
      """
    let found = check(SourceInput(name: "spec.yaml", text: spec)).diagnostics.filter { $0.severity != .note }
    #expect(found.map(\.id) == ["spec/not-one-of", "spec/wrong-type"], "\(found.map { "\($0.id) \($0.message)" })")
  }

  @Test("Tenbyte: an address that is none is answered with one that the field takes, and references stand anywhere in one")
  func addresses() throws {
    let body = try #require(BodyFixture.all.first { "\($0)" == "tenbyte/everything-pull.json" }).text
    let url = #""url": ""#
    let start = try #require(body.firstRange(of: url))
    let end = try #require(body[start.upperBound...].firstIndex(of: "\""))
    func with(_ address: String) -> String { String(body[..<start.upperBound] + address + body[end...]) }
    let usual = Set(try Self.found(body, "tenbyte").map(\.id))
    #expect(try Self.found(with("origin.example.com"), "tenbyte").contains { $0.help == "write `srt://origin.example.com:9000`, with the scheme" })
    let scheme = body[start.upperBound..<end].prefix { $0 != ":" }
    let found = try Self.found(with("\(scheme)://${env:HOST}:${env:PORT}/live"), "tenbyte").filter { !usual.contains($0.id) }
    #expect(found.isEmpty, "\(found.map(\.message))")
  }

  static let foreign = [
    ("tenbyte", #"{"event": "stream.started", "stream_id": "1", "stream_name": "news", "timestamp": "2026-11-20T10:00:00Z"}"#),
    ("tenbyte", #"{"name": "package", "version": "1.0.0", "scripts": {}, "dependencies": {}}"#),
    ("livekit", #"{"event": "ingress_started", "ingressInfo": {"ingressId": "IN_1"}, "id": "EV_1", "createdAt": "1"}"#),
    ("qencode", #"{"event": "status", "payload": {"status": "live"}, "task_token": "a"}"#),
    ("mkio", #"{"eventType": "MediaKind.ChannelInstanceStarted", "subject": "liveEvents/news", "data": {"state": "Running"}}"#),
  ]

  @Test("payloads of webhooks and other documents are no bodies", arguments: foreign)
  func unrecognised(_ provider: String, _ text: String) throws {
    let found = try Self.found(text, provider)
    #expect(found.map(\.id.rawValue) == ["\(provider)/body-not-recognised"], "\(found.map(\.message))")
    #expect(!looksLikeBody(SourceInput(name: "x.json", text: text), of: try RequestName.parse(provider).get()))
  }

  @Test("a value of the spec that `extra` hides is named at the key that hides it")
  func shadows() throws {
    func found(_ extra: String, spec: String = "webhook: https://hooks.example.com/a") -> [Diagnostic] {
      let text = "rung: 1\nname: news\n\(spec)\ntargets: {tenbyte: {region: sg-edge-04, extra: \(extra)}}\n"
      return check(SourceInput(name: "spec.yaml", text: text), for: ["tenbyte"]).diagnostics.filter { $0.id == "tenbyte/extra-hides-value" }
    }
    #expect(found("{webhook_url: https://hooks.example.com/b}").map(\.message) == ["`webhook_url` under `extra` replaces a value of the spec"])
    #expect(found("{webhook_url: null}").map(\.message) == ["`webhook_url` under `extra` removes a value of the spec"])
    #expect(found("{gpu: true}").isEmpty)
    #expect(found("{webhook_url: https://hooks.example.com/a}").isEmpty)
    let ladder = "ladder: {defaults: {fps: 25}, renditions: [{name: 720p, resolution: 1280x720, bitrate: 1500k}]}"
    #expect(found("{ladder: {video: [{name: 720p, width: 1280, height: 720, fps: 25, bitrate_kbps: 900}]}}", spec: ladder).map(\.message) == ["`video` under `extra` replaces a value of the spec"])
  }
}
