import Foundation
import RungTestSupport
import Testing

/// Encoders as targets of `compile`, and what `ladder preview` prints.
@Suite struct EncoderCommandTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write("push.yaml", Self.push)
    try tool.write("package.yaml", Spec.good)
  }

  static let push = """
    rung: 1
    name: Main stage
    targets: [mkio, ffmpeg, obs]
    encoding: passthrough
    ingest:
      protocols: [rtmp]
      allow: [203.0.113.0/24]
      video: {codec: h264, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3M}
      audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}
    """

  @Test("one encoder: its own form")
  func own() throws {
    let script = try tool.run("compile", "package.yaml", "--for", "ffmpeg")
    #expect(script.code == 0, "\(script.err)")
    #expect(script.out.hasPrefix("#!/bin/sh\n"))
    #expect(script.out.contains("-g:v:0 50"))
    #expect(try tool.shell("sh -n /dev/stdin <<'END'\n\(script.out)\nEND").code == 0)
    let list = try tool.run("compile", "push.yaml", "--for", "obs")
    #expect(list.code == 0, "\(list.err)")
    #expect(list.out.contains("Keyframe Interval (0=auto)"))
    #expect(list.out.contains("${env:PUSH_KEY}"))
  }

  @Test("as JSON: alone, and beside others", .enabled(if: Judge.present(.jq)))
  func json() throws {
    let alone = try tool.shell("rung compile package.yaml --for ffmpeg --format json | jq -r '.argv[0], .argv[-1], (.test_argv | index(\"lavfi\") != null)'")
    #expect(alone.out == "ffmpeg\nout/hls/%v/index.m3u8\ntrue\n", "\(alone.err)")
    let beside = try tool.shell("rung compile push.yaml | jq -r 'keys_unsorted[]'")
    #expect(beside.out == "mkio\nffmpeg\nobs\n", "\(beside.err)")
    let profile = try tool.shell("rung compile push.yaml --for obs --format json | jq -r '.files[\"streamEncoder.json\"] | fromjson | .keyint_sec, .bitrate'")
    #expect(profile.out == "2\n3000\n", "\(profile.err)")
    #expect(try tool.run("compile", "push.yaml", "--format", "text").code == 2)
  }

  @Test("as files, with secrets in their places only when that is asked for")
  func files() throws {
    let made = try tool.run("compile", "push.yaml", "--for", "ffmpeg,obs", "--out", "build")
    #expect(made.code == 0, "\(made.err)")
    #expect(
      made.out == """
        build/main-stage.ffmpeg.sh
        build/main-stage.obs/basic.ini
        build/main-stage.obs/streamEncoder.json
        build/main-stage.obs/service.json

        """)
    #expect(try tool.read("build/main-stage.obs/service.json").contains("\"key\": \"${env:PUSH_KEY}\""))
    let secret = "a\"b\\c"
    let resolved = try tool.run(
      "compile", "push.yaml", "--for", "obs", "--out", "secret", "--resolve-secrets", environment: ["PUSH_URL": "rtmp://x/live", "PUSH_KEY": secret])
    #expect(resolved.code == 0, "\(resolved.err)")
    #expect(!resolved.err.contains("a\"b"))
    let service = try JSONSerialization.jsonObject(with: Data(try tool.read("secret/main-stage.obs/service.json").utf8)) as? [String: Any]
    #expect((service?["settings"] as? [String: Any])?["key"] as? String == secret)
    #expect(try FileManager.default.attributesOfItem(atPath: tool.path("secret/main-stage.obs/service.json"))[.posixPermissions] as? Int == 0o600)
    // The script goes on reading the environment.
    _ = try tool.run("compile", "push.yaml", "--for", "ffmpeg", "--out", "secret", "--resolve-secrets", environment: ["PUSH_URL": "u", "PUSH_KEY": secret])
    #expect(try tool.read("secret/main-stage.ffmpeg.sh").contains("\"${PUSH_URL}/${PUSH_KEY}\""))
  }

  @Test("where requests are asked for, an encoder is sent elsewhere", arguments: [["plan", "push.yaml"], ["matrix", "push.yaml"], ["init"], ["providers"]])
  func elsewhere(_ arguments: [String]) throws {
    let line = arguments.joined(separator: " ") + (arguments == ["providers"] ? " ffmpeg" : " --for ffmpeg")
    let result = try tool.shell("rung \(line)")
    #expect(result.code == 2)
    #expect(result.err.contains("`ffmpeg` is an encoder and takes no requests; write `rung compile FILE --for ffmpeg`"), "\(result.err)")
  }

  @Test("previews")
  func preview() throws {
    let text = try tool.run("ladder", "preview", "package.yaml")
    #expect(text.code == 0, "\(text.err)")
    #expect(text.out.contains("avc1.640028,mp4a.40.2 *"), "\(text.out)")
    #expect(try tool.run("ladder", "preview", "package.yaml", "--hls").out.hasPrefix("#EXTM3U\n"))
    #expect(try tool.run("ladder", "preview", "package.yaml", "--dash").out.hasPrefix("<?xml"))
    #expect(try tool.shell("rung ladder preview - --format json < package.yaml").out.contains("\"ladder\": 3128000"))
    #expect(try tool.run("ladder", "preview", "package.yaml", "--hls", "--dash").code == 2)
    #expect(try tool.run("ladder", "preview", "package.yaml", "--hls", "--format", "json").code == 2)
    try tool.write("two.yaml", Spec.good + "---\n" + Spec.good.replacingOccurrences(of: "Live TV Channel", with: "Other"))
    #expect(try tool.run("ladder", "preview", "two.yaml", "--hls").code == 2)
    #expect(try tool.run("ladder", "preview", "two.yaml", "--hls", "--stream", "Other").code == 0)
    try tool.write("bare.yaml", "rung: 1\nname: bare\n")
    #expect(try tool.run("ladder", "preview", "bare.yaml", "--hls").code == 1)
    #expect(try tool.run("schema", "preview").out.contains("dash_bandwidth"))
  }
}
