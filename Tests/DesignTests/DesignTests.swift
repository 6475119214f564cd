import Rung
import RungProviders
import RungSource
import RungSpec
import Testing

@Suite struct DesignTests {
  private func request(_ size: String, _ rate: String, _ providers: [TargetID] = [], _ change: (inout LadderRequest) throws -> Void = { _ in }) throws
    -> LadderRequest
  {
    var request = LadderRequest(source: try read(size), at: try read(rate), for: providers)
    try change(&request)
    return request
  }

  private func sizes(_ designed: LadderDesign) -> [String] { designed.rungs.map(\.resolution.text) }

  private func obstacles(_ request: LadderRequest) -> [LadderObstacle] {
    do {
      _ = try design(request)
      return []
    } catch { return error.obstacles }
  }

  // MARK: Bits and sizes

  @Test("at 1080 lines and 30 fps, the published numbers")
  func published() throws {
    let expected: [(ContentClass, LadderRequest.Codec, String)] = [
      (.talkingHead, .h264, "3000k"), (.general, .h264, "4500k"), (.film, .h264, "6000k"), (.sports, .h264, "7800k"),
      (.film, .h265, "4500k"), (.sports, .h265, "5800k"), (.general, .vp8, "3500k"), (.general, .av1, "2100k"),
      // Google's 1800 on demand and 2500 live.
      (.general, .vp9, "2100k"),
    ]
    for (content, codec, bitrate) in expected {
      let designed = try design(request("1920x1080", "30") { ($0.content, $0.codec) = (content, codec) })
      #expect(designed.rungs.first?.bitrate.text == bitrate, "\(content) \(codec)")
    }
  }

  @Test func sizesOfEverySource() throws {
    #expect(try sizes(design(request("1920x1080", "25"))) == ["1920x1080", "1280x720", "960x540", "640x360", "416x234"])
    // Tenbyte's heights and width, six renditions.
    #expect(try sizes(design(request("3840x2160", "30", ["tenbyte"]))) == ["2560x1440", "1920x1080", "1280x720", "854x480", "640x360", "426x240"])
    #expect(try sizes(design(request("3440x1440", "30", ["tenbyte"]))).first == "1720x720")
    // Three are all that LiveKit takes.
    #expect(try sizes(design(request("1920x1080", "30", ["livekit"]))) == ["1920x1080", "960x540", "640x360"])
    let large = try design(request("3840x2160", "30", ["livekit"]))
    #expect(sizes(large) == ["2560x1440", "1280x720", "768x432"])
    #expect(large.rungs[0].reason.contains("from 3840x2160 on, so few renditions would leave none for a viewer of 1.5 Mbps"))
    #expect(try sizes(design(request("3840x2160", "30", ["livekit"]) { $0.content = .film })).first == "3840x2160")
    #expect(try sizes(design(request("1080x1920", "30"))).first == "1080x1920")
    #expect(try sizes(design(request("1440x1080", "30", ["tenbyte"]))).contains("640x480"))
  }

  @Test("a cap takes bits first, and then the size")
  func cap() throws {
    let fewer = try design(request("1920x1080", "30") { $0.maxBitrate = Bitrate(kilobits: 5000) })
    #expect(fewer.rungs[0].resolution.text == "1920x1080")
    #expect(fewer.rungs[0].bitrate < Bitrate(kilobits: 4500))
    #expect(fewer.rungs[0].reason.contains("the bitrate that the cap of 5 Mbps leaves (4.5 Mbps would be usual)"))
    let smaller = try design(request("1920x1080", "30") { $0.maxBitrate = Bitrate(kilobits: 4000) })
    #expect(smaller.rungs[0].resolution.text == "1280x720")
    #expect(smaller.rungs[0].reason.contains("1920x1080 would need 5.528 Mbps with peaks and audio, above the cap"))
  }

  @Test("keyframes fall on whole frames, about two seconds apart")
  func keyframes() throws {
    for (rate, line) in [
      ("25", "keyframe_interval: 2s "), ("30000/1001", "keyframe_interval: 2.002s "), ("24000/1001", "keyframe_interval: 2.002s "), ("12.5", "keyframe_interval: 2s "),
      ("60000/1001", "keyframe_interval: 2.002s "), ("1", "keyframe_interval: 2s "), ("17/7", "gop: 5\n"),
    ] {
      let spec = try design(request("1280x720", rate)).spec
      #expect(spec.contains(line), "\(rate)\n\(spec)")
    }
  }

