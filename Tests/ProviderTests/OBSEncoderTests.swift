import Foundation
import Rung
import RungProviders
import RungSource
import RungSpec
import Testing

/// HEVC and AV1 from OBS Studio: profiles for each of its encoders, and who does not take what.
@Suite struct OBSEncoderTests {
  private static let youTube = "rtmps://a.rtmps.youtube.com:443/live2"

  private static func spec(_ options: String, _ video: String, scheme: String = "rtmps", targets: String = "", more: String = "encoding: passthrough") -> String {
    """
    rung: 1
    name: Sports
    targets: {obs: {\(options)}\(targets)}
    \(more)
    ingest:
      protocols: [\(scheme)]
      video: {resolution: 1920x1080, bitrate: 6M, \(video)}
      audio: {codec: \(scheme == "whip" ? "opus" : "aac"), channels: 2, sample_rate: 48 kHz, bitrate: 128k}

    """
  }

  private static func found(_ text: String) -> [String] {
    check(SourceInput(name: "spec.yaml", text: text)).diagnostics.filter { $0.severity != .note }.map { "\($0.id.rawValue): \($0.message)" }
  }

  /// The members of streamEncoder.json, and the encoder of basic.ini.
  private static func profile(_ text: String) throws -> (encoder: String?, settings: [String: Any], setup: EncoderSetup) {
    let setup = try #require(compile(SourceInput(name: "spec.yaml", text: text), for: ["obs"]).streams.first?.setups.first)
    let ini = try #require(setup.files.first { $0.name == "basic.ini" }).text
    let json = try #require(setup.files.first { $0.name == "streamEncoder.json" }).text
    let settings = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    return (ini.firstMatch(of: /\nEncoder=(.*)/).map { String($0.1) }, settings, setup)
  }

  // MARK: Profiles

  /// What each encoder of OBS Studio 32.2.2 reads: `obs_data_get_…` of its source, and the names of its custom options.
  private static let keys: [(id: String, family: String, codec: String, keys: Set<String>, words: Set<String>)] = [
    ("ffmpeg_svt_av1", "svt-av1", "av1", ["rate_control", "bitrate", "cqp", "keyint_sec", "preset", "ffmpeg_opts"], ["svtav1-params"]),
    ("ffmpeg_aom_av1", "aom-av1", "av1", ["rate_control", "bitrate", "cqp", "keyint_sec", "preset", "ffmpeg_opts"], []),
    ("obs_nvenc_h264_tex", "nvenc", "h264", nvenc, ["keyint", "disableIadapt", "lookaheadDepth", "vbvBufferSize", "level"]),
    ("obs_nvenc_hevc_tex", "nvenc", "h265", nvenc, ["keyint", "disableIadapt", "lookaheadDepth", "vbvBufferSize", "level", "tier"]),
    ("obs_nvenc_av1_tex", "nvenc", "av1", nvenc, ["keyint", "disableIadapt", "lookaheadDepth", "vbvBufferSize", "level", "tier"]),
    ("obs_qsv11_v2", "qsv", "h264", qsv, []), ("obs_qsv11_hevc", "qsv", "h265", qsv, []), ("obs_qsv11_av1", "qsv", "av1", qsv, []),
    ("h264_texture_amf", "amf", "h264", amf.union(["profile", "bf"]), ["keyint"]), ("h265_texture_amf", "amf", "h265", amf, ["profile_tier"]),
    ("av1_texture_amf", "amf", "av1", amf.union(["profile", "bf"]), ["keyint"]),
    ("com.apple.videotoolbox.videoencoder.ave.avc", "apple", "h264", apple, []), ("com.apple.videotoolbox.videoencoder.ave.hevc", "apple", "h265", apple, []),
  ]
  private static let nvenc: Set<String> = [
    "rate_control", "bitrate", "max_bitrate", "keyint_sec", "bf", "preset", "profile", "tune", "multipass", "adaptive_quantization", "lookahead",
    "opts",
  ]
  private static let qsv: Set<String> = ["rate_control", "bitrate", "max_bitrate", "keyint_sec", "target_usage", "profile", "latency", "bframes"]
  private static let amf: Set<String> = ["rate_control", "bitrate", "cqp", "keyint_sec", "preset", "pre_analysis", "ffmpeg_opts"]
  private static let apple: Set<String> = [
    "rate_control", "bitrate", "quality", "limit_bitrate", "max_bitrate", "max_bitrate_window", "keyint_sec", "profile", "bframes",
  ]

