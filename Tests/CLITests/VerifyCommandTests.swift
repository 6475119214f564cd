import Foundation
import RungTestSupport
import Testing

/// `rung verify` as it is called: exit codes, outputs, and files that are none.
@Suite struct VerifyCommandTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write("news.yaml", Self.spec)
    try tool.write("out/master.m3u8", Self.master)
    try tool.write("out/720p/index.m3u8", Self.playlist())
  }

  private static let spec = """
    rung: 1
    name: news
    ladder:
      defaults: {codec: h264, fps: 25, keyframe_interval: 2s, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
      renditions:
        - {name: 720p, resolution: 1280x720, bitrate: 2800k, max_bitrate: 3000k, buffer: 6000k}
    packaging: {hls: {segment_duration: 6s}}

    """
  private static let master = """
    #EXTM3U
    #EXT-X-STREAM-INF:BANDWIDTH=3300000,AVERAGE-BANDWIDTH=3000000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=25.000
    720p/index.m3u8

    """
  private static func playlist(target: Int = 6, rate: Int? = nil) -> String {
    "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:\(target)\n\(rate.map { "#EXT-X-BITRATE:\($0)\n" } ?? "")" + (1...3).map { "#EXTINF:6.000,\n\($0).ts\n" }.joined() + "#EXT-X-ENDLIST\n"
  }
  private static let probe = """
    {"streams": [{"index": 0, "codec_name": "h264", "codec_type": "video", "width": 1280, "height": 720, "r_frame_rate": "25/1"}]}
    """

  // MARK: Exit codes

  @Test("0: all is as it was asked for")
  func well() throws {
    for arguments in [
      ["news.yaml", "out"], ["out", "news.yaml"], ["news.yaml", "out/master.m3u8"], ["news.yaml", "--playlist", "out/master.m3u8"], ["out/master.m3u8"], ["--playlist", "out/master.m3u8"],
      ["--playlist", "720p=out/720p/index.m3u8", "news.yaml"], ["out/720p/index.m3u8", "--strict"],
    ] {
      let result = try tool.run(list: ["verify"] + arguments)
      #expect(result.code == 0, "\(arguments): \(result.out)\(result.err)")
    }
  }

  @Test("1: an error, and with --strict a warning")
  func errors() throws {
    try tool.write("out/720p/index.m3u8", Self.playlist(target: 4))
    for arguments in [["news.yaml", "out"], ["out"], ["out/720p/index.m3u8"]] {
      let result = try tool.run(list: ["verify"] + arguments)
      #expect(result.code == 1 && (result.out + result.err).contains("playlist/target-duration-exceeded"), "\(arguments): \(result.out)\(result.err)")
    }
    try tool.write("out/720p/index.m3u8", Self.playlist(rate: 9000))
    let warned = try tool.run("verify", "out")
    #expect(warned.code == 0 && (warned.out + warned.err).contains("playlist/bandwidth-below-segments"), "\(warned.out)\(warned.err)")
    #expect(try tool.run("verify", "out", "--strict").code == 1)
    try tool.write("page.m3u8", "<!doctype html><html><body>404 Not Found</body></html>")
    try tool.write("text.m3u8", "404 Not Found")
    for name in ["page.m3u8", "text.m3u8"] {
      let page = try tool.run("verify", "--playlist", name)
      #expect(page.code == 1, "\(name), \(page.code): \(page.out)\(page.err)")
    }
    // One that a multivariant playlist leads to.
    try tool.write("out/720p/index.m3u8", "404 Not Found")
    let led = try tool.run("verify", "out/master.m3u8")
    #expect(led.code == 1, "\(led.out)\(led.err)")
  }

  @Test("2: wrong usage")
  func usage() throws {
    try tool.write("more.yaml", Self.spec)
    try tool.write("two.yaml", Self.spec + "---\n" + Self.spec.replacingOccurrences(of: "name: news", with: "name: sports"))
    let cases: [([String], String)] = [
      ([], "no output was named"), (["news.yaml"], "no output was named"), (["news.yaml", "out", "--for", "nobody"], "nobody"), (["out", "--stream", "news"], "--stream"),
      (["two.yaml", "out"], "--stream NAME"), (["two.yaml", "out", "--stream", "weather"], "no stream `weather`"), (["out", "--pack", "nothing"], "nothing"), (["out", "--format", "nothing"], "nothing"),
      (["out", "--nothing"], "--nothing"), (["news.yaml", "out", "--stream", "weather"], "no stream `weather`"),
      (["news.yaml", "more.yaml", "out"], "are both specs"), (["news.yaml", "-", "--probe", "720p=-"], "named twice"), (["news.yaml", "--probe", "720p="], "names no file"),
      (["news.yaml", "https://live.example.com/a.m3u8?token=1"], "nothing is fetched"), (["news.yaml", "--playlist", "weather=out/720p/index.m3u8"], "no rendition is called `weather`"),
    ]
    for (arguments, words) in cases {
      let result = try tool.run(list: ["verify"] + arguments)
      #expect(result.code == 2 && result.err.contains(words) && result.out.isEmpty, "\(arguments): \(result.code) \(result.out)\(result.err)")
    }
    #expect(try tool.run("verify", "two.yaml", "out", "--stream", "sports").code == 0)
  }

  @Test("3: what cannot be read, and nothing to compare")
  func unreadable() throws {
    try tool.write("base.yaml", "rung: 1\nbase: true\n")
    _ = try tool.shell("mkdir empty")
    let cases: [[String]] = [
      ["missing.m3u8"], ["news.yaml", "missing"], ["--playlist", "missing.m3u8"], ["--probe", "720p=missing.json"], ["news.yaml", "out", "--probe", "720p=missing.json"], ["missing.yaml", "out"], ["base.yaml", "out"],
      ["--playlist", "out"],
    ]
    for arguments in cases {
      let result = try tool.run(list: ["verify"] + arguments)
      #expect(result.code == 3 && !result.err.isEmpty, "\(arguments): \(result.code) \(result.out)\(result.err)")
    }
    for arguments in [["empty"], ["news.yaml", "empty"]] {
      let result = try tool.run(list: ["verify"] + arguments)
      #expect(result.code == 3 && result.err.contains("no playlist, manifest or probe in"), "\(arguments): \(result.code) \(result.out)\(result.err)")
    }
  }

  @Test("a spec that does not read is an error, and nothing is compared with it")
  func brokenSpec() throws {
    for text in ["rung: 1\nname: [\n", Self.spec.replacingOccurrences(of: "2800k", with: "2800"), Self.spec.replacingOccurrences(of: "rung: 1", with: "rung: 9")] {
      try tool.write("broken.yaml", text)
      let result = try tool.run("verify", "broken.yaml", "out")
      #expect(result.code == 1 && (result.out + result.err).contains("broken.yaml"), "\(result.code): \(result.out)\(result.err)")
    }
  }

  // MARK: Inputs

  @Test("standard input: a playlist, a probe of a rendition")
  func standardInput() throws {
    #expect(try tool.run("verify", "news.yaml", "-", input: Self.master).code == 0)
    #expect(try tool.run("verify", "-", input: Self.playlist(target: 2)).code == 1)
    #expect(try tool.run("verify", "news.yaml", "--probe", "720p=-", input: Self.probe).code == 0)
    let small = try tool.run("verify", "news.yaml", "--probe", "720p=-", input: Self.probe.replacingOccurrences(of: "1280", with: "640"))
    #expect(small.code == 1 && small.out.contains("verify/size-differs"), "\(small.out)\(small.err)")
    #expect(try tool.run("verify", "--playlist", "-", input: "").code == 1)
    #expect(try tool.run("verify", "news.yaml", "-", input: "nothing that is read").code != 0)
  }

  @Test("formats")
  func formats() throws {
    try tool.write("out/720p/index.m3u8", Self.playlist(target: 4))
    for (format, words) in [("json", "\"playlist/target-duration-exceeded\""), ("sarif", "\"playlist/target-duration-exceeded\""), ("junit", "<testsuites"), ("github", "::error file=out/720p/index.m3u8,line=")] {
      let result = try tool.run("verify", "news.yaml", "out", "--format", format)
      #expect(result.code == 1 && result.out.contains(words), "\(format): \(result.out.prefix(600))\(result.err)")
      if format == "json" || format == "sarif" { #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(result.out.utf8)) } }
      if format == "junit" { #expect(XMLish.isBalanced(result.out)) }
    }
  }

  private enum XMLish {
    static func isBalanced(_ text: String) -> Bool { text.hasPrefix("<?xml") && text.contains("</testsuites>") }
  }

  // MARK: Hostile files

  /// Ends what hangs; 124 then. Memory is bounded in KB.
  private func bounded(_ arguments: String, kilobytes: Int = 4_000_000) throws -> Tool.Result { try tool.shell("ulimit -v \(kilobytes); timeout 60 rung verify \(arguments)") }

  @Test("a file of a gigabyte is refused, in bounded memory")
  func gigabyte() throws {
    _ = try tool.shell("truncate -s 1G big.m3u8; truncate -s 1G big.json; truncate -s 1G out/720p/index.m3u8; mkdir all; truncate -s 1G all/a.m3u8")
    for arguments in ["big.m3u8", "--playlist big.m3u8", "news.yaml --probe 720p=big.json", "all"] {
      let result = try bounded(arguments, kilobytes: 700_000)
      #expect(result.code == 3 && result.err.contains("1073741824 bytes; at most 134217728"), "\(arguments): \(result.code) \(result.out)\(result.err.prefix(400))")
    }
    // What the multivariant playlist leads to cannot be read either.
    let led = try bounded("out/master.m3u8", kilobytes: 700_000)
    #expect(led.code == 3 && led.err.contains("out/720p/index.m3u8"), "\(led.code): \(led.out)\(led.err.prefix(400))")
  }

  @Test("nothing outside the folder of a playlist is read, and nothing hangs")
  func outside() throws {
    // Read, it would be an error: the first line is quoted.
    try tool.write("secret.m3u8", "hunter2\n")
    try tool.write("inside/secret.m3u8", "hunter2\n")
    _ = try tool.shell("cd out; mkfifo fifo.m3u8; mkdir folder.m3u8; ln -s ../secret.m3u8 link.m3u8; ln -s .. up; ln -s /dev/zero zero.m3u8; ln -s loop.m3u8 loop.m3u8; ln -s /proc/self/environ proc.m3u8; ln -s 720p/index.m3u8 good.m3u8")
    let addresses = [
      "master.m3u8", "./master.m3u8", "../out/master.m3u8", "../secret.m3u8", "../../etc/passwd", "720p/../../secret.m3u8", "/etc/passwd", "file:///etc/passwd", "\(tool.path("secret.m3u8"))", "up/secret.m3u8", "up/inside/secret.m3u8",
      "link.m3u8", "fifo.m3u8", "folder.m3u8", "folder.m3u8/", "720p", ".", "..", "zero.m3u8", "/dev/zero", "loop.m3u8", "proc.m3u8", "good.m3u8", "missing.m3u8", "720p/index.m3u8?a=../../secret.m3u8", "720p/%2e%2e/%2e%2e/secret.m3u8",
      "http://127.0.0.1:1/a.m3u8", "720p/index.m3u8\0", "~/a.m3u8", "$HOME/a.m3u8", "-",
    ]
    for address in addresses {
      try tool.write(
        "out/master.m3u8", "#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"n\",URI=\"\(address)\"\n#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI=\"\(address)\"\n#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO=\"a\"\n\(address)\n")
      let result = try bounded("out/master.m3u8")
      #expect([0, 1].contains(result.code) && !(result.out + result.err).contains("hunter2") && !result.out.contains("secret.m3u8:") && !(result.out + result.err).contains("root:"), "\(address): \(result.code) \(result.out)\(result.err)")
      if !address.contains("\0") { #expect(result.code == 0, "\(address): \(result.code) \(result.out)\(result.err)") }
    }
    // Segments: their sizes are looked up.
    try tool.write("out/media.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:6\n" + addresses.filter { !$0.contains("\0") }.map { "#EXTINF:6,\n\($0)\n" }.joined())
    let media = try bounded("out/media.m3u8")
    #expect(media.code == 0, "\(media.code) \(media.out)\(media.err)")
    // Named by the user they are what they are.
    for path in ["out/folder.m3u8/", "out/fifo.m3u8", "/dev/zero", "out/loop.m3u8", "--playlist out/folder.m3u8", "--playlist out/fifo.m3u8", "--playlist /dev/zero"] {
      let result = try bounded(path)
      #expect([2, 3].contains(result.code), "\(path): \(result.code) \(result.out)\(result.err)")
    }
    #expect(try bounded("out").code != 124)
  }

  @Test("one file is read once, by however many names it is called")
  func names() throws {
    let many = (0..<20_000).map { "#EXT-X-STREAM-INF:BANDWIDTH=\($0 + 1)\n\(String(repeating: "./", count: $0 % 50))\(String(repeating: "720p/../", count: $0 % 30))big.m3u8?\($0)\n" }.joined()
    try tool.write("out/master.m3u8", "#EXTM3U\n" + many)
    try tool.write("out/big.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:6\n" + String(repeating: "#EXTINF:6,\n1.ts\n", count: 20_000))
    let result = try bounded("out/master.m3u8 --format json")
    #expect(result.code == 0, "\(result.code) \(result.out.prefix(400))\(result.err.prefix(400))")
  }
}
