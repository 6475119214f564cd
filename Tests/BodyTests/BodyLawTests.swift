import Rung
import RungProviders
import RungReading
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// What holds for every list, every habit and every secret of bodies.
@Suite struct BodyLawTests {
  private static func found(_ request: String, _ text: String) throws -> [Diagnostic] {
    check(SourceInput(name: "body.json", text: text), as: try RequestName.parse(request).get()).diagnostics
  }

  // MARK: Lists

  @Test("every list of every body states how many members it takes, and is held to it")
  func lists() throws {
    var lists = 0
    for provider in Providers.all {
      for request in provider.requests {
        guard let schema = request.schema else { continue }
        func visit(_ schema: Schema, _ path: String) {
          switch schema {
          case .object(let object): for property in object.properties { visit(property.schema, "\(path).\(property.key)") }
          case .anyOf(let choices): for choice in choices { visit(choice, path) }
          case .list(let element, let count, _):
            lists += 1
            #expect(count != nil, "\(provider.id).\(request.name)\(path) states no bounds; write `count: .free` if there are none")
            visit(element, path)
          default: break
          }
        }
        visit(.object(schema()), "")
      }
    }
    #expect(lists > 15)
  }

  @Test(
    "lists that are too short or too long",
    arguments: [
      ("tenbyte.create", #"{"output_protocols": []}"#, "`output_protocols` has 0 members; expected 1 to 2 of `hls` or `dash`", Severity.error),
      ("tenbyte.create", #"{"ingest": {"kind": "push", "protocols": []}}"#, "`protocols` has 0 members; expected 1 to 2 of `rtmp` or `srt`", .error),
      ("tenbyte.create", #"{"mode": "video", "ladder": {"video": []}}"#, "`video` has 0 members; expected 1 to 6", .error),
      ("tenbyte.create", #"{"mode": "audio", "ladder": {"audio": []}}"#, "`audio` has 0 members; expected 1 to 3", .error),
      ("mkio.live-event", #"{"properties": {"streamOptions": []}}"#, "`streamOptions` has 0 members; expected exactly one of `Default` or `LowLatency`", .error),
      ("mkio.live-event", #"{"properties": {"streamOptions": ["Default", "LowLatency"]}}"#, "`streamOptions` has 2 members; expected exactly one of `Default` or `LowLatency`", .error),
      ("qencode.update", #"{"dvr": {"destination": []}}"#, "`destination` has 0 members; expected at least 1", .warning),
      ("qencode.update", #"{"dvr": {"format": []}}"#, "`format` has 0 members; expected at least 1", .warning),
    ])
  func length(_ request: String, _ text: String, _ message: String, _ severity: RungSource.Severity) throws {
    let found = try Self.found(request, text).filter { $0.id.rawValue.hasSuffix("/list-length") }
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.severity) == [severity])
  }

  @Test("lists that may be empty", arguments: [
    ("mkio.live-event", #"{"properties": {"input": {"accessControl": {"ip": {"allow": []}}, "timedMetadataEndpoints": []}}}"#),
    ("livekit.create", #"{"participant_identity": "a", "room_name": "b", "video": {"options": {"layers": []}}}"#),
  ])
  func free(_ request: String, _ text: String) throws {
    #expect(try Self.found(request, text).allSatisfy { !$0.id.rawValue.hasSuffix("/list-length") })
  }

  // MARK: Slips

  @Test("one slip, one finding, and the name that is meant", arguments: [
    ("livekit.create", #"{"inputType": "rtmp", "room": "demo", "participantIdentity": "p", "url": "rtsp://192.0.2.1/s"}"#, ["`RTMP_INPUT`", "`room_name`"]),
    ("livekit.create", #"{"input_type": "WHIP_INPUT", "room": "demo", "identity": "p"}"#, ["`room_name`", "`participant_identity`"]),
    ("livekit.create", #"{"room_name": "demo", "participant": "p"}"#, ["`participant_identity`"]),
    ("livekit.create", #"{"input_type": "URL", "room_name": "r", "participant_identity": "p", "url": "https://a.example.com/x.m3u8"}"#, ["`URL_INPUT`"]),
    ("livekit.create", #"{"room_name": "r", "participant_identity": "p", "video": {"options": {"video_codec": "h264"}}, "audio": {"source": "mic"}}"#, ["`H264_BASELINE`", "`MICROPHONE`"]),
    ("livekit.create", #"{"room_name": "r", "participant_identity": "p", "video": {"options": {"codec": "VP8", "fps": 25}}}"#, ["`video_codec`", "`frame_rate`"]),
    ("livekit.update", #"{"ingress_id": "IN_1", "room": "demo"}"#, ["`room_name`"]),
    ("qencode.create", #"{"name": "n", "inputFormat": "rtmp", "output": "hls", "timeout": 60}"#, ["`input_format`", "`output_format`", "`stream_timeout`"]),
    ("tenbyte.create", #"{"outputProtocols": ["hls"]}"#, ["`output_protocols`"]),
    ("tenbyte.create", #"{"packaging": {"hls": {"segmentFormat": "fmp4"}}}"#, ["`segment_format`"]),
    ("mkio.live-event", #"{"properties": {"stream_options": ["Default"]}}"#, ["`streamOptions`"]),
  ])
  func slips(_ request: String, _ text: String, _ meant: [String]) throws {
    let errors = try Self.found(request, text).filter { $0.severity == .error && !$0.message.contains("which is not set") }
    #expect(errors.map { $0.help ?? "" } == meant.map { "did you mean \($0)?" }, "\(errors.map { "\($0.id): \($0.message)" })")
  }

  @Test("a request for LiveKit has no key of an answer, and an answer may have any")
  func answers() throws {
    for key in ["reusable", "stream_key", "state", "foo"] {
      let found = try Self.found("livekit.create", #"{"participant_identity": "p", "room_name": "r", "\#(key)": \#(key == "state" ? "{}" : "\"x\"")}"#)
      #expect(found.map(\.id) == ["livekit/unknown-field"], "\(key): \(found.map(\.message))")
      #expect(found.allSatisfy { $0.severity == .error })
    }
    let answer = try Self.found(
      "livekit.create", #"{"ingress_id": "IN_1", "participant_identity": "p", "room_name": "r", "reusable": true, "stream_key": "k", "state": {}, "foo": 1}"#)
    #expect(answer.filter { $0.severity != .note }.isEmpty)
    #expect(answer.contains { $0.message.contains("`foo` is unknown to Rung and is not checked") })
  }

  @Test("a layer that is off is skipped, and one is left or none")
  func off() throws {
    let off = #"{"quality": "OFF", "width": 640, "height": 360}"#
    func severities(_ layers: String) throws -> [Severity] {
      try Self.found("livekit.create", #"{"participant_identity": "p", "room_name": "r", "video": {"options": {"layers": [\#(layers)]}}}"#)
        .filter { $0.id == "livekit/layer-off" }.map(\.severity)
    }
    #expect(try severities(#"{"quality": "HIGH", "width": 1280, "height": 720}, "# + off) == [.warning])
    #expect(try severities(off) == [.error])
  }

  // MARK: Habits

  @Test("words of other services have a word here", arguments: [
    ("mkio.live-event", #"{"properties": {"vanityUrl": true}}"#, "did you mean `useStaticHostname`?"),
    ("mkio.live-event", #"{"properties": {"encoding": {"encodingType": "Basic"}}}"#, "write `\"Standard\"`, the name in this API"),
    ("mkio.live-event", #"{"location": "uksouth", "encoding": {"encodingType": "Standard"}}"#, "move it to `properties`"),
    ("mkio.live-event", #"{"properties": {"archiveWindowLength": "PT4H"}}"#, "remove it: it is a field of the live-output request"),
    ("tenbyte.create", #"{"ladder": {"video": [{"framerate": 25}]}}"#, "did you mean `fps`?"),
    ("tenbyte.create", #"{"ladder": {"video": [{"keyframe_interval": 2}]}}"#, "write `gop`, in frames: the seconds times `fps`"),
    ("tenbyte.create", #"{"protocols": ["rtmp"]}"#, "move it to `ingest`"),
    ("tenbyte.create", #"{"metadata": {"a": "b"}}"#, "did you mean `meta`?"),
    ("qencode.create", #"{"name": "n", "recording": {}}"#, "write `dvr` in the update request"),
    ("qencode.create", #"{"name": "n", "callback_url": "https://hooks.example.com"}"#, "remove it: it is a field of the update request"),
    ("qencode.update", #"{"dvr": {"destination": {"url": "s3://s3.example.com/b/c", "acl": "public-read"}}}"#, "did you mean `permissions`?"),
    ("livekit.create", #"{"participant_identity": "p", "room_name": "r", "metadata": "{}"}"#, "did you mean `participant_metadata`?"),
  ])
  func habits(_ request: String, _ text: String, _ help: String) throws {
    let helps = try Self.found(request, text).filter { $0.severity == .error }.compactMap(\.help)
    #expect(helps.contains(help), "\(helps)")
  }

  @Test("a body of MK.IO's other API is known as one")
  func otherAPI() throws {
    let found = try Self.found("mkio", #"{"metadata": {"displayName": "a"}, "spec": {"state": "running", "inputs": []}}"#)
    #expect(found.count == 1 && found[0].message.contains("Live API"))
  }

  @Test("what stands in place of an ignored field does what it meant")
  func bypass() throws {
    let found = try Self.found("livekit.create", #"{"participant_identity": "p", "room_name": "r", "bypass_transcoding": true}"#)
    let help = try #require(found.first { $0.id == "livekit/ignored-field" }?.help)
    #expect(help.contains("always transcoded") && !help.hasPrefix("write"))
    let rule = try #require(allRules.first { $0.name == "ignored-field" })
    for good in rule.good { #expect(!good.text.contains("\"enable_transcoding\": true")) }
  }

  // MARK: Unknown fields of members

  @Test("an unknown field of a member stays, and what the spec says is sent", arguments: [
    ("livekit.create", #"{"name": "n", "room_name": "r", "participant_identity": "p", "video": {"options": {"layers": [{"quality": "HIGH", "width": 1280, "height": 720, "bitrate": 1800000, "rid": "f"}, {"quality": "LOW", "width": 640, "height": 360, "bitrate": 500000}]}}}"#, "rid", "1800k", "2000k", "2000000"),
    ("tenbyte.create", #"{"name": "n", "type": "linear", "mode": "video", "region": "x", "ingest": {"kind": "push", "protocols": ["rtmp"]}, "output_protocols": ["hls"], "ladder": {"video": [{"name": "a", "width": 1280, "height": 720, "fps": 25, "gop": 50, "bitrate_kbps": 1500, "codec": "h264", "rc_lookahead": 300, "audio": {"codec": "aac", "channels": 2, "sample_rate_hz": 48000, "audio_bitrate_kbps": 96}}]}, "packaging": {"hls": {"segment_format": "mpegts"}}}"#, "rc_lookahead", "1500k", "1600k", "1600"),
  ])
  func member(_ request: String, _ text: String, _ field: String, _ old: String, _ new: String, _ sent: String) throws {
    let name = try RequestName.parse(request).get()
    let spec = try #require(importBodies([SourceInput(name: "body.json", text: text)], from: name).text)
    let extra = spec.split(separator: "\n").drop { !$0.contains("extra:") }.prefix { !$0.hasPrefix("ingest:") && !$0.hasPrefix("ladder:") }.joined()
    #expect(extra.contains(field) && !extra.contains("width") && !extra.contains("bitrate"), "\(spec)")
    let edited = spec.replacing(old, with: new)
    let compiled = compile(SourceInput(name: "spec.yaml", text: edited))
    let body = try #require(try compiled.streams.first?.plans.first?.steps.first { $0.bodyKind == "create" }?.bodyText)
    #expect(body.contains(sent) && body.contains("\"\(field)\""), "\(body)")
    #expect(!compiled.diagnostics.contains { $0.id.rawValue.hasSuffix("/extra-hides-value") })
  }

  @Test("`extra` that takes the place of a list is named, and so is a member that is gone")
  func hidden() throws {
    func ids(_ layers: String) -> [String] {
      compile(
        SourceInput(name: "spec.yaml", text: """
          rung: 1
          name: n
          targets: {livekit: {room: r, participant: {identity: p}, extra: {create: {video: {options: {layers: \(layers)}}}}}}
          ladder: {renditions: [{name: a, resolution: 1280x720, bitrate: 1700k}]}
          """)
      ).diagnostics.map(\.id.rawValue)
    }
    #expect(ids("[{quality: HIGH, width: 640, height: 360}]").contains("livekit/extra-hides-value"))
    #expect(ids("{HIGH: {bitrate: 5}}").contains("livekit/extra-hides-value"))
    #expect(ids("{MEDIUM: {rid: h}}").contains("livekit/extra-member-missing"))
    #expect(ids("{HIGH: {rid: f}}").allSatisfy { !$0.hasSuffix("extra-hides-value") && !$0.hasSuffix("extra-member-missing") })
  }

  // MARK: Secrets in pulled URLs

  @Test("a secret in a pulled URL is a reference after import and convert", arguments: [
    "srt://192.0.2.7:7001?mode=caller&passphrase=hunter2hunter2", "https://cdn.example.com/a.m3u8?token=hunter2hunter2", "https://cdn.example.com/a.m3u8?Signature=hunter2hunter2",
    "https://user:hunter2hunter2@cdn.example.com/a.m3u8",
  ])
  func pulled(_ url: String) throws {
    let scheme = url.hasPrefix("srt") ? "srt" : "rtmp"
    let own = url.replacing("https://", with: "rtmp://")
    let bodies = [
      ("livekit", #"{"input_type": "URL_INPUT", "name": "cam", "room_name": "r1", "participant_identity": "p1", "url": "\#(url)"}"#),
      ("tenbyte", #"{"name": "cam", "type": "linear", "mode": "video", "region": "x", "ingest": {"kind": "pull", "primary": {"protocol": "\#(scheme)", "url": "\#(own)"}, "backup": {"protocol": "\#(scheme)", "url": "\#(own)"}}}"#),
    ]
    for (provider, body) in bodies {
      let name = try RequestName.parse(provider).get()
      let imported = importBodies([SourceInput(name: "body.json", text: body)], from: name)
      let text = try #require(imported.text)
      #expect(!text.contains("hunter2") && text.contains("${env:SOURCE_"), "\(text)")
      #expect(imported.analysis.diagnostics.contains { $0.id == "import/secret-referenced" })
      #expect(!imported.analysis.diagnostics.contains { $0.id == "spec/literal-secret" })
      for to in Providers.ids where to != provider {
        let conversion = convert([SourceInput(name: "body.json", text: body)], from: name, to: TargetID(rawValue: to))
        #expect(conversion.analysis.diagnostics.contains { $0.id == "import/secret-referenced" })
        #expect(!conversion.analysis.diagnostics.contains { $0.id.rawValue.hasSuffix("/literal-secret") || $0.message.contains("hunter2") })
        for step in conversion.analysis.streams.flatMap(\.plans).flatMap(\.steps) {
          #expect(try step.bodyText?.contains("hunter2") != true)
        }
      }
    }
  }

  @Test("the settings that a conversion names make its decisions, wherever they are")
  func settings() throws {
    let name = try RequestName.parse("livekit").get()
    let body = SourceInput(name: "body.json", text: #"{"input_type": "URL_INPUT", "name": "cam", "room_name": "r1", "participant_identity": "p1", "url": "https://cdn.example.com/a.m3u8"}"#)
    #expect(convert([body], from: name, to: "qencode").settings == ["ingest.mode=push"])
    #expect(convert([body], from: name, to: "mkio").settings == ["ingest.mode=push"])
    let tenbyte = convert([body], from: name, to: "tenbyte")
    #expect(tenbyte.settings.count == tenbyte.decisions.count)
    #expect(tenbyte.settings.contains("targets.tenbyte.region=sg-edge-04") && tenbyte.settings.contains("packaging.hls.segment_format=mpegts"))
    // Three decisions, three settings, and with them it is converted.
    let event = BodyFixture.all.filter { ["mkio/live-event.json", "mkio/live-output.json"].contains("\($0)") }.map { SourceInput(name: $0.name, text: $0.text) }
    let mkio = try RequestName.parse("mkio").get()
    let cloud = convert(event, from: mkio, to: "tenbyte")
    #expect(cloud.decisions.count == 3 && cloud.settings.count == 3, "\(cloud.settings)")
    let preset = try #require(cloud.settings.first { $0.hasPrefix("ladder.preset=") }?.split(separator: "=").last)
    #expect(Set(cloud.settings) == ["ladder.preset=\(preset)", "packaging.hls.segment_format=mpegts", "targets.tenbyte.region=sg-edge-04"])
    let made = "ladder: {preset: \(preset)}\npackaging: {hls: {segment_format: mpegts}}\ntargets: {tenbyte: {region: sg-edge-04}}\n"
    #expect(convert(event, from: mkio, to: "tenbyte", settings: SourceInput(name: "--set", text: made, format: .yaml)).decisions.isEmpty)
    let srt = SourceInput(name: "body.json", text: #"{"name": "n", "input_format": "srt"}"#)
    #expect(convert([srt], from: try RequestName.parse("qencode.create").get(), to: "livekit").settings.contains("ingest.protocols=[rtmp]"))
  }
}
