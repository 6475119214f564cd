import Foundation
import Rung
import RungProviders
import RungTestSupport
import Testing

/// The built tool on documents that hold a canary: neither of its outputs ever shows it. The places are gone through one by
/// one in SecretTests; here are the commands themselves. `--resolve-secrets` is the one way to see a secret.
@Suite struct SecretCommandTests {
  static let canary = "q7Zk2mWx9LpT4vBn8RcY6hDs"

  static let spec = """
    rung: 1
    name: news
    labels: {api_token: CANARY}
    targets:
      ffmpeg: {input: "srt://h.example.com:9000?passphrase=CANARY"}
      obs: {server: "rtmp://u:CANARY@h.example.com/app", key: CANARY}
      tenbyte: {region: sg-edge-04, extra: {ingest: {token: CANARY}, note: "https://h.example.com/?jwt=CANARY"}}
      mkio: {project: acme, extra: {live-event: {properties: {input: {accessToken: CANARY}}}}}
      livekit: {room: main, participant: {identity: e}}
      qencode: {}
    ingest: {mode: push, protocols: [rtmp, srt], token: CANARY, tokn: CANARY, source: {url: "srt://h:9000?streamid=live/CANARY"}}
    ladder: {preset: tenbyte-balanced}
    packaging: {hls: {segment_format: mpegts}}
    recording: {destinations: [{url: "s3://a:CANARY@s3.example.com/b", key: CANARY, secret: CANARY}]}
    simulcast: [{url: "rtmp://h.example.com/app/CANARY", key: CANARY}, {url: "rtmp://h.example.com/app?key=CANARY"}]
    webhook: "https://h.example.com/?access_token=CANARY"

    """
  static let bodies: [(name: String, text: String)] = [
    ("tenbyte", #"{"data": {"id": "1", "name": "news", "stream_key": "CANARY", "new_token": "CANARY", "ingest": {"srt": "srt://h:9?streamid=live/CANARY", "kind": "push"}, "webhook_url": "https://h.example.com/?token=CANARY"}}"#),
    ("tenbyte.create", #"{"name": "news", "webhook_url": "https://u:CANARY@h.example.com/", "recording": {"enabled": true, "s3_config": {"endpoint": "https://a:CANARY@s3.example.com", "access_key_id": "CANARY", "secret_access_key": "CANARY"}}}"#),
    ("mkio.live-event", #"{"location": "x", "properties": {"input": {"accessToken": "CANARY", "streamingProtocol": "RTMP"}, "encoding": {"encodingType": "PassthroughBasic"}}}"#),
    ("livekit.create", #"{"input_type": "URL_INPUT", "name": "cam", "room_name": "r", "participant_identity": "p", "url": "srt://h.example.com:7001?mode=caller&passphrase=CANARY", "stream_key": "CANARY"}"#),
    ("qencode.simulcast-target", #"{"url": "rtmp://h.example.com/app/CANARY", "stream_key": "rtmp://h.example.com/CANARY"}"#),
    ("qencode.create", #"{"name": "news", "dvr": {"enabled": true, "destination": [{"url": "s3://a:CANARY@h/b", "key": "CANARY", "secret": "CANARY"}]}}"#),
  ]

  private func expectHidden(_ tool: Tool, _ line: String) throws {
    let result = try tool.shell("rung \(line)")
    #expect(!result.out.contains(Self.canary.prefix(9)), "rung \(line): \(result.out.prefix(600))")
    #expect(!result.err.contains(Self.canary.prefix(9)), "rung \(line): \(result.err.prefix(600))")
  }

  @Test("specs, well formed or not", arguments: ["", "\n}{\n", "\ningest: {token: CANARY}\n", "\n\tx: y"])
  func specs(_ end: String) throws {
    let tool = try Tool()
    try tool.write("a.yaml", (Self.spec + end).replacingOccurrences(of: "CANARY", with: Self.canary))
    try tool.write("old.yaml", "rung: 1\nname: news\ntargets: [tenbyte, mkio, livekit, qencode]\n")
    let lines = [
      "check a.yaml", "check a.yaml --format json", "check a.yaml --strict", "check - < a.yaml", "compile a.yaml", "compile a.yaml --out out", "compile a.yaml --for ffmpeg", "compile a.yaml --for obs --format json",
      "plan a.yaml", "plan a.yaml --format json", "plan a.yaml --for mkio --format curl", "plan a.yaml --for qencode --format http", "plan a.yaml --teardown", "matrix a.yaml", "matrix a.yaml --format json",
      "matrix a.yaml --format markdown", "report a.yaml", "ladder inspect a.yaml", "ladder inspect a.yaml --format json", "ladder preview a.yaml", "ladder preview a.yaml --format json", "ladder preview a.yaml --hls",
      "explain --value a.yaml", "explain --value a.yaml simulcast", "explain --value a.yaml webhook_url", "diff old.yaml a.yaml", "diff a.yaml old.yaml", "diff old.yaml a.yaml --format json", "diff old.yaml a.yaml --format markdown",
      "diff old.yaml a.yaml --plan", "diff a.yaml old.yaml --plan --format json", "diff old.yaml a.yaml --for qencode --plan --format curl", "diff old.yaml a.yaml --for tenbyte --plan --format http",
    ]
    for line in Depth.some(lines, quick: 4, from: end.utf8.count) { try expectHidden(tool, line) }
  }

  @Test("bodies and answers, well formed or not", arguments: ["", "}", ", \"token\": \"CANARY\"", " \"key\" \"CANARY\""])
  func bodies(_ end: String) throws {
    let tool = try Tool()
    for (name, text) in Self.bodies {
      let provider = name.prefix { $0 != "." }
      try tool.write("a.json", (String(text.dropLast(end.isEmpty ? 0 : 1)) + end).replacingOccurrences(of: "CANARY", with: Self.canary))
      try tool.write("b.json", text.replacingOccurrences(of: "CANARY", with: "another-secret"))
      let lines = [
        "check --as \(name) a.json", "check --as \(name) a.json --format json", "import --from \(name) a.json", "import --from \(name) - < a.json", "diff b.json a.json --for \(provider)", "diff a.json b.json --for \(provider) --format json",
        "diff a.json b.json --old-as \(name) --new-as \(name) --format markdown", "diff a.json b.json --old-as \(name) --new-as \(name) --plan", "diff b.json a.json --old-as \(name) --new-as \(name) --plan --format json",
        "diff b.json a.json --old-as \(name) --new-as \(name) --plan --format curl", "convert --from \(name) --for qencode a.json", "convert --from \(name) --for tenbyte a.json --set targets.tenbyte.region=sg-edge-04 --set ingest.token=\(Self.canary)",
        "convert --from \(name) --for livekit a.json --set ingest.tokn.x=\(Self.canary)",
      ]
      for line in Depth.some(lines, quick: 1, from: end.utf8.count + name.utf8.count) { try expectHidden(tool, line) }
    }
  }

  @Test("a stream key that looks like a URL becomes a reference")
  func streamKeyLikeURL() throws {
    let tool = try Tool()
    try tool.write("a.json", #"{"url": "rtmp://h.example.com/app", "stream_key": "rtmp://h.example.com/x?token=abcdefgh"}"#)
    let result = try tool.run("import", "--from", "qencode.simulcast-target", "a.json")
    #expect(result.out.contains("key: \"${env:STREAM_KEY}\""), "\(result.out)")
    #expect(!result.out.contains("abcdefgh") && !result.err.contains("abcdefgh"))
    try tool.write("a.yaml", result.out)
    #expect(try !tool.run("check", "a.yaml").out.contains("literal-secret"))
  }

  @Test("only --resolve-secrets shows one")
  func resolved() throws {
    let tool = try Tool()
    try tool.write("a.yaml", """
      rung: 1
      name: news
      targets: {qencode: {}}
      ingest: {protocols: [rtmp]}
      simulcast: [{url: "rtmp://h.example.com/app", key: "${env:RUNG_CANARY}"}]

      """)
    let shown = try tool.run("compile", "a.yaml", environment: ["RUNG_CANARY": Self.canary])
    #expect(shown.code == 0 && !shown.out.contains(Self.canary) && shown.out.contains("${env:RUNG_CANARY}"), "\(shown.err)")
    let resolved = try tool.run("compile", "a.yaml", "--resolve-secrets", environment: ["RUNG_CANARY": Self.canary])
    #expect(resolved.code == 0 && resolved.out.contains(Self.canary) && !resolved.err.contains(Self.canary), "\(resolved.err)")
  }
}
