import Rung
import RungReading
import RungSource
import Testing

/// Bodies that providers print, and bodies with every field: what is found in them is what is true of them.
@Suite struct ExampleBodyTests {
  /// The rule, and the text that it points at.
  static let findings: [String: [String]] = [
    "cloudflare/create.json": [], "cloudflare/create-everything.json": [], "cloudflare/create-nothing.json": [], "cloudflare/update.json": [],
    "cloudflare/output.json": [#"cloudflare/plain-secret "uzya-f19y-g2g9-a2ee-51j2""#], "cloudflare/create-response.json": [],
    "ivs/channel.json": [], "ivs/channel-multitrack.json": [], "ivs/channel-response.json": [], "ivs/playback-restriction-policy.json": [],
    "ivs/recording-configuration.json": [], "ivs/update-channel.json": [], "ivs/update-playback-restriction-policy.json": [],
    "medialive/channel-response.json": [#"ladder/level-above-need "H264_LEVEL_4_1""#], "medialive/create-channel-hls.json": ["ladder/max-without-buffer 16000000"], "medialive/create-channel.json": [#"ladder/level-above-need "H264_LEVEL_4_1""#], "medialive/create-input-security-group.json": [], "medialive/create-input-srt.json": [], "medialive/create-input.json": [],
    "medialive/input-response.json": [], "medialive/mediapackage-channel-group.json": [], "medialive/mediapackage-channel.json": [], "medialive/mediapackage-origin-endpoint.json": [], "medialive/update-channel.json": ["ladder/max-without-buffer 16000000"],
    "medialive/update-channel-class.json": [], "medialive/update-input-security-group.json": [], "medialive/update-input.json": [], "medialive/update-mediapackage-channel.json": [],
    "medialive/update-mediapackage-origin-endpoint.json": [],
    "mux/create.json": [], "mux/create-everything.json": [], "mux/create-drm.json": [], "mux/update.json": [], "mux/simulcast-target.json": [],
    "mux/embedded-subtitles.json": [], "mux/generated-subtitles.json": [], "mux/static-renditions.json": [],
    "mux/create-old.json": [#"mux/deprecated-field "playback_policy""#, #"mux/deprecated-field "low_latency""#, #"mux/deprecated-field "playback_policy""#],
    "mux/create-response.json": [#"mux/plain-secret "uzya-f19y-g2g9-a2ee-51j2""#],
    "livekit/camel-case.json": [], "livekit/create-rtmp.json": [], "livekit/create-url.json": [], "livekit/preset.json": [],
    "livekit/update.json": [],
    "livekit/created-response.json": [#"livekit/single-layer {"quality": "HIGH", "width": 1280, "height": 720, "bitrate": 1700000, "ssrc": 0, "spatial_layer": 0, "rid": "", "repair_ssrc": 0}"#],
    "livekit/everything.json": [
      #"livekit/ignored-field "bypass_transcoding""#, #"livekit/ignored-field "rid""#, #"livekit/ignored-field "ssrc""#,
      #"livekit/ignored-field "spatial_layer""#, #"livekit/ignored-field "repair_ssrc""#,
    ],
    "mkio/asset.json": [], "mkio/live-output.json": [], "mkio/streaming-locator.json": [],
    "mkio/asset-everything.json": [#"mkio/ignored-field "encryptionScope""#, #"mkio/ignored-field "storageEncryptionFormat""#],
    "mkio/streaming-endpoint-everything.json": [
      #"mkio/deprecated-field "akamai""#, #"mkio/ignored-field "cdnProvider""#, #"mkio/ignored-field "customHostNames""#,
    ],
    "mkio/streaming-locator-everything.json": [#"mkio/ignored-field "tracks""#],
    "mkio/live-event.json": ["mkio/ingest-open-to-all []", #"mkio/token-placeholder "<INGEST_ACCESS_TOKEN>""#],
    "mkio/live-event-everything.json": [
      #"mkio/field-without-effect "westeurope""#, #"mkio/low-latency-gated "LowLatency""#, #"mkio/token-placeholder "<INGEST_PASSPHRASE>""#,
      #"mkio/field-without-effect "other""#, #"mkio/field-without-effect "<access-policy/>""#,
      #"mkio/field-without-effect "<cross-domain-policy/>""#, #"mkio/ignored-field "transcriptions""#,
    ],
    "mkio/live-event-response.json": [#"mkio/plain-secret "6f1c2f0e-8a34-4d5b-9b1e-2f7f4a5c6d7e""#],
    "mkio/live-event-passthrough-response.json": [#"mkio/plain-secret "6f1c2f0e-8a34-4d5b-9b1e-2f7f4a5c6d7e""#],
    "mkio/live-output-everything.json": [#"mkio/ignored-field "outputSnapTime""#, #"mkio/ignored-field "rewindWindowLength""#],
    "qencode/create.json": [], "qencode/domain.json": [], "qencode/playback-id.json": [], "qencode/update-everything.json": [],
    "qencode/simulcast-target.json": [#"qencode/plain-secret "1234-5678-abcd-efgh-3cm6""#],
    "qencode/stream-response.json": [
      #"qencode/plain-secret "abcd-1234-efgh""#, #"qencode/plain-secret "KEYKEYKEY""#, #"qencode/plain-secret "hunter2hunter2""#,
    ],
    "qencode/update-dvr.json": [
      #"qencode/output-format-announced-only "cmaf""#, #"qencode/plain-secret "ABCDE12345""#, #"qencode/plain-secret "ABCDEFGH12345678""#,
    ],
    "tenbyte/create-audio-push.json": [],
    "tenbyte/create-video-push.json": [#"ladder/crf-beside-bitrate "ladder""#, #"ladder/level-above-need "ladder""#],
    "tenbyte/created-response.json": [#"ladder/level-above-need "4.0""#],
    "tenbyte/everything-pull.json": [],
    "tenbyte/everything-push.json": [
      #"tenbyte/backup-with-push "backup""#, #"tenbyte/rtmps-pull-undocumented "rtmps://backup.example.com/live""#,
      "spec/low-latency-with-b-frames 2", "ladder/crf-beside-bitrate 23",
    ],
    "tenbyte/validation-error-response.json": [#"tenbyte/refused-request "code""#],
  ]

  @Test("what is found is what is true", arguments: BodyFixture.all)
  func found(_ fixture: BodyFixture) throws {
    guard let expected = Self.findings["\(fixture)"] else {
      Issue.record("nothing is said of \(fixture)")
      return
    }
    let analysis = try #require(fixture.checked(fixture.text))
    #expect(analysis.diagnostics.map { "\($0.id) \(analysis.sources[$0.span.file].text($0.span))" } == expected)
  }

  @Test("fix-its of specs are not offered for bodies")
  func fixes() throws {
    for fixture in BodyFixture.requests {
      let broken = fixture.text.replacing("1920", with: "1921").replacing("\"fps\": 25", with: "\"fps\": 23").replacing("3000000", with: "3000")
      for finding in try #require(fixture.checked(broken)).diagnostics {
        for edit in finding.fixIts.flatMap(\.edits) { #expect(!edit.replacement.contains("x") && !edit.replacement.hasSuffix("k"), "\(finding.id)") }
      }
    }
  }

  @Test("what documents print and JSON has not is refused at its place")
  func notJSON() throws {
    let comment = try #require(BodyFixture.requests.first?.checked("{\n  \"name\": \"x\", // the name\n}")).diagnostics
    #expect(comment.map(\.id) == ["json/comment"])
    #expect(comment.first?.message == "JSON has no comments")
    #expect(comment.first?.span.lower == 17)
    let comma = try #require(BodyFixture.requests.first?.checked("{\"name\": \"x\",}")).diagnostics
    #expect(comma.map(\.id) == ["json/trailing-comma"])
    #expect(comma.first?.help == "remove the comma")
  }

  @Test("secrets are never shown, whether sent or answered")
  func secrets() throws {
    let response = try #require(BodyFixture.all.first { "\($0)" == "tenbyte/created-response.json" })
    let analysis = try #require(response.checked(response.text.replacing("\"fps\": 30", with: "\"fps\": 31")))
    #expect(!analysis.rendered(as: .text).contains("a1b2c3d4-5e6f-7890-abcd-ef0987654321"))
    let key = response.text.firstRange(of: "\"a1b2c3d4-5e6f")?.lowerBound
    let offset = key.map { response.text.utf8.distance(from: response.text.startIndex, to: $0) }
    #expect(analysis.secrets.contains { Int($0.lower) == offset })

    let push = try #require(BodyFixture.all.first { "\($0)" == "tenbyte/everything-push.json" })
    let plain = try #require(push.checked(push.text.replacing("<S3_SECRET>", with: "hunter2hunter2")))
    #expect(!plain.rendered(as: .text).contains("hunter2"))
    #expect(plain.diagnostics.filter { $0.id == "tenbyte/plain-secret" }.map(\.severity) == [.note])
    #expect(!plain.hasErrors)
  }

  @Test("bodies come alone, in lists, and by the names of their requests")
  func forms() throws {
    let live = try RequestName.parse("livekit").get()
    let create = #"{"participant_identity": "a", "room_name": "b", "colour": 1}"#
    let update = #"{"ingress_id": "IN_1", "colour": 1}"#
    for text in [create, "[\(create), \(update)]", "{\"create\": \(create), \"update\": \(update)}", "{\"items\": [\(create)]}"] {
      let found = check(SourceInput(name: "-", text: text), as: live).diagnostics
      #expect(found.map(\.id) == Array(repeating: "livekit/unknown-field", count: text.components(of: "colour")), "\(text): \(found.map(\.message))")
    }
    // An answer may have more fields than Rung knows: that is no fault of anybody's.
    let answer = #"{"success": true, "data": {"id": "1", "colour": "red", "name": "x", "status": "idle"}}"#
    let found = check(SourceInput(name: "-", text: answer), as: try RequestName.parse("tenbyte").get()).diagnostics
    #expect(found.filter { $0.id == "tenbyte/unknown-field" }.map(\.severity) == [.note])
    #expect(!found.contains { $0.id == "tenbyte/missing-field" })
  }

  @Test("names of requests that do not exist are told apart")
  func names() {
    func fault(_ text: String) -> String? {
      if case .failure(let fault) = RequestName.parse(text) { fault.description } else { nil }
    }
    #expect(fault("tenbite") == "there is no provider `tenbite`; did you mean `tenbyte`?")
    #expect(fault("livekit.updat") == "LiveKit has no request `updat`; did you mean `update`?")
    #expect(fault("tenbyte.stop") == "the request `stop` of Tenbyte has no body; those with one are create")
    #expect(fault("livekit.update") == nil)
  }
}

extension String {
  fileprivate func components(of word: String) -> Int { ranges(of: word).count }
}
