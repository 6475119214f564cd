import Rung
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// Texts that ask for too much, and texts that are broken: an answer comes soon, and nothing traps.
@Suite struct HostilePlaylistTests {
  typealias File = (name: String, text: [UInt8])

  private static let spec = """
    rung: 1
    name: news
    packs: [apple-hls, dash-if]
    ladder:
      defaults: {codec: h264, fps: 25, keyframe_interval: 2s, bframes: 0, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
      renditions:
        - {name: 720p, resolution: 1280x720, bitrate: 2800k, max_bitrate: 3000k, buffer: 6000k, profile: high, level: "3.1"}
        - {name: 360p, resolution: 640x360, bitrate: 800k}
    packaging: {hls: {segment_duration: 6s, playlist_segments: 5, part_duration: 500ms, part_hold_back: 1500ms}, dash: {window: 60s}}

    """

  /// Without a spec, with packs, and against a spec: how many findings there are of each.
  @discardableResult
  private static func trial(_ files: [File], _ spec: String = spec) -> [Int] {
    let delivered = files.map { DeliveredInput(SourceInput(name: $0.name, bytes: $0.text)) { _ in 1_000_000 } }
    let all = [
      verify(delivered), verify(delivered, packs: RulePack.allCases), verify(delivered, against: SourceInput(name: "spec.yaml", text: spec)),
    ]
    for found in all { for finding in found.analysis.diagnostics { #expect(finding.message.utf8.count < 4000, "\(finding.id.rawValue): \(finding.message.utf8.count) bytes") } }
    return all.map(\.analysis.diagnostics.count)
  }

  private static func file(_ text: String, _ name: String = "a.m3u8") -> File { (name, Array(text.utf8)) }

  // MARK: Sizes

  private static let head = "#EXTM3U\n#EXT-X-TARGETDURATION:6\n"
  private static let opening = "<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" profiles=\"urn:mpeg:dash:profile:isoff-live:2011\" minBufferTime=\"PT2S\" type=\"static\" mediaPresentationDuration=\"PT400S\"><Period>"

  private static func repeated(_ count: Int, _ item: (Int) -> String) -> String { (0..<count).map(item).joined() }

  /// Texts of a size.
  private static let growing: [(name: String, make: @Sendable (Int) -> [File])] = [
    ("variants", { [file("#EXTM3U\n" + repeated($0) { "#EXT-X-STREAM-INF:BANDWIDTH=\(900_000 + $0),CODECS=\"avc1.64001f,mp4a.40.2\",RESOLUTION=\(2 * $0 + 2)x720,AUDIO=\"a\($0)\"\n\($0).m3u8\n" })] }),
    ("variants that say nothing", { [file("#EXTM3U\n" + repeated($0) { "#EXT-X-STREAM-INF:BANDWIDTH=1\n\($0)\n" })] }),
    ("groups of audio", { count in
      [file("#EXTM3U\n" + repeated(count) { "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\($0)\",NAME=\"n\",CHANNELS=\"2\",URI=\"\($0).m3u8\"\n" } + repeated(count) { "#EXT-X-STREAM-INF:BANDWIDTH=\($0 + 1),AUDIO=\"a\($0)\",CODECS=\"mp4a.40.2\"\n\($0).m3u8\n" })]
    }),
    ("variants of one playlist", { count in
      [file("#EXTM3U\n" + repeated(count / 4) { "#EXT-X-STREAM-INF:BANDWIDTH=\($0 + 1)\nb.m3u8?\($0)\n" }, "m.m3u8"), file(head + repeated(count) { "#EXTINF:6,\n\($0).ts\n" }, "b.m3u8")]
    }),
    ("playlists", { count in
      [file("#EXTM3U\n" + repeated(count / 4) { "#EXT-X-STREAM-INF:BANDWIDTH=\($0 + 1)\nhttps://x.example.com/\($0)/b.m3u8\n#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI=\"\($0)/b.m3u8\"\n" }, "m.m3u8")]
        + (0..<count / 4).map { file(head + "#EXTINF:6,\n1.ts\n#EXTINF:\($0 % 6 + 1),\n2.ts\n#EXTINF:6,\n3.ts\n", "\($0)/b.m3u8") }
    }),
    ("playlists of one time each", { count in
      (0..<count / 4).map { number in file(head + "#EXT-X-MEDIA-SEQUENCE:\(number / 2)\n" + repeated(4) { "#EXTINF:6,\n\(number / 2 + $0).ts\n" }, "\(1_700_000_000 + number * 6).m3u8") }
    }),
    ("playlists that stand still", { count in (0..<count / 4).map { file(head + "#EXTINF:6,\n1.ts\n#EXTINF:6,\n2.ts\n", "\(1_700_000_000 + $0).m3u8") } }),
    ("segments", { [file(head + repeated($0) { "#EXTINF:6.0,\n\($0).ts\n" })] }),
    ("segments that are too long", { [file(head + repeated($0) { "#EXT-X-PROGRAM-DATE-TIME:2026-11-27T10:00:00Z\n#EXTINF:9.5,\n\($0).ts\n" })] }),
    ("discontinuities", { [file(head + repeated($0) { "#EXT-X-DISCONTINUITY\n#EXTINF:6.0,\n\($0).ts\n" })] }),
    ("parts", { [file(head + "#EXT-X-PART-INF:PART-TARGET=0.5\n" + repeated($0) { "#EXT-X-PART:DURATION=0.\($0 % 9 + 1),URI=\"\($0)\"\n" })] }),
    ("comments", { [file(head + repeated($0) { "# \($0)\n\n#EXT-X-UNKNOWN:\($0)\n" })] }),
    ("control bytes", { [file(head + repeated($0) { _ in "#EXTINF:6\u{0},\u{1}\n\u{7F}\u{0}\n" })] }),
    ("faults", { [file(head + repeated($0) { _ in "#EXTINF:x,\n#EXT-X-TARGETDURATION:1\n#EXT-X-STREAM-INF:a\n#EXT-X-MEDIA:=\"\n" })] }),
    ("attributes", { count in [file("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1" + repeated(count) { ",A\($0)=\"x\"" } + "\na.m3u8\n")] }),
    ("attributes of one name", { count in [file("#EXTM3U\n#EXT-X-STREAM-INF:" + repeated(count) { "RESOLUTION=\($0)x,BANDWIDTH=1," } + "\na.m3u8\n")] }),
    ("codecs", { count in [file("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS=\"" + repeated(count) { "avc1.\($0),mp4a.\($0)," } + "\"\na.m3u8\n")] }),
    ("folders", { count in [file("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n" + String(repeating: "a/../", count: count) + "a.m3u8\n")] }),
    ("variables", { count in [file("#EXTM3U\n" + repeated(count) { "#EXT-X-DEFINE:NAME=\"v\($0)\",VALUE=\"\($0)\"\n" } + repeated(count) { "#EXT-X-STREAM-INF:BANDWIDTH=\($0)\n{$v\($0)}{${$v\n" })] }),
    ("streams of a probe", { count in
      [file("{\"programs\": [" + repeated(count) { "\($0 > 0 ? "," : "")\n{\"streams\": [{\"index\": \(2 * $0)}, {\"index\": \(2 * $0 + 1)}]}" } + "], \"streams\": ["
        + repeated(count) { "\($0 > 0 ? "," : "")\n{\"index\": \(2 * $0), \"codec_type\": \"video\", \"width\": \($0 + 1), \"height\": 720, \"codec_name\": \"h264\"}, {\"index\": \(2 * $0 + 1), \"codec_type\": \"audio\", \"codec_name\": \"aac\"}" } + "]}", "a.json")]
    }),
    ("packets", { count in
      [file("{\"streams\": [{\"index\": 0, \"codec_type\": \"video\", \"codec_name\": \"h264\", \"width\": 1280, \"height\": 720}], \"packets\": ["
        + repeated(count) { "\($0 > 0 ? "," : "")\n{\"codec_type\": \"video\", \"stream_index\": 0, \"pts_time\": \"\($0 / 25).\(($0 % 25) * 4)\", \"size\": \"9000\", \"flags\": \"\($0 % 50 == 0 || $0 % 7 == 0 ? "K__" : "___")\"}" } + "]}", "a.json")]
    }),
    ("representations", { count in
      [file(opening + "<AdaptationSet contentType=\"video\" mimeType=\"video/mp4\">" + repeated(count) { "<Representation id=\"v\($0)\" bandwidth=\"\($0 + 1)\" codecs=\"avc1.64001f\" width=\"\($0 + 1)\" height=\"720\"/>" }
        + "</AdaptationSet><AdaptationSet contentType=\"audio\" mimeType=\"audio/mp4\">" + repeated(count) { "<Representation id=\"a\($0)\" bandwidth=\"\($0 + 1)\" codecs=\"mp4a.40.2\"/>" } + "</AdaptationSet></Period></MPD>", "a.mpd")]
    }),
    ("entries of a timeline", { count in
      [file(opening + "<AdaptationSet contentType=\"video\" mimeType=\"video/mp4\"><SegmentTemplate timescale=\"1\" media=\"$Number$.m4s\"><SegmentTimeline>" + repeated(count) { "<S d=\"\($0 % 3 + 1)\"/>" }
        + "</SegmentTimeline></SegmentTemplate><Representation id=\"v\" bandwidth=\"1\" codecs=\"avc1.64001f\" width=\"1\" height=\"720\"/></AdaptationSet></Period></MPD>", "a.mpd")]
    }),
  ]

  @Test("time grows with the text, not faster", arguments: growing.map(\.name))
  func linear(_ name: String) throws {
    let make = try #require(Self.growing.first { $0.name == name }).make
    let files = [1_000, 10_000].map(make)
    let times = files.map { files in CPUTime.measure { Self.trial(files) } }
    #expect(times[1] < times[0] * 40 + .milliseconds(300), "\(name): \(times)")
  }

  @Test("of a ladder of many renditions too")
  func ladders() {
    func spec(_ count: Int) -> String {
      "rung: 1\nname: n\nladder:\n  defaults: {codec: h264, fps: 25, audio: {codec: aac, bitrate: 128k}}\n  renditions:\n" + Self.repeated(count) { "    - {name: r\($0), resolution: \(2 * $0 + 2)x720, bitrate: \($0 + 1000)k}\n" }
    }
    func streams(_ count: Int) -> [File] {
      [Self.file("#EXTM3U\n" + Self.repeated(count) { "#EXT-X-STREAM-INF:BANDWIDTH=\(1_000_000 + $0),CODECS=\"avc1.64001f\",RESOLUTION=\(2 * $0 + 2)x720\nr\($0).m3u8\n" })]
        + (0..<count / 10).map { Self.file("{\"streams\": [{\"index\": 0, \"codec_type\": \"video\", \"codec_name\": \"h264\", \"width\": \(2 * $0 + 2), \"height\": 720}], \"format\": {\"nb_streams\": 1}}", "r\($0).json") }
    }
    // Up to a thousand they are compared each with each.
    let times = [2_000, 20_000].map { count in CPUTime.measure { Self.trial(streams(count), spec(count)) } }
    #expect(times[1] < times[0] * 40 + .milliseconds(300), "\(times)")
  }

  @Test("a million of everything gets an answer soon")
  func million() {
    let count = Depth.isWhole ? 1_000_000 : Depth.times(100_000, quick: 30_000)
    let texts = [
      Self.head + Self.repeated(count) { "#EXTINF:6,\n\($0)\n" }, "#EXTM3U\n" + Self.repeated(count) { "#EXT-X-STREAM-INF:BANDWIDTH=\($0)\n\($0)\n" },
      Self.head + String(repeating: "#EXT-X-DISCONTINUITY\n", count: count), Self.head + String(repeating: "\n", count: count * 10), Self.head + String(repeating: "\0", count: count * 10),
      "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=" + Self.repeated(count) { "A\($0)=1," } + "\na\n", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS=\"" + String(repeating: "x", count: 10 * count) + "\"\na\n",
      "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n" + String(repeating: "x/", count: count) + "a.m3u8?" + String(repeating: "y", count: count) + "\n", Self.head + "#EXTINF:" + String(repeating: "9", count: 10 * count) + ",\n1.ts\n",
      "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,FRAME-RATE=" + String(repeating: "2", count: 10 * count) + "\n" + String(repeating: "é", count: count), "#EXTM3U" + String(repeating: "x", count: 10 * count), String(repeating: "#EXTM3U", count: count),
    ]
    for (number, text) in texts.enumerated() {
      let took = CPUTime.measure { Self.trial([Self.file(text)]) }
      #expect(took < .seconds(240), "text \(number): \(took)")
    }
  }

  @Test("what a few bytes stand for is bounded")
  func amplified() {
    // A timeline for each of many representations, and variables in each of many addresses.
    let timelines = Self.opening + "<AdaptationSet contentType=\"video\" mimeType=\"video/mp4\"><SegmentTemplate timescale=\"1000\" media=\"$RepresentationID$/$Number$.m4s\"><SegmentTimeline><S d=\"4\" r=\"99999\"/></SegmentTimeline></SegmentTemplate>"
      + Self.repeated(2000) { "<Representation id=\"v\($0)\" bandwidth=\"\($0 + 1)\" codecs=\"avc1.64001f\" width=\"\($0 + 1)\" height=\"720\"/>" } + "</AdaptationSet></Period></MPD>"
    let variables = "#EXTM3U\n#EXT-X-DEFINE:NAME=\"v\",VALUE=\"\(String(repeating: "x", count: 2000))\"\n#EXT-X-DEFINE:NAME=\"w\",VALUE=\"\(String(repeating: "x", count: 2_000_000))\"\n"
      + Self.repeated(20_000) { "#EXT-X-STREAM-INF:BANDWIDTH=\($0 + 1)\n{$v}{$v}{$v}{$w}\($0)\n" }
    for text in [Self.file(timelines, "a.mpd"), Self.file(variables)] {
      let took = CPUTime.measure { Self.trial([text]) }
      #expect(took < .seconds(120), "\(text.name): \(took)")
    }
  }

  // MARK: Numbers

  private static let numbers = [
    "0", "00", "-0", "1", "-1", "0.0000000001", "0.000000001", ".", ".5", "5.", "1e18", "1000000000000000000", "999999999999999999.999999999", "99999999999999999.5", "9007199254740993", "4611686018427387903", "4611686018427387904",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551615", "18446744073709551616", "NaN", "nan", "inf", "-inf", "Infinity", "1e308", "1e999", "-1e300", "0x10", "+1", "1_000", "١", "",
    " ", "1/0", "0/0", "9223372036854775807/9223372036854775806", "1/9223372036854775807", "-1/-1", "999999999999x999999999999", "4611686018427387903x4611686018427387903", "1x4611686018427387903", "2026-11-27T10:00:00Z", "9999-12-31T23:59:60.999-99:99",
    "0000-01-01T00:00:00+99:99", "PT1E5S", "PT9223372036854775807S", "P106751991167DT0S", "avc1.FFFFFF", "avc1.4611686018427387904.9223372036854775807", "hvc1.9223372036854775807.4.L9223372036854775807.B0", "av01.9.9223372036854775807M.10", "vp09.00.9223372036854775807.9223372036854775807",
  ]

  private static let seeds: [File] =
    PlaylistShape.all.flatMap(\.files).map { file($0.text, $0.name) } + [
      file(
        opening + "<AdaptationSet contentType=\"video\" mimeType=\"video/mp4\" startWithSAP=\"1\" segmentAlignment=\"true\"><SegmentTemplate timescale=\"90000\" startNumber=\"1\" presentationTimeOffset=\"0\" media=\"$RepresentationID$/$Number%05d$.m4s\" initialization=\"$RepresentationID$/init.mp4\"><SegmentTimeline><S t=\"0\" d=\"180000\" r=\"9\"/><S d=\"90000\" r=\"-1\"/></SegmentTimeline></SegmentTemplate>"
          + "<Representation id=\"720p\" bandwidth=\"2900000\" codecs=\"avc1.64001f\" width=\"1280\" height=\"720\" frameRate=\"25/1\" sar=\"1:1\"/></AdaptationSet><AdaptationSet contentType=\"audio\" mimeType=\"audio/mp4\"><AudioChannelConfiguration schemeIdUri=\"urn:mpeg:dash:23003:3:audio_channel_configuration:2011\" value=\"2\"/><SegmentTemplate timescale=\"1\" duration=\"2\" startNumber=\"1\" endNumber=\"9\" media=\"$Time$.m4s\"/><Representation id=\"a\" bandwidth=\"128000\" codecs=\"mp4a.40.2\" audioSamplingRate=\"48000\"/></AdaptationSet></Period></MPD>",
        "a.mpd"),
      file(
        "{\"streams\": [{\"index\": 0, \"codec_type\": \"video\", \"codec_name\": \"h264\", \"profile\": \"High\", \"width\": 1280, \"height\": 720, \"has_b_frames\": 0, \"sample_aspect_ratio\": \"1:1\", \"pix_fmt\": \"yuv420p\", \"level\": 31, \"refs\": 3, \"r_frame_rate\": \"25/1\", \"avg_frame_rate\": \"25/1\", \"bit_rate\": \"2800000\"}, {\"index\": 1, \"codec_type\": \"audio\", \"codec_name\": \"aac\", \"sample_rate\": \"48000\", \"channels\": 2, \"bit_rate\": \"128000\"}], \"format\": {\"filename\": \"720p.ts\", \"nb_streams\": 2, \"format_name\": \"mpegts\"}, \"packets\": ["
          + repeated(6) { "\($0 > 0 ? "," : ""){\"codec_type\": \"video\", \"stream_index\": 0, \"pts_time\": \"\($0).04\", \"dts_time\": \"\($0).00\", \"duration_time\": \"0.04\", \"size\": \"9000\", \"flags\": \"\($0 % 3 == 0 ? "K_" : "__")\"}" } + "], \"frames\": [{\"media_type\": \"video\", \"stream_index\": 0, \"key_frame\": 1, \"pts_time\": \"1.0\", \"pict_type\": \"B\"}]}", "720p.json"),
      file(
        "{\"media\": {\"@ref\": \"720p.ts\", \"track\": [{\"@type\": \"General\", \"Format\": \"MPEG-TS\"}, {\"@type\": \"Video\", \"Format\": \"AVC\", \"Format_Profile\": \"High\", \"Format_Level\": \"3.1\", \"Width\": \"1280\", \"Height\": \"720\", \"FrameRate\": \"25.000\", \"FrameRate_Num\": \"25\", \"FrameRate_Den\": \"1\", \"BitRate\": \"2800000\", \"BitDepth\": \"8\", \"ChromaSubsampling\": \"4:2:0\", \"PixelAspectRatio\": \"1.000\", \"Format_Settings_RefFrames\": \"4\"}, {\"@type\": \"Audio\", \"Format\": \"AAC\", \"Channels\": \"2\", \"SamplingRate\": \"48000\", \"BitRate\": \"128000\"}]}}",
        "mediainfo.json"),
    ]

  /// Runs of what a value consists of.
  private static func values(in text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    for (index, byte) in (text + [0]).enumerated() {
      let isInside = byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || [0x2E, 0x2D, 0x2B, 0x2F, 0x3A].contains(byte)
      if isInside, start == nil { start = index }
      if !isInside, let first = start {
        if text[first..<index].contains(where: { $0 &- 0x30 < 10 }) { ranges.append(first..<index) }
        start = nil
      }
    }
    return ranges
  }

  @Test("numbers at extremes in the place of every value")
  func extremes() {
    var random = SplitMix(seed: 64)
    for seed in Self.seeds {
      for range in Self.values(in: seed.text) {
        for _ in 0..<Depth.times(12, quick: 3) {
          var text = seed.text
          var target = range
          // Behind the colon of a tag, and the number alone.
          if let colon = text[range].lastIndex(of: 0x3A), colon + 1 < range.upperBound, Bool.random(using: &random) { target = colon + 1..<range.upperBound }
          text.replaceSubrange(target, with: Array(Self.numbers[Int.random(in: 0..<Self.numbers.count, using: &random)].utf8))
          Self.trial([(seed.name, text)])
        }
      }
    }
  }

  @Test("all values of a text at one extreme", arguments: ["9223372036854775807", "1000000000000000000", "4611686018427387903", "999999999999999.5", "0", "1e300", "-1", "0.000000001"])
  func oneExtreme(_ number: String) {
    for seed in Self.seeds {
      // Numbers alone, so that names stay.
      let ranges = Self.values(in: seed.text).filter { range in seed.text[range].allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2E || $0 == 0x2F } }
      var all = seed.text
      for range in ranges.reversed() { all.replaceSubrange(range, with: Array(number.utf8)) }
      Self.trial([(seed.name, all)])
      let tagged = String(decoding: all, as: UTF8.self).replacing(#/(#EXT-?X?-?[A-Z-]*:|[A-Z-]+=)[0-9.]+/#) { "\($0.output.1)\(number)" }
      Self.trial([Self.file(tagged, seed.name), Self.file(tagged, "other/\(seed.name)")])
    }
  }

  @Test("two files with extremes beside each other")
  func pairs() {
    let master = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=1280x720,CODECS=\"avc1.64001f\",FRAME-RATE=99999999999999999.5\nb.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=2,RESOLUTION=640x360\nc.m3u8\n"
    for number in ["9223372036854775807", "1000000000000000000", "999999999999.999999999", "0"] {
      let one = "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-X-BITRATE:\(number)\n#EXTINF:6,\n1.ts\n#EXTINF:\(number),\n2.ts\n#EXTINF:\(number),\n3.ts\n#EXT-X-ENDLIST\n"
      for sequence in ["0", "4611686018427387903", "4611686018427387000", "9223372036854775807", "18446744073709551615"] {
        let head = "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:\(sequence)\n#EXT-X-DISCONTINUITY-SEQUENCE:\(sequence)\n#EXT-X-TARGETDURATION:\(number)\n#EXT-X-SKIP:SKIPPED-SEGMENTS=\(sequence)\n"
        let two = head + "#EXTINF:1,\n1.ts\n#EXT-X-PROGRAM-DATE-TIME:9999-12-31T23:59:59Z\n#EXTINF:\(number),\n2.ts\n#EXT-X-PROGRAM-DATE-TIME:0000-01-01T00:00:00Z\n#EXTINF:\(number),\n3.ts\n"
        Self.trial([Self.file(master, "a.m3u8"), Self.file(one, "b.m3u8"), Self.file(two, "c.m3u8")])
        Self.trial([Self.file(one, "1700000000.m3u8"), Self.file(two, "1700000010.m3u8"), Self.file(two, "9999999999999.m3u8"), Self.file(one, "0000000000.m3u8")])
        let taken = ([Int64.min, 0, Int64.max] as [Int64]).map { (time: Int64) in DeliveredInput(SourceInput(name: "t\(time).m3u8", text: two), taken: time) }
        #expect(verify(taken).isJudged)
      }
    }
  }

  @Test("sums of what does not fit")
  func sums() {
    let head = "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n1.ts\n#EXTINF:"
    let master = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=1280x720,CODECS=\"avc1.64001f\",FRAME-RATE=99999999999999999.5\nb.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=2,RESOLUTION=640x360,FRAME-RATE=9223372036854775.807\nc.m3u8\n"
    // Cuts that differ at a time that no number of milliseconds has.
    Self.trial([Self.file(master, "a.m3u8"), Self.file(head + "9223372036854775807,\n2.ts\n#EXTINF:6,\n3.ts\n", "b.m3u8"), Self.file(head + "1,\n2.ts\n#EXTINF:6,\n3.ts\n", "c.m3u8")])
    Self.trial([Self.file("{\"media\": {\"track\": [{\"@type\": \"Video\", \"Format\": \"AVC\", \"FrameRate\": \"9000000000000001000/7\"}]}}", "720p.json")])
    // Frames of all times, and bytes beyond a number.
    for (time, size) in [("1e300", "9223372036854775807"), ("inf", "4611686018427387904"), ("nan", "-9223372036854775808"), ("999999999999", "1")] {
      let packets = ["0", "-\(time)", time].map { "{\"codec_type\": \"video\", \"stream_index\": 0, \"pts_time\": \"\($0)\", \"size\": \"\(size)\", \"flags\": \"K_\"}" }.joined(separator: ",")
      let stream = "{\"index\": 0, \"codec_type\": \"video\", \"codec_name\": \"h264\", \"width\": 1280, \"height\": 720, \"bit_rate\": \"9223372036854775807\", \"r_frame_rate\": \"9223372036854775807/9223372036854775806\"}"
      Self.trial([Self.file("{\"streams\": [\(stream)], \"packets\": [\(packets)]}", "720p.json")])
    }
  }

  // MARK: Mutations

  @Test("texts changed at random, with a fixed seed")
  func mutations() {
    var random = SplitMix(seed: 1729)
    let pieces = ["\0", "\n", "\r", "\"", ",", "=", ":", "#EXTM3U\n", "#EXTINF:", "#EXT-X-STREAM-INF:", "{", "}", "[", "]", "<", ">", "/", "\u{FEFF}", "é", "🎬", "-", "9", ".", "null", "\u{7F}", "@", "{$v}", "../"].map { Array($0.utf8) }
    for _ in 0..<Depth.times(6000, quick: 1000) {
      let seed = Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &random)]
      var text = seed.text
      for _ in 0...Int.random(in: 0...3, using: &random) where !text.isEmpty {
        let at = Int.random(in: 0..<text.count, using: &random)
        let end = min(text.count, at + Int.random(in: 1...40, using: &random))
        switch Int.random(in: 0..<7, using: &random) {
        case 0: text.removeSubrange(at..<end)
        case 1: text.insert(contentsOf: text[at..<end], at: at)
        case 2: text[at] = UInt8.random(in: 0...255, using: &random)
        case 3: text.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: at)
        case 4: text.removeSubrange(at...)
        case 5:
          var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
          let line = Int.random(in: 0..<lines.count, using: &random)
          if Bool.random(using: &random) { lines.insert(lines[line], at: Int.random(in: 0...lines.count, using: &random)) } else { lines.remove(at: line) }
          text = Array(lines.joined(separator: [0x0A]))
        default:
          let other = Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &random)].text
          text.insert(contentsOf: other[Int.random(in: 0..<other.count, using: &random)...].prefix(200), at: at)
        }
      }
      Self.trial([(seed.name, text)])
    }
  }
}
