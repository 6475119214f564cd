import Testing

@Suite struct LadderDesignTests {
  let tool: Tool

  init() throws { tool = try Tool() }

  @Test("a spec that passes, written whole")
  func file() throws {
    let made = try tool.run("ladder", "design", "--source", "1920x1080@30", "--for", "tenbyte,livekit", "-o", "channel.yaml")
    #expect(made.code == 0, "\(made.err)")
    #expect(made.out == "")
    #expect(made.err == "wrote channel.yaml\n")
    #expect(try tool.names() == ["channel.yaml"])
    #expect(try tool.run("check", "--strict", "channel.yaml").code == 0)
    #expect(try tool.run("compile", "channel.yaml").code == 0)
    let printed = try tool.run("ladder", "design", "--source", "1920x1080@30", "--for", "tenbyte", "--for", "livekit")
    #expect(try tool.read("channel.yaml") == printed.out)
    #expect(try tool.run("ladder", "design", "--source", "1920x1080@30", "-o", ".").code == 3)
  }

  @Test("for a destination: what OBS Studio is set to")
  func destination() throws {
    let made = try tool.run("ladder", "design", "--source", "1920x1080@60", "--for", "twitch", "-o", "twitch.yaml")
    #expect(made.code == 0 && made.err == "wrote twitch.yaml\n")
    #expect(try tool.run("check", "--strict", "twitch.yaml").code == 0)
    let settings = try tool.run("compile", "twitch.yaml", "--for", "obs").out
    for line in ["rtmp://live.twitch.tv/app", "CBR", "6000 Kbps", "Keyframe Interval (0=auto)  2 s"] { #expect(settings.contains(line), "\(settings)") }
    #expect(try tool.run("ladder", "design", "--source", "1920x1080@60", "--for", "twitch,tenbyte").code == 1)
    let page = try tool.run("providers", "twitch")
    #expect(page.code == 0 && page.out.contains("video bitrate") && page.out.contains("; checked 20"))
    #expect(try tool.run("providers", "--destinations", "tenbyte").code == 2)
    #expect(try tool.run("providers", "twich").err.contains("did you mean `twitch`?"))
  }

  @Test("AV1 and HEVC for YouTube, which takes them", arguments: [("av1", "SVT-AV1"), ("h265", "NVIDIA NVENC HEVC"), ("h264", "x264")])
  func codec(_ codec: String, _ encoder: String) throws {
    #expect(try tool.run("ladder", "design", "--source", "1920x1080@29.97", "--codec", codec, "--for", "youtube", "-o", "youtube.yaml").code == 0)
    #expect(try tool.run("check", "--strict", "youtube.yaml").code == 0)
    let settings = try tool.run("compile", "youtube.yaml", "--for", "obs").out
    #expect(settings.contains("  Video Encoder               \(encoder)\n") && settings.contains("keyint=60"), "\(settings)")
    guard codec != "h264" else { return }
    let refused = try tool.run("ladder", "design", "--source", "1920x1080@30", "--codec", codec, "--for", "twitch")
    #expect(refused.code == 1 && refused.err.contains("video codec \(codec) is not supported by Twitch; allowed: h264"), "\(refused.err)")
    let unknown = try tool.run("ladder", "design", "--source", "1920x1080@30", "--codec", codec, "--for", "rumble")
    #expect(unknown.code == 1 && unknown.err.contains("Rumble does not say whether it takes \(codec)"), "\(unknown.err)")
  }

  @Test("the report shows the ladder beside the published ones")
  func report() throws {
    let made = try tool.run("ladder", "design", "--source", "1920x1080@60", "--codec", "vp9", "-o", "a.yaml", "--report", "a.html")
    #expect(made.code == 0 && made.err == "wrote a.yaml\nwrote a.html\n")
    let page = try tool.read("a.html")
    #expect(page.hasSuffix("</html>\n") && page.contains("Google VP9, live: 1920x1080, 2.5 Mbps") && page.contains("1080p: 1920x1080 at 60 fps, 3 Mbps"))
    let none = try tool.run("ladder", "design", "--source", "1920x1080@30", "--for", "mkio", "-o", "b.yaml", "--report", "b.html")
    #expect(none.code == 2 && none.err.contains("MK.IO makes the ladder, so there are no renditions to draw"))
    #expect(try tool.names() == ["a.html", "a.yaml"])
    let list = try tool.run("ladder", "published", "--codec", "av1")
    #expect(list.code == 0 && list.out.contains("AV1: curves in kbps") && list.out.contains("shaka-streamer 1.5.1") && !list.out.contains("HEVC"))
    #expect(try tool.run("ladder", "published", "--format", "json").code == 2)
  }

  @Test func onlyTheLadder() throws {
    let part = try tool.run("ladder", "design", "--source", "1280x720@29.97", "--only", "ladder")
    #expect(part.code == 0)
    #expect(part.out.contains("\nladder:\n") && !part.out.contains("rung: 1"))
    let none = try tool.run("ladder", "design", "--source", "1280x720@30", "--only", "ladder", "--for", "qencode")
    #expect(none.code == 1)
    #expect(none.out == "")
    #expect(none.err.contains("Qencode takes no ladder"))
  }

  @Test("no ladder is 1, with what would be possible")
  func impossible() throws {
    let result = try tool.run("ladder", "design", "--source", "1920x1080@50", "--for", "tenbyte", "-o", "a.yaml")
    #expect(result.code == 1)
    #expect(result.out == "")
    #expect(result.err.contains("error: frame rate 50 fps is not supported by Tenbyte; allowed: 24, 25, 30 or 60\n  = help: set `--fps 25`"))
    #expect(try tool.names() == [])
  }

  @Test("wrong usage is 2", arguments: [
    (["--source", "1920x1080"], "as 1920x1080@30"), (["--source", "1080p@30"], "is only a height"), (["--source", "1920x1080@x"], "not a frame rate"),
    (["--source", "1920x1080@29.98"], "write `30000/1001` or `30`"), (["--source", "1920x1080@60", "--fps", "59.9"], "write `60000/1001` or `60`"),
    (["--source", "1920x1080@30", "--codec", "h256"], "did you mean `h265`?"), (["--source", "1920x1080@30", "--max-bitrate", "5"], "has no unit"),
    (["--source", "1920x1080@30", "--content", "sport"], "did you mean `sports`?"), (["--source", "1920x1080@30", "--for", "tenbite"], "did you mean `tenbyte`?"),
    (["--source", "1920x1080@30", "--for", "ffmpeg"], "`rung compile --for ffmpeg`"), ([], "--source"),
  ])
  func usage(_ arguments: [String], _ says: String) throws {
    let result = try tool.shell("rung ladder design " + arguments.joined(separator: " "))
    #expect(result.code == 2, "\(result.err)")
    #expect(result.err.contains(says), "\(result.err)")
  }
}