  @Test("low renditions have at most 30 frames per second, where every provider supports that")
  func lowRates() throws {
    for (source, low) in [("60", "30"), ("50", "25"), ("60000/1001", "29.97"), ("100", "25"), ("48", "24")] {
      let designed = try design(request("1920x1080", source))
      let full = (try read(source) as FrameRate).text
      #expect(designed.rungs.map(\.fps.text) == designed.rungs.map { $0.resolution.height < 540 ? low : full })
      #expect(designed.rungs.contains { $0.fps.text == low })
      #expect(try design(request("1920x1080", source) { $0.halvesLowRungs = false }).rungs.allSatisfy { $0.fps.text == full })
    }
    #expect(try design(request("1920x1080", "60", ["tenbyte"])).spec.contains("fps: 30"))
    #expect(try design(request("1920x1080", "60", ["tenbyte", "livekit"])).rungs.allSatisfy { $0.fps == FrameRate(60) })
    // All of them are low: a ladder of the lower rate.
    let small = try design(request("854x480", "60"))
    #expect(small.rungs.allSatisfy { $0.fps == FrameRate(30) } && small.spec.contains("854x480 at 60 fps, delivered at 30, "))
    #expect(try design(request("854x480", "60") { $0.fps = FrameRate(60) }).rungs.allSatisfy { $0.fps == FrameRate(60) })
    #expect(try design(request("854x480", "60", ["twitch"])).rungs.map(\.fps) == [FrameRate(60)])
    // Keyframes are at whole frames of both rates: 67 frames would be two seconds at 100/3.
    #expect(try design(request("1920x1080", "100/3")).spec.contains("keyframe_interval: 1.98s  # 66 frames"))
  }

  @Test("as many as asked for, a second one of a size where there is no other")
  func counts() throws {
    for count in 1...6 {
      let designed = try design(request("1920x1080", "30", ["tenbyte"]) { $0.rungs = count })
      #expect(designed.rungs.count == count)
      #expect(designed.rungs.contains { $0.name.hasSuffix("-low") } == (count == 6))
    }
  }

  // MARK: Providers

  @Test("MK.IO makes its own ladder where that is what was asked for, and forwards the encoder's otherwise")
  func mkio() throws {
    let own = try design(request("1920x1080", "25", ["mkio"]))
    #expect(own.rungs.isEmpty && own.spec.contains("preset: mkio-default1080p") && own.spec.contains("fps: 25"))
    #expect(try design(request("1280x720", "30", ["mkio"])).spec.contains("preset: mkio-default720p"))
    #expect(try design(request("1920x1080", "30", ["mkio"]) { $0.maxBitrate = Bitrate(kilobits: 4000) }).spec.contains("preset: mkio-default720p"))
    let fast = try design(request("1920x1080", "50", ["mkio"]))
    #expect(fast.spec.contains("\nencoding: passthrough") && !fast.rungs.isEmpty)
    #expect(fast.remarks.contains { $0.contains("they produce at most 30 fps") })
    // PassthroughBasic would be chosen by the total, and takes 4 Mbps a stream.
    let single = try design(request("1920x1080", "30", ["mkio"]) { ($0.rungs, $0.encoding) = (1, .passthrough) })
    #expect(single.spec.contains("encoding_type: PassthroughStandard"))
    // Of 4K at 60 no more goes into one stream.
    let large = try design(request("3840x2160", "60", ["mkio"]) { $0.content = .film })
    #expect(large.rungs.allSatisfy { $0.bitrate <= Bitrate(kilobits: 20000) })
  }

  @Test func qencodeTakesNone() throws {
    let designed = try design(request("1920x1080", "30", ["qencode"]) { $0.rungs = 4 })
    #expect(designed.ladder.isEmpty && designed.rungs.isEmpty && !designed.spec.contains("ladder:"))
    #expect(designed.remarks == ["Qencode generates the ladder itself: the number of renditions cannot be guaranteed"])
  }

