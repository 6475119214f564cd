import Rung
import RungOutput
import RungProviders
import RungSource
import RungSpec
import RungTestSupport
import Testing

@Suite struct PreviewTests {
  private static let text = """
    rung: 1
    name: Totals & <more>
    ingest: {video: {bitrate: 6M}, audio: {bitrate: 128k}}
    ladder:
      defaults: {fps: 30000/1001, gop: 60, codec: h264, profile: main, bframes: 0, ref_frames: 1, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
      renditions:
        - {name: 720p, resolution: 1280x720, bitrate: 2872k, max_bitrate: 3372k, buffer: 3372k}
        - {name: "4 80", resolution: 854x480, bitrate: 872k, max_bitrate: 1072k, buffer: 1072k}
    packaging: {hls: {segment_format: fmp4, segment_duration: 6.006s}, dash: {window: 1m}}
    recording: {window: 1h}
    """

  private static func stream(_ text: String = text) throws -> PreviewedStream {
    try #require(preview(SourceInput(name: "a.yaml", text: text)).streams.first)
  }

  @Test("totals are exact")
  func totals() throws {
    let totals = try Self.stream().totals
    #expect(totals.ingest == Bitrate(bitsPerSecond: 6_128_000))
    #expect(totals.ladder == Bitrate(kilobits: 4000))
    // 4 Mbps for an hour: 1.8 · 10⁹ bytes.
    #expect(totals.archive?.whole == 1_800_000_000)
    #expect(totals.archive?.text == "1.8 GB (1.676 GiB)")
    // (4444 + 256) kbps for an hour, both buffers once, and at most a hundredth for the container.
    let most = (4700.0 * 3600 + 4444) * 1000 / 8
    let bound = Double(try #require(totals.archiveAtMost?.whole))
    #expect(bound >= most && bound <= most * 1.01)
    let hour = Double(try #require(totals.hourAtMost?.whole))
    #expect(hour >= (3500.0 * 3600 + 3372) * 125 && hour <= (3500.0 * 3600 + 3372) * 126.25)
    let text = PreviewText.text(LadderPreview(streams: [try Self.stream()]))
    for part in ["ingest    6.128 Mbps", "archive   1h × 4 Mbps, every rendition: 1.8 GB (1.676 GiB)", "6.006 s"] {
      #expect(text.contains(part), "\(text)")
    }
  }

  @Test("the playlist")
  func playlist() throws {
    #expect(
      MultivariantPlaylist.text(try Self.stream()) == """
        #EXTM3U
        #EXT-X-VERSION:7
        #EXT-X-INDEPENDENT-SEGMENTS
        #EXT-X-STREAM-INF:BANDWIDTH=4065231,AVERAGE-BANDWIDTH=3003792,CODECS="avc1.4d401f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=29.970
        720p/index.m3u8
        #EXT-X-STREAM-INF:BANDWIDTH=1382281,AVERAGE-BANDWIDTH=1003792,CODECS="avc1.4d401f,mp4a.40.2",RESOLUTION=854x480,FRAME-RATE=29.970
        480p/index.m3u8

        """)
  }

  @Test("without a maximum there is no bound, and that is said; a constant bitrate is its own, and AV1's is not held by FFmpeg")
  func bounds() throws {
    func variant(_ rates: String, for target: TargetID? = nil) throws -> (PreviewedStream, String) {
      let text = "rung: 1\nname: a\nladder: {renditions: [{name: x, resolution: 1280x720, fps: 25, gop: 50, \(rates)}]}\npackaging: {hls: {segment_format: fmp4, segment_duration: 2s}}\n"
      let result = preview(SourceInput(name: "a", text: text), for: target)
      return (try #require(result.streams.first), try result.rendered(as: .text))
    }
    let (open, text) = try variant("codec: h264, bitrate: 1500k")
    #expect(open.variants[0].hlsPeak == nil && open.variants[0].peak == nil && open.totals.hourAtMost == nil)
    #expect(text.contains("no upper bound, because a maximum is not set") && text.contains("The segments of x have no upper bound"))
    #expect(MultivariantPlaylist.text(open).contains("# x: its segments have no upper bound; BANDWIDTH is an estimate, 1.5 times its average"))
    #expect(open.variants[0].hlsBandwidth.map { $0.bitsPerSecond } == open.variants[0].hlsAverage.map { $0.bitsPerSecond * 3 / 2 })
    // 2000k × 2 s + 4000 kbit in 2 s are 4000k; what was measured on noise was 3061k.
    let (bounded, _) = try variant("codec: h264, bitrate: 1500k, max_bitrate: 2000k, buffer: 4000k")
    #expect((4_000_000...4_010_000).contains(try #require(bounded.variants[0].hlsPeak).bitsPerSecond))
    #expect(try variant("codec: h264, bitrate: 1500k, rate_control: cbr").0.variants[0].hlsPeak != nil)
    let av1 = "codec: av1, bitrate: 1500k, max_bitrate: 2000k, buffer: 2000k"
    #expect(try variant(av1).0.variants[0].hlsPeak != nil)
    #expect(try variant(av1, for: "ffmpeg").0.variants[0].hlsPeak == nil)
    #expect(try variant(av1, for: "ffmpeg").1.contains("the script of `rung compile` writes the playlist"))
    // Whose playlist it is: FFmpeg's where that is set, and where a rate is not known.
    #expect(try variant("codec: h264, crf: 23", for: "ffmpeg").1.contains("1.1 times the sum of the targets"))
    let byFFmpeg = "rung: 1\nname: a\ntargets: {ffmpeg: {playlist: ffmpeg}}\nladder: {renditions: [{name: x, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2M}]}\npackaging: {hls: {}}\n"
    #expect(try preview(SourceInput(name: "a", text: byFFmpeg)).rendered(as: .text).contains("1.1 times the sum of the targets"))
    // Audio beside video of an unknown codec does not stand for both.
    #expect(try variant("bitrate: 2M, audio: {codec: aac, bitrate: 64k}").0.variants[0].codecs == nil)
  }

  @Test("whose playlist it is, and why, is said with what to set", arguments: [
    ("codec: h264, rate_control: capped-crf, crf: 23", "", "BANDWIDTH", "`max_bitrate`"), ("codec: h264, crf: 23", "", "BANDWIDTH", "`bitrate`"),
    ("codec: h264, bitrate: 2M, max_bitrate: 2M, audio: {codec: aac}", "", "BANDWIDTH", "`bitrate` of the audio"), ("bitrate: 2M, max_bitrate: 2M", "", "CODECS", "`codec`"),
    ("codec: h265, bitrate: 2M, max_bitrate: 2M", "playlist: ffmpeg", "`.B01`; right is `hvc1.1.6.L93.90`", "playlist: rung"),
    ("codec: av1, bitrate: 2M", "playlist: ffmpeg", "no CODECS in HLS", "playlist: rung"),
    ("codec: h264, bitrate: 2M, max_bitrate: 2M, audio: {codec: opus, bitrate: 64k}", "playlist: ffmpeg", "no CODECS in HLS", "playlist: rung"),
  ])
  func writer(_ rendition: String, _ option: String, _ found: String, _ help: String) throws {
    let text = "rung: 1\nname: a\ntargets: {ffmpeg: {\(option)}}\nladder: {renditions: [{name: x, resolution: 1280x720, fps: 25, gop: 50, \(rendition)}]}\npackaging: {hls: {segment_format: fmp4}}\n"
    let ids: Set<String> = ["ffmpeg/playlist-not-predicted", "ffmpeg/codecs-not-signalled"]
    let said = check(SourceInput(name: "a", text: text)).diagnostics.filter { ids.contains($0.id.rawValue) }
    #expect(said.count == 1)
    #expect(said.first?.message.contains(found) == true && said.first?.help?.contains(help) == true, "\(said.map { [$0.message, $0.help ?? ""] })")
  }

  @Test("the manifest has exact lengths, and no text that ends an element")
  func manifest() throws {
    let text = MediaPresentation.text(try Self.stream())
    #expect(text.contains("<Title>Totals &amp; &lt;more&gt;</Title>"))
    #expect(text.contains("timescale=\"30000\" duration=\"180180\""))
    #expect(text.contains("timescale=\"48000\" duration=\"288288\""))
    #expect(text.contains("timeShiftBufferDepth=\"PT1M\""))
    // One sound for both.
    #expect(text.contains("<Representation id=\"audio\" bandwidth="))
  }

  @Test("what is not stated leaves gaps, and says so")
  func gaps() throws {
    let stream = try Self.stream("rung: 1\nname: a\nladder: {renditions: [{name: x, codec: h264, resolution: 1280x720, fps: 25}]}\n")
    #expect(stream.totals.ladder == nil)
    #expect(MultivariantPlaylist.text(stream).contains("# x: a bitrate is not set, and a variant needs a BANDWIDTH"))
    #expect(MediaPresentation.text(stream).contains("<!-- x: a bitrate is not set"))
    #expect(stream.variants[0].assumed == ["profile", "level"])
    #expect(try preview(SourceInput(name: "a", text: "rung: 1\nname: bare\n")).rendered(as: .text) == "bare: no ladder\n")
  }

  @Test("every example fits the schema")
  func schema() throws {
    let schema = try SchemaCheck(PreviewJSON.schemaText)
    let examples = Depth.some(allRules.flatMap { $0.bad + $0.good }, quick: 40).map { MarkedText($0.text).text } + [Self.text]
    for example in examples {
      let result = preview(SourceInput(name: "example", text: example))
      #expect(schema.faults(in: try result.rendered(as: .json)) == [], "\(example)")
      #expect(try !result.rendered(as: .text).contains("Optional("))
    }
    #expect(schema.faults(in: #"{"version": 1, "streams": [{"name": 3}]}"#) != [])
  }

  @Test("no number is too large or too small")
  func extremes() throws {
    for fps in ["25", "1/100000", "100000/1001", "99999999999"] {
      for interval in ["2s", "1ms", "99999h", "0s"] {
        for bitrate in ["1 bps", "9000000G", "3M"] {
          let text = """
            rung: 1
            name: a
            encoding: passthrough
            ladder:
              renditions:
                - {name: x, resolution: 99999x99999, fps: \(fps), keyframe_interval: \(interval), codec: h264, bitrate: \(bitrate), max_bitrate: \(bitrate), audio: {bitrate: \(bitrate)}}
                - {resolution: 1x1, fps: 24, keyframe_interval: 3s, codec: av1, bitrate: \(bitrate)}
            packaging: {hls: {segment_format: mpegts, segment_duration: \(interval)}, dash: {window: \(interval)}}
            recording: {window: 99999h}
            """
          let result = preview(SourceInput(name: "a", text: text))
          let texts = [try result.rendered(as: .text), try result.rendered(as: .json)]
          #expect(texts.allSatisfy { !$0.isEmpty })
          for setup in compile(SourceInput(name: "a", text: text), for: ["ffmpeg", "obs"]).streams.flatMap(\.setups) {
            #expect(!(setup.command.map { EncoderScript.text($0, of: setup) } ?? EncoderText.text(setup, style: .plain)).isEmpty)
          }
        }
      }
    }
  }
}
