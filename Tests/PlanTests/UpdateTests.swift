import Foundation
import Rung
import RungOutput
import RungProviders
import RungSource
import RungTestSupport
import Testing

/// Scripts that change what is there, run against server.py after the script that made it.
@Suite(.enabled(if: Judge.present(.curl, .jq))) struct UpdateTests {
  /// A stream at one provider, and what is written in the place of what.
  struct Change: CustomTestStringConvertible {
    let provider: String
    var before = ("rung: 1", "rung: 1")
    let edits: [(String, String)]
    /// The steps that this takes.
    let steps: [String]

    var testDescription: String { "\(provider): \(edits.map { "\($0.0) → \($0.1)" }.joined(separator: ", "))" }
  }

  private static let base = """
    rung: 1
    name: Main Stage
    targets:
      tenbyte: {region: sg-edge-04}
      mkio:
        project: acme
        event: main-stage
        asset: {name: archive, storage_account: primary}
        locator: main-live
        overrides: {encoding: passthrough}
      livekit: {room: main, participant: {identity: encoder-1}}
      qencode: {}
      cloudflare: {}
      ivs: {region: us-east-1, recording: {reconnect_window: 60s}}
      medialive: {region: us-east-1, overrides: {ingest: {allow: [203.0.113.0/24]}}}
      mux: {overrides: {recording: {formats: [mp4]}, playback: {policy: public}}}
    ingest: {protocols: [rtmp], token: "${env:INGEST_TOKEN}"}
    ladder:
      defaults: {fps: 30, keyframe_interval: 2s, codec: h264, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
      renditions:
        - {name: 1080p, resolution: 1920x1080, bitrate: 3000k}
        - {name: 720p, resolution: 1280x720, bitrate: 1500k}
    packaging: {hls: {segment_format: fmp4}}
    recording: {window: 4h, destinations: [{url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}", region: eu-1}]}
    simulcast: [{url: "rtmp://a.example.com/live2", key: "${env:YT_KEY}"}]
    idle_timeout: 120s

    """

  private static let whip = ("protocols: [rtmp]", "protocols: [whip]")
  private static let rtmps = ("ingest: {protocols: [rtmp]", "ingest: {protocols: [rtmps]")
  private static let bucket = ("recording: {window: 4h, destinations: [{url: \"s3://s3.example.com/archive/news\", key: \"${env:S3_KEY}\", secret: \"${env:S3_SECRET}\", region: eu-1}]}", "recording: {destinations: [{url: \"s3://archive\"}]}")
  private static let restricted = (
    "ivs: {region: us-east-1, recording: {reconnect_window: 60s}}",
    "ivs: {region: us-east-1, overrides: {recording: {destinations: [{url: \"s3://archive\"}]}}, playback_restriction: {allowedCountries: [US], enableStrictOriginEnforcement: true}}"
  )
  /// Of Mux: with nothing of its own, with something of everything, and with other lists.
  private static let muxed = (
    "mux: {overrides: {recording: {formats: [mp4]}, playback: {policy: public}}}",
    """
    mux:
            latency_mode: reduced
            use_slate_for_standard_latency: true
            reconnect_slate_url: https://example.com/slate.png
            max_continuous_duration: 7200
            passthrough: desk 7
            master_access: temporary
            creator_id: newsroom
            embedded_subtitles: [{name: CC, language_channel: cc1}]
            generated_subtitles: [{name: English, language_code: en}]
            overrides: {recording: {formats: [mp4]}, playback: {policy: public}}
    """,
    "mux: {embedded_subtitles: [{name: Second, language_channel: cc2}], overrides: {recording: {formats: [mp4], resolution: 720p}, playback: {policy: public}}}"
  )
  private static let labelled = "labels: {desk: \"7\"}\nlow_latency: true\nplayback: {policy: authenticated}\n"
  private static let changes = [
    Change(provider: "cloudflare", before: rtmps, edits: [("idle_timeout: 120s", "idle_timeout: 100s\nlabels: {desk: \"7\"}")], steps: ["update"]),
    Change(provider: "cloudflare", before: (rtmps.0, labelled + rtmps.1), edits: [(labelled, "")], steps: ["update"]),
    Change(
      provider: "cloudflare", before: rtmps, edits: [("a.example.com", "b.example.com"), ("YT_KEY", "OTHER_KEY")],
      steps: ["read", "delete-output", "output"]),
    Change(provider: "ivs", before: bucket, edits: [("name: Main Stage", "name: Main Stage\nlow_latency: false")], steps: ["old-stop", "update-channel"]),
    Change(provider: "ivs", before: (bucket.0, bucket.1 + "\nlow_latency: false"), edits: [("\nlow_latency: false", "")], steps: ["old-stop", "update-channel"]),
    Change(
      provider: "ivs", before: bucket, edits: [("reconnect_window: 60s", "reconnect_window: 90s")],
      steps: ["old-stop", "detach", "old-delete-recording-configuration", "recording-configuration", "update-channel"]),
    Change(
      provider: "ivs", before: bucket, edits: [(bucket.1, ""), (", recording: {reconnect_window: 60s}", "")],
      steps: ["old-stop", "update-channel", "old-delete-recording-configuration"]),
    Change(
      provider: "ivs", before: (bucket.0, ""), edits: [("recording: {reconnect_window: 60s}}", "playback_restriction: {allowedCountries: [US]}}")],
      steps: ["old-stop", "playback-restriction-policy", "update-channel"]),
    Change(
      provider: "ivs", before: restricted, edits: [("allowedCountries: [US], enableStrictOriginEnforcement: true", "allowedCountries: [DE, US]")],
      steps: ["update-playback-restriction-policy"]),
    Change(
      provider: "ivs", before: restricted, edits: [("allowedCountries: [US], enableStrictOriginEnforcement: true", "allowedOrigins: [\"https://example.com\"]"), ("name: Main Stage", "name: Main Stage\nlow_latency: false")],
      steps: ["update-playback-restriction-policy", "old-stop", "update-channel"]),
    Change(provider: "medialive", edits: [("bitrate: 1500k", "bitrate: 1600k")], steps: ["old-stop-channel", "update-channel", "start-channel"]),
    Change(provider: "medialive", edits: [("a.example.com", "b.example.com")], steps: ["old-stop-channel", "update-channel", "start-channel"]),
    Change(provider: "medialive", edits: [("203.0.113.0/24", "198.51.100.0/24")], steps: ["update-input-security-group"]),
    Change(provider: "medialive", edits: [("window: 4h", "window: 2h")], steps: ["update-mediapackage-origin-endpoint"]),
    Change(
      provider: "medialive", edits: [("packaging: {hls: {segment_format: fmp4}}", "packaging: {dash: {}}")],
      steps: ["update-mediapackage-origin-endpoint"]),
    Change(
      provider: "medialive", edits: [("packaging: {hls: {segment_format: fmp4}}", "packaging: {hls: {segment_format: mpegts}, dash: {}}")],
      steps: [
        "old-delete-mediapackage-origin-endpoint", "mediapackage-origin-endpoint", "mediapackage-origin-endpoint-dash", "get-mediapackage-origin-endpoint",
        "get-mediapackage-origin-endpoint-dash",
      ]),
    Change(
      provider: "medialive", edits: [("{region: us-east-1, overrides: {ingest", "{region: us-east-1, stream_names: [arena/one], overrides: {ingest")],
      steps: ["old-stop-channel", "update-input", "start-channel"]),
    Change(
      provider: "medialive", edits: [("{region: us-east-1, overrides: {ingest", "{region: us-east-1, channel_class: STANDARD, overrides: {ingest")],
      steps: ["old-stop-channel", "update-input", "update-channel-class", "update-channel", "start-channel"]),
    Change(
      provider: "medialive", edits: [("{region: us-east-1, overrides: {ingest", "{region: us-east-1, origin_endpoint: other, overrides: {ingest")],
      steps: ["mediapackage-origin-endpoint", "get-mediapackage-origin-endpoint", "old-delete-mediapackage-origin-endpoint"]),
    Change(
      provider: "medialive", edits: [("{region: us-east-1, overrides: {ingest", "{region: us-east-1, output: hls, destinations: [\"s3ssl://origin-a/evening/index\"], overrides: {ingest")],
      steps: [
        "old-stop-channel", "update-channel", "start-channel", "old-delete-mediapackage-origin-endpoint", "old-delete-mediapackage-channel", "old-delete-mediapackage-channel-group",
      ]),
    Change(provider: "mux", edits: [("idle_timeout: 120s", "idle_timeout: 100s\nlow_latency: true"), ("name: Main Stage", "name: Side Stage")], steps: ["update"]),
    Change(provider: "mux", before: (muxed.0, muxed.1), edits: [(muxed.1, muxed.0)], steps: ["update", "embedded-subtitles", "generated-subtitles"]),
    Change(provider: "mux", edits: [("recording: {formats: [mp4]}, playback", "playback")], steps: ["delete-static-renditions"]),
    Change(provider: "mux", before: (muxed.0, muxed.2), edits: [(muxed.2, muxed.0)], steps: ["embedded-subtitles", "static-renditions"]),
    Change(
      provider: "mux", edits: [("a.example.com", "b.example.com"), ("YT_KEY", "OTHER_KEY")], steps: ["read", "delete-simulcast-target", "simulcast-target"]),
    Change(provider: "mux", edits: [("mux: {overrides: {recording: {formats: [mp4]}, playback: {policy: public}}}", "mux: {overrides: {playback: {policy: authenticated}}}")], steps: ["old-disable", "old-delete", "create"]),
    Change(provider: "tenbyte", edits: [("keyframe_interval: 2s", "keyframe_interval: 1s")], steps: ["old-stop", "old-delete", "create"]),
    Change(
      provider: "mkio", edits: [("keyframe_interval: 2s", "keyframe_interval: 4s")],
      steps: ["old-delete-output", "old-stop", "old-delete-event", "live-event", "live-output", "start", "ingest"]),
    Change(
      provider: "mkio", edits: [("event: main-stage", "event: other-stage")],
      steps: ["old-delete-output", "old-stop", "old-delete-event", "live-event", "live-output", "start", "ingest"]),
    Change(provider: "mkio", edits: [("window: 4h", "window: 2h")], steps: ["old-delete-output", "live-output"]),
    Change(
      provider: "mkio", edits: [("locator: main-live", "locator: {name: main-live, filters: [last-hour]}")],
      steps: ["old-delete-locator", "streaming-locator", "list-paths", "playback"]),
    Change(
      provider: "mkio", before: ("overrides: {encoding: passthrough}", "encoding_type: Premium1080p"),
      edits: [("encoding_type: Premium1080p", "encoding_type: Premium1080p\n    pipeline: {name: captions}")], steps: ["change-event"]),
    Change(provider: "livekit", edits: [("room: main", "room: side"), ("bitrate: 3000k", "bitrate: 2800k")], steps: ["update"]),
    Change(
      provider: "livekit", edits: [whip], steps: ["old-delete", "create"]),
    Change(
      provider: "qencode", edits: [("s3.example.com/archive", "s3.example.com/other"), ("idle_timeout: 120s", "idle_timeout: 100s")],
      steps: ["token", "update"]),
    Change(
      provider: "qencode", edits: [("idle_timeout: 120s", "idle_timeout: 120s\nplayback: {policy: authenticated}")],
      steps: ["token", "read", "stop-to-change", "playback-id", "delete-public-id", "start", "ingest"]),
    Change(
      provider: "qencode", edits: [("a.example.com", "b.example.com"), ("YT_KEY", "OTHER_KEY")],
      steps: ["token", "read", "delete-simulcast", "simulcast"]),
    Change(provider: "qencode", edits: [("\nsimulcast: [{url: \"rtmp://a.example.com/live2\", key: \"${env:YT_KEY}\"}]", "")], steps: ["token", "read", "delete-simulcast"]),
    Change(
      provider: "qencode", edits: [("idle_timeout: 120s", "idle_timeout: 120s\nplayback: {domain: live.example.com}")],
      steps: ["token", "old-stop", "old-delete", "create", "update", "simulcast", "start", "ingest"]),
  ]

  private static func start(_ change: Change) -> String { base.replacing(change.before.0, with: change.before.1) }

  private static func edited(_ change: Change) -> String {
    change.edits.reduce(start(change)) { text, edit in
      #expect(text.contains(edit.0), "there is no \(edit.0)")
      return text.replacing(edit.0, with: edit.1)
    }
  }

  private static func plans(_ text: String, _ provider: String) throws -> RequestPlan {
    let analysis = compile(SourceInput(name: "spec.yaml", text: text), for: [TargetID(rawValue: provider)])
    #expect(!analysis.hasErrors, "\(analysis.diagnostics.filter { $0.severity == .error }.map(\.message))")
    return try #require(analysis.streams.first?.plans.first).sent
  }

  private static func update(_ old: String, _ new: String, _ provider: String) throws -> RequestPlan {
    let result = diff(SourceInput(name: "old.yaml", text: old), SourceInput(name: "new.yaml", text: new), for: TargetID(rawValue: provider))
    return try #require(result.streams.first?.providers.first?.plan?.sent)
  }

  @Test("from one version to the other, and back to nothing from there", arguments: Depth.some(changes, quick: 3))
  func green(_ change: Change) throws {
    let new = Self.edited(change)
    let old = try Self.plans(Self.start(change), change.provider)
    let plan = try Self.update(Self.start(change), new, change.provider)
    #expect(plan.steps.map(\.id.rawValue) == change.steps)
    #expect(plan.faults == [])
    let trial = try Trial(Trial.Subject(name: "Main Stage", plan: old))
    let up = try trial.run(teardown: false)
    try #require(up.code == 0, "\(up.err)")

    let updated = try trial.run(plan, with: ["MKIO_EVENT_NAME": "main-stage-2"])
    try #require(updated.code == 0, "\(updated.err)")
    #expect(try trial.server.get("/_faults") == "[]")
    trial.expectNoSecret(updated)
    if plan.steps.contains(where: { ["start", "create"].contains($0.id) }) {
      #expect(try trial.server.get("/_playing") == "true", "\(updated.err)")
    }

    // The same is there as if it had been made so from the start.
    let other = try Trial(Trial.Subject(name: "Main Stage", plan: Self.plans(new, change.provider)))
    #expect(try other.run(teardown: false).code == 0)
    let (updatedState, freshState) = (try trial.server.get("/_stored"), try other.server.get("/_stored"))
    #expect(Self.stored(updatedState) == Self.stored(freshState), "updated: \(updatedState)\nfresh: \(freshState)")

    let down = try trial.run(plan, teardown: true, with: ["MKIO_EVENT_NAME": "main-stage-2"])
    try #require(down.code == 0, "\(down.err)")
    #expect(try trial.server.get("/_left") == "[]", "\(down.err)")
  }

  @Test("every request of an update fails in every way", arguments: Depth.some(changes, quick: 2, full: 5, from: 1))
  func faults(_ change: Change) throws {
    let old = try Self.plans(Self.start(change), change.provider)
    let plan = try Self.update(Self.start(change), Self.edited(change), change.provider)
    let names = ["MKIO_EVENT_NAME": "main-stage-2"]
    func created() throws -> Trial {
      let trial = try Trial(Trial.Subject(name: "Main Stage", plan: old))
      try trial.run(teardown: false).expectDone()
      return trial
    }
    let calm = try created()
    try calm.inject()
    try calm.run(plan, with: names).expectDone()
    let wanted = try FaultTests.Outcome(calm)
    let count = try #require(Int(try calm.server.get("/_requests")))
    for (number, kind) in Depth.some(FaultTests.cases(count, plan.steps.count), quick: 3, full: 5, from: 2) {
      let name = "\(change), request \(number) of \(count), \(kind)"
      let trial = try created()
      try trial.inject(kind, at: number)
      let results = try FaultTests.finish(trial, plan, with: names, name)
      let outcome = try FaultTests.Outcome(trial)
      #expect(outcome == wanted, "\(name): \(outcome), not \(wanted)\n\(results.map(\.err).joined(separator: "-----\n"))")
      // A second one changes nothing.
      try trial.run(plan, with: names).expectDone()
      #expect(try FaultTests.Outcome(trial) == wanted, "\(name)")
    }
  }

  @Test("an update that is unfinished has to be finished first")
  func unfinished() throws {
    let change = try #require(Self.changes.first { $0.provider == "tenbyte" })
    let old = try Self.plans(Self.start(change), change.provider)
    let plan = try Self.update(Self.start(change), Self.edited(change), change.provider)
    let trial = try Trial(Trial.Subject(name: "Main Stage", plan: old))
    try trial.run(teardown: false).expectDone()
    try trial.inject("kill-after", at: 4)
    #expect(try trial.run(plan).code == 9)
    let down = try trial.run(teardown: true)
    #expect(down.code == 2 && down.err.contains("an update is unfinished"), "\(down.err)")
    let up = try trial.run(teardown: false)
    #expect(up.code == 2 && up.err.contains("is the state of another plan"), "\(up.err)")
    try trial.run(plan).expectDone()
    try trial.run(plan, teardown: true).expectDone()
    #expect(try trial.server.get("/_left") == "[]")
  }

  /// Without the names that the server gave, or that were spent.
  private static func stored(_ text: String) -> [String: NSObject] {
    guard let object = (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: NSObject] else { return [:] }
    var plain: [String: NSObject] = [:]
    for (key, value) in object {
      plain[key.replacing("main-stage-2", with: "main-stage").replacing(/IN_\d+|(2f3e4d5c|12345fcd)-\d+/, with: "id")] = value
    }
    return plain
  }

  @Test("encodings in the request that turns transcoding on are refused; in two they are taken")
  func twoSteps() throws {
    let whip = Self.base.replacing("protocols: [rtmp]", with: "protocols: [whip]").replacing("codec: aac", with: "codec: opus")
    let passed = whip.replacing("idle_timeout", with: "encoding: passthrough\nidle_timeout")
    let encoded = whip.replacing("idle_timeout", with: "encoding: transcode\nidle_timeout")
    let trial = try Trial(Trial.Subject(name: "Main Stage", plan: Self.plans(passed, "livekit")))
    try #require(try trial.run(teardown: false).code == 0)
    let plan = try Self.update(passed, encoded, "livekit")
    #expect(plan.steps.map(\.id) == ["update-1", "update-2"])
    var hasty = plan
    hasty.steps.removeFirst()
    let refused = try trial.run(hasty)
    #expect(refused.code == 1 && refused.err.contains("encoding options must be empty"), "\(refused.err)")
    let done = try trial.run(plan)
    #expect(done.code == 0, "\(done.err)")
    let back = try trial.run(try Self.update(encoded, passed, "livekit"))
    #expect(back.code == 0, "\(back.err)")
  }

  @Test("what is to be changed has to be known: from the state file, from the environment, from an answer")
  func given() throws {
    let new = Self.base.replacing("room: main", with: "room: side")
    let trial = try Trial(Trial.Subject(name: "Main Stage", plan: Self.plans(Self.base, "livekit")))
    let plan = try Self.update(Self.base, new, "livekit")
    #expect(plan.given.map(\.name) == ["ingress_id"])
    let nobody = try trial.run(plan)
    #expect(nobody.code == 2 && nobody.err.contains("LIVEKIT_INGRESS_ID"), "\(nobody.err)")
    #expect(try trial.server.get("/_left") == "[]")

    try #require(try trial.run(teardown: false).code == 0)
    let id = try #require((try trial.state())?.firstMatch(of: /"ingress_id": "(\w+)"/)?.1)
    try trial.write(#"{"version": 1, "provider": "livekit", "stream": "x", "done": [], "bound": {}}"#)
    #expect(try trial.run(plan, with: ["LIVEKIT_INGRESS_ID": String(id)]).code == 0)
    // From then on the state file says it.
    #expect(try trial.run(plan).code == 0)

    let answer = #"{"ingress_id": "\#(id)", "input_type": "RTMP_INPUT", "name": "Main Stage", "room_name": "main", "participant_identity": "encoder-1", "state": {}, "stream_key": "x"}"#
    let result = diff(DiffInput(SourceInput(name: "answer.json", text: answer)), DiffInput(SourceInput(name: "new.yaml", text: new)), for: ["livekit"])
    #expect(result.oldIsAnswer)
    let told = try #require(result.streams.first?.providers.first?.plan)
    #expect(told.given.first?.value?.value == String(id))
    #expect(try PlanScript.text(told, stream: "x", slug: "x", teardown: false).contains("rung_given ingress_id LIVEKIT_INGRESS_ID \(id)"))
    #expect(try PlanHTTP.text(told, stream: "x", teardown: false).contains("@ingress_id = \(id)"))
    #expect(try PlanText.text([PlannedStream(name: "x", plans: [told])]).contains("needs ingress_id, the ingress's id: \(id)"))
  }

  @Test("the files for an editor set what they use", arguments: changes)
  func http(_ change: Change) throws {
    let plan = try Self.update(Self.start(change), Self.edited(change), change.provider)
    let text = try PlanHTTP.text(plan, stream: "x", teardown: false)
    var names: Set<Substring> = []
    for line in text.split(separator: "\n") {
      for match in line.matches(of: /\{\{\$?(\w+)/) {
        let isKnown = match.1 == "processEnv" || names.contains(match.1)
        #expect(isKnown || line.contains(".response."), "\(line)")
      }
      if let match = line.wholeMatch(of: /@(\w+) =.*/) { names.insert(match.1) }
    }
    #expect(text.contains("update of the existing stream"))
  }
}
