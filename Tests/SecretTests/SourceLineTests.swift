import RungSource
import Testing

/// What is masked in source lines by the looks of them: nothing here was parsed.
@Suite struct SourceLineTests {
  private static func shown(_ text: String) -> String {
    let file = SourceFile(name: "a.yaml", bytes: Array(text.utf8))
    var bytes = file.bytes
    for range in file.secretRanges.reversed() { bytes.replaceSubrange(range, with: Array("•".utf8)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("values of secrets' names, in any shape", arguments: [
    ("token: abcdef", "token: •"), ("  tokn: abcdef # why", "  tokn: • # why"), ("token : \"abcdef\"", "token : \"•\""), ("token:abcdef", "token:•"),
    ("token: [abcdef, \"ghi: jkl\"]", "token: [•, \"•\"]"), ("token: {value: abcdef, kind: jwt}", "token: {value: •, kind: •}"),
    ("{\"key\":\"abc\\\"def\",\"name\":\"news\"}", "{\"key\":\"•\",\"name\":\"news\"}"), ("{key: abcdef, name: news}", "{key: •, name: news}"),
    ("key: abc,def\nname: news", "key: •\nname: news"), ("  key: abcdef, secret: ghijkl }", "  key: •, secret: • }"),
    ("'secret': 'it''s'", "'secret': '•'"), ("token: \"abcdef\nname: news", "token: \"•\nname: news"), ("token: 'abcdef", "token: '•"),
    ("token:\n  abcdef\nname: news", "token:\n  •\nname: news"), ("token:\n- abcdef\n- ghi\nname: news", "token:\n- •\n- •\nname: news"),
    ("a:\n  - key: abcdef\n    name: news", "a:\n  - key: •\n    name: news"), ("token: |\n  abc: def\n  ghi\nname: news", "token: |\n  •\n  •\nname: news"),
    ("token: >-\n  abcdef\n", "token: >-\n  •\n"), ("token: abc\n  def\nname: news", "token: •\n  •\nname: news"),
    ("\"token\": [\n  \"abcdef\",\n  \"ghi\"\n], \"name\": \"news\"", "\"token\": [\n  \"•\",\n  \"•\"\n], \"name\": \"news\""),
    ("\"token\":\n\"abcdef\",", "\"token\":\n\"•\","), ("token: !!str abcdef", "token: !!str •"), ("token: &a abcdef", "token: &a •"), ("token: &abcdef", "token: •"),
    ("token: *abcdef", "token: •"), ("token: @abcdef", "token: •"), ("token: %abcdef", "token: •"), ("token: 12345678", "token: •"), ("token\t:\tabcdef", "token\t:\t•"),
    ("token = abcdef", "token = •"), ("# token: abcdef", "# token: •"), ("stream_key: [abcdef", "stream_key: [•"), ("token: {a: [abcdef}\nname: news", "token: {a: [•}\nname: news"),
    ("destinations: {key: abcdef, secret: ghijkl, url: \"s3://u:abcdef@h/b\"}", "destinations: {key: •, secret: •, url: \"s3://u:•@h/b\"}"),
    ("u: \"srt:\\/\\/h:9000?mode=caller\\u0026passphrase\\u003dabcdef\"", "u: \"srt:\\/\\/h:9000?mode=caller\\u0026passphrase\\u003d•\""),
    ("key: abcdef\r\nname: news\r\n", "key: •\r\nname: news\r\n"), ("password: ${env:A}${env:B}", "password: ${env:A}${env:B}"), ("token: a\u{301}bcdéf x", "token: •"),
    ("contentKeys: [{type: CommonEncryptionCenc, policyName: subs, value: abcdef}]", "contentKeys: [{type: CommonEncryptionCenc, policyName: subs, value: •}]"),
    ("\"contentKeys\": [\n  {\"id\": \"k1\", \"type\": \"cenc\",\n   \"value\": \"abcdef\"}\n]", "\"contentKeys\": [\n  {\"id\": \"k1\", \"type\": \"cenc\",\n   \"value\": \"•\"}\n]"),
    ("keys:\n  - name: main\n    value: abcdef\nname: news", "keys:\n  - name: main\n    value: •\nname: news"),
    ("session: 9f4c8a1e2b6d4e3f # x", "session: • # x"), ("api_tok: abcdef", "api_tok: •"), ("pin: 1234", "pin: •"), ("licenses: [a, 9f4c8a1e2b6d4e3f]", "licenses: [a, •]"),
    ("input: \"-passphrase abcdef -i srt://h\"", "input: \"-passphrase • -i srt://h\""), ("input: '-passphrase ''ab cd'' -i x'", "input: '-passphrase ''•'' -i x'"),
    ("input: \"-headers \\\"Authorization: Bearer abcdef\\\" -i x\"", "input: \"-headers \\\"Authorization: •\\\" -i x\""),
    ("args: [\"-passphrase\", \"abcdef\"]", "args: [\"-passphrase\", \"•\"]"), ("x: Bearer abcdef123456", "x: Bearer •"), ("x: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "x: •"),
    ("hook: https://hooks.slack.com/services/T000/B000/abcdef", "hook: https://hooks.slack.com/services/T000/B000/•"),
  ])
  func masked(_ text: String, _ expected: String) { #expect(Self.shown(text) == expected) }

  /// Whoever adds a field: if its name is here or near it, its value stays readable.
  @Test("what must never be masked", arguments: [
    "keyframe_interval: 2s", "key_policy: subscribers", "keyframe: 50", "  keyFrameIntervalDuration: PT2S", "tokenize: words", "token_ttl: 3600",
    "token: ${env:INGEST_TOKEN}", "token: \"${env:INGEST_TOKEN}\" # set it", "key: <STREAM_KEY>", "token: null", "token: ~", "token:", "token: {}", "token: []", "token: true",
    "encoding: passthrough", "name: token", "name: \"the key: a story\"", "packs: [apple-hls]", "content_key_policy: subscribers", "server: rtmp://live.twitch.tv/app",
    "url: s3://s3.example.com/bucket/path", "url: srt://token:9000", "labels: {team: sports}", "region: sg-edge-04", "author: somebody", "bypass_transcoding: true",
    "public_key: abcdef", "{\"streamid\": \"publish:news\"}", "simulcast: [{url: \"rtmp://h.example.com/live2\", key: \"${env:YT_KEY}\"}]", "token:\nname: news", "token:\n\nname: news\n  x: y",
    "key: [${env:A}, \"${env:B}\"]", "pass: 1", "private: true", "license: apache-2.0", "session: evening", "session:\n  id: 0f9c2b7e-1a2b-4c3d-8e9f-001122334455", "session: {id: 0f9c2b7e-1a2b-4c3d-8e9f-001122334455}",
    "pin: 17", "code: 200", "- -re\n- -i", "country_code: sg", "x: Basic tier", "licenses: [apache-2.0, mit]",
  ])
  func kept(_ text: String) { #expect(Self.shown(text) == text) }

  @Test("no name of a field that is no secret looks like one", arguments: Declared.objects)
  func declared(_ declaration: Declared) {
    // Credentials by their names, wherever they stand.
    let secrets: Set<String> = [
      "token", "Token", "key", "secret", "push_key", "accessToken", "stream_key", "access_key_id", "secret_access_key", "participant_token", "contentKeys", "base64Key", "streamKey",
    ]
    for key in declaration.keys { #expect(SecretName.isSecret(key) == secrets.contains(key), "\(declaration.name): \(key)") }
  }

  @Test func aFileOfManyLinesTakesLittleTime() {
    let line = "    - {name: 720p, resolution: 1280x720, bitrate: 1500k, keyframe_interval: 2s, url: \"https://h.example.com/a\"}\n"
    let file = SourceFile(name: "a.yaml", bytes: Array(String(repeating: line, count: 2_000).utf8))
    #expect(file.secretRanges.isEmpty)
    // Nothing closes: each value is looked through once.
    let open = SourceFile(name: "b.yaml", bytes: Array(String(repeating: "token: [\"abcdef\n", count: 5_000).utf8))
    #expect(open.secretRanges.count >= 5_000)
  }
}