  @Test("LiveKit goes without the renditions that are too many for it")
  func drop() throws {
    let designed = try design(request("1920x1080", "30", ["tenbyte", "livekit"]))
    #expect(designed.rungs.count == 5)
    #expect(designed.spec.contains("drop: [360p, 240p]  # LiveKit allows at most 3 renditions"))
    let streams = inspect(SourceInput(name: "a.yaml", text: designed.spec), for: "livekit").streams
    #expect(streams.first?.renditions.map(\.name) == ["1080p", "720p", "480p"])
    #expect(inspect(SourceInput(name: "a.yaml", text: designed.spec), for: "tenbyte").streams.first?.renditions.count == 5)
  }

  @Test("what stands in the way is said with what would be possible")
  func impossible() throws {
    let cases: [(LadderRequest, String, String)] = [
      (try request("1920x1080", "50", ["tenbyte"]), "frame rate 50 fps is not supported by Tenbyte; allowed: 24, 25, 30 or 60", "set `--fps 25`, which keeps every second frame"),
      (try request("1920x1080", "29.97", ["tenbyte"]), "is not supported by Tenbyte; allowed: 24, 25, 30 or 60", "let the encoder send 24, 25, 30 or 60 fps"),
      (try request("1920x1080", "60", ["qencode", "tenbyte"]), "Qencode delivers at most 30 fps", "set `--fps 30`"),
      (try request("1920x1080", "30", ["livekit"]) { $0.rungs = 8 }, "the ladder has 8 renditions; LiveKit allows at most 3", "`--rungs 3`"),
      (try request("1920x1080", "30", ["livekit"]) { $0.rungs = 1 }, "every viewer gets the same bitrate", "`--rungs 2`"),
      (try request("1920x1080", "30", ["tenbyte"]) { $0.codec = .av1 }, "video codec av1 is not supported by Tenbyte; allowed: h264 or h265", "`--codec h264`"),
      (try request("1921x1081", "30"), "1921x1081 has an odd side", "1920x1080"),
      (try request("320x180", "30", ["tenbyte"]), "Tenbyte supports the heights 240, 360", "let the encoder send"),
      (try request("1920x1080", "30", ["tenbyte"]) { $0.maxBitrate = Bitrate(kilobits: 200) }, "no ladder fits the cap of 200 kbps; the least that one fits is 280 kbps", "set `--max-bitrate 280k` or more"),
      (try request("1920x1080", "30") { $0.rungs = 30 }, "are too close: a factor of at least 1.3", "`--rungs "),
      (try request("1920x1080", "25") { $0.fps = FrameRate(50) }, "frames would only be repeated", "`--fps 25`"),
      (try request("1920x1080", "30") { $0.fps = FrameRate(25) }, "motion would stutter", "`--fps 30` or 15"),
      (try request("1920x1080", "25") { $0.halvesLowRungs = true }, "half of 25 fps is too low", "remove `--halve-low-rungs`"),
      (try request("1920x1080", "60", ["livekit"]) { $0.halvesLowRungs = true }, "LiveKit supports one frame rate for all renditions only", "remove `--halve-low-rungs`"),
      (try request("854x480", "60") { $0.halvesLowRungs = true }, "every rendition below 854x480 would have 30 fps, and none 60", "`--fps 30`"),
      (try request("3840x2160", "25", ["mkio"]) { $0.encoding = .transcode }, "the source is 3840x2160; MK.IO's encoding types accept at most 1920x1088", "remove `--encoding`"),
      (try request("1920x1080", "25", ["livekit"]) { $0.encoding = .passthrough }, "supports passthrough over WHIP only", "remove `--encoding`"),
      (try request("1920x1080", "25", ["livkit"]), "there is no provider `livkit`", ""),
      (try request("7680x4320", "300", []) { $0.content = .film }, "", ""),
    ]
    for (request, message, help) in cases.dropLast() {
      let found = obstacles(request)
      #expect(
        found.contains { $0.message.contains(message) && ($0.help ?? "").contains(help) }, "\(message) | \(help): \(found)")
    }
    // No level takes the source: what is smaller is made of it.
    let top = try #require(try design(cases[cases.count - 1].0).rungs.first)
    #expect(top.resolution.text == "7680x4320" || top.reason.contains("no level of H.264 allows 7680x4320"))
  }

  @Test("everything that stands in the way is said at once")
  func together() throws {
    let found = obstacles(try request("1920x1080", "50", ["tenbyte", "livekit"]) { ($0.codec, $0.rungs) = (.av1, 9) })
    #expect(found.count == 5, "\(found)")
  }
}