  @Test("a profile has the keys that its encoder reads, and everything else of the rendition is found", arguments: keys.map(\.id))
  func read(_ id: String) throws {
    let encoder = try #require(Self.keys.first { $0.id == id })
    let rates = [
      "rate_control: cbr, bitrate: 6M, buffer: 6M", "rate_control: vbr, bitrate: 6M, max_bitrate: 9M", "bitrate: 6M, max_bitrate: 9M, buffer: 9M",
      "rate_control: capped-crf, crf: 30, max_bitrate: 6M", "rate_control: cbr, bitrate: 6M, max_bitrate: 7M",
    ]
    for rate in rates {
      for rest in ["profile: main, level: \"4.1\"", "bframes: 0, ref_frames: 4, lookahead: 20", "bframes: 2, tier: high, level: \"4.1\"", "lookahead: 0, tier: main, level: \"4.1\""] {
        let text = """
          rung: 1
          name: Sports
          targets: {obs: {server: "\(Self.youTube)", encoder: \(encoder.family)}}
          ingest: {protocols: [rtmps]}
          encoding: passthrough
          ladder:
            renditions:
              - {name: 1080p, resolution: 1920x1080, fps: 30, keyframe_interval: 2s, codec: \(encoder.codec), \(rate), \(rest)}

          """
        let made = try Self.profile(text)
        #expect(made.encoder == id)
        #expect(Set(made.settings.keys).isSubset(of: encoder.keys), "\(made.settings)")
        #expect(made.settings["keyint_sec"] as? Int == 2 && made.settings["bitrate"] as? Int == (rate.contains("crf") && encoder.words.contains("svtav1-params") || id == "ffmpeg_aom_av1" && rate.contains("crf") ? nil : 6000))
        let words = (made.settings["opts"] ?? made.settings["ffmpeg_opts"]) as? String ?? ""
        for word in words.split(separator: " ") { #expect(encoder.words.contains(String(word.prefix { $0 != "=" })), "\(word)") }
        // No value is lost in silence: not-expressible would be a note.
        let notes = check(SourceInput(name: "spec.yaml", text: text)).diagnostics.filter { $0.id == "obs/not-expressible" }
        #expect(notes.isEmpty, "\(notes.map(\.message)): \(text)")
      }
    }
  }

  @Test("rates, frames and levels are in the words of each encoder")
  func words() throws {
    func settings(_ encoder: String, _ codec: String, _ rest: String) throws -> [String: Any] {
      try Self.profile(Self.spec("server: \"\(Self.youTube)\", encoder: \(encoder)", "codec: \(codec), \(rest)")).settings
    }
    let ntsc = "fps: 30000/1001, gop: 60, level: \"4.0\""
    #expect(try settings("svt-av1", "av1", ntsc)["ffmpeg_opts"] as? String == "svtav1-params=rc=2:pred-struct=1:keyint=60:irefresh-type=2:scd=0:level=40")
    #expect(try settings("nvenc", "h265", ntsc)["opts"] as? String == "keyint=60 disableIadapt=1 level=4.0")
    // seq_level_idx of 4.0.
    #expect(try settings("nvenc", "av1", ntsc)["opts"] as? String == "keyint=60 disableIadapt=1 level=8")
    #expect(try settings("amf", "av1", ntsc)["ffmpeg_opts"] as? String == "keyint=60")
    for (encoder, codec) in [("amf", "h265"), ("qsv", "h265"), ("qsv", "av1"), ("apple", "h265"), ("aom-av1", "av1")] {
      #expect(try settings(encoder, codec, ntsc)["keyint_sec"] as? Int == 2)
    }
    #expect(try settings("svt-av1", "av1", ntsc)["keyint_sec"] == nil)
  }

  @Test("ten bits are a color format of OBS")
  func tenBits() throws {
    let text = Self.spec("server: \"\(Self.youTube)\", encoder: amf", "codec: h265, profile: main10, fps: 30, gop: 60")
    let made = try Self.profile(text)
    #expect(made.setup.files.first { $0.name == "basic.ini" }?.text.contains("ColorFormat=P010") == true)
    #expect(try !#require(Self.profile(text.replacing("main10", with: "main")).setup.files.first { $0.name == "basic.ini" }).text.contains("ColorFormat"))
  }

  @Test("the version of OBS that a profile requires is said", arguments: [
    ("av1", "svt-av1", "rtmps", "29.1"), ("h265", "qsv", "rtmp", "29.1"), ("h265", "nvenc", "rtmp", "31.0"), ("h265", "amf", "srt", nil), ("av1", "aom-av1", "whip", "30.1"),
    ("h265", "apple", "whip", "30.2"), ("h264", "x264", "whip", "30.0"), ("h264", "x264", "rtmp", nil), ("h264", "amf", "rtmp", nil), ("h264", "x264", "srt", nil),
  ] as [(String, String, String, String?)])
  func version(_ codec: String, _ encoder: String, _ scheme: String, _ version: String?) throws {
    let setup = try Self.profile(Self.spec("encoder: \(encoder)", "codec: \(codec), fps: 30, gop: 60", scheme: scheme)).setup
    #expect(setup.remarks.filter { $0.contains("or later") } == (version.map { ["This profile requires OBS Studio \($0) or later."] } ?? []))
  }

  // MARK: Who does not take it

  @Test("what stands between a codec and a server is found once, where it is", arguments: [
    ("server: \"\(youTube)\"", "av1", "rtmps", []),
    ("server: \"\(youTube)\", encoder: aom-av1", "av1", "rtmps", []),
    ("server: \"\(youTube)\", encoder: nvenc", "h265", "rtmps", []),
    ("server: \"\(youTube)\"", "h264", "rtmps", []),
    ("server: \"\(youTube)\"", "h265", "rtmps", ["obs/codec-without-encoder: `h265` is encoded by hardware only in OBS Studio; `encoder` is not set"]),
    ("server: \"\(youTube)\", encoder: x264", "av1", "rtmps", ["obs/codec-without-encoder: encoder `x264` encodes `h264` only; the stream is `av1`"]),
    ("server: \"\(youTube)\", encoder: apple", "av1", "rtmps", ["obs/codec-without-encoder: encoder `apple` encodes `h264` or `h265` only; the stream is `av1`"]),
    ("server: \"\(youTube)\", encoder: svt-av1", "h265", "rtmps", ["obs/codec-without-encoder: encoder `svt-av1` encodes `av1` only; the stream is `h265`"]),
    ("server: \"rtmp://live.twitch.tv/app\"", "av1", "rtmp", ["destination/video-codec-not-ingested: video codec `av1` is not supported by Twitch; allowed: `h264`"]),
    ("server: \"rtmps://live-api-s.facebook.com:443/rtmp/\", encoder: qsv", "h265", "rtmps", ["destination/video-codec-not-ingested: video codec `h265` is not supported by Facebook Live; allowed: `h264`"]),
    ("server: \"rtmp://rtmp.rumble.com/live\"", "av1", "rtmp", ["obs/enhanced-rtmp-unconfirmed: `av1` over RTMP requires a service with enhanced RTMP; Rumble does not say whether it has it"]),
    ("server: \"${env:PUSH_URL}\", encoder: amf", "h265", "rtmp", ["obs/enhanced-rtmp-unconfirmed: `h265` over RTMP requires a service with enhanced RTMP; the server is not known"]),
    ("server: \"${env:PUSH_URL}\", encoder: amf, accepts: [ingest.video.codec]", "h265", "rtmp", []),
    ("server: \"srt://ingest.example.com:9000\", encoder: amf", "h265", "srt", []),
    ("server: \"srt://ingest.example.com:9000\"", "av1", "srt", ["obs/video-codec-not-taken: video codec `av1` is not supported by OBS Studio; allowed: `h264` or `h265`"]),
    ("server: \"srt://global-live.mux.com:6001\", encoder: amf", "h265", "srt", []),
    ("server: \"rtmps://global-live.mux.com:443/app\", encoder: amf", "h265", "rtmps", ["destination/video-codec-not-ingested: video codec `h265` is not supported by Mux; allowed: `h264`"]),
    ("server: \"https://ingest.example.com/whip\"", "av1", "whip", []),
    ("server: \"\(youTube)\"", "vp9", "rtmps", ["obs/video-codec-not-taken: video codec `vp9` is not supported by OBS Studio; allowed: `h264`, `h265` or `av1`", "destination/video-codec-not-ingested: video codec `vp9` is not supported by YouTube; allowed: `h264`, `h265` or `av1`"]),
  ] as [(String, String, String, [String])])
  func refused(_ options: String, _ codec: String, _ scheme: String, _ expected: [String]) {
    // Twitch and others cap the bitrate as well.
    for more in ["encoding: passthrough", ""] {
      let text = Self.spec(options, "codec: \(codec), fps: 30, gop: 60", scheme: scheme, more: more).replacing("6M", with: "3M")
      #expect(Self.found(text).sorted() == expected.sorted(), "\(text)")
    }
  }

  @Test("the provider beside it says what it does not take", arguments: [
    ("mkio: {encoding_type: Standard, accepts: [ladder]}", "mkio/codec-not-carried"), ("livekit: {room: news, participant: {identity: encoder-1}}", "livekit/codec-not-decoded"),
  ])
  func provider(_ target: String, _ id: String) {
    let text = Self.spec("encoder: nvenc", "codec: h265, fps: 30, gop: 60", scheme: "rtmp", targets: ", \(target)", more: "encoding: transcode")
    #expect(Self.found(text).contains { $0.hasPrefix("\(id): ") }, "\(Self.found(text))")
    #expect(!Self.found(text.replacing("codec: h265", with: "codec: h264")).contains { $0.hasPrefix("\(id): ") })
  }

  @Test("a bitrate of a contribution is judged in the unit of OBS")
  func unit() {
    let text = Self.spec("", "codec: h264, fps: 30, gop: 60", more: "").replacing("6M", with: "6000500 bps")
    #expect(Self.found(text).contains { $0.hasPrefix("obs/bitrate-not-whole") }, "\(Self.found(text))")
  }
}
