internal import RungSource
internal import RungSpec

extension OBS {
  enum Source {
    /// OBS Studio's source code: the keys of its files, and how it reads them.
    static func code(_ path: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("OBS Studio, source", path, url: "https://github.com/obsproject/obs-studio", checked: "2026-11-21", strength: strength)
    }
  }

  package static func facts(for decision: Decision) -> Facts {
    var facts = Facts(party: title)
    if let asked = decision.asked { facts.codecAdvice = Advice(notes: [MessageNote("OBS Studio sends over \(decision.scheme.rawValue.uppercased())", at: asked.span)]) }
    facts.sampleRates = sampleRates
    facts.audioCodecs = audioCodecs(decision.scheme)
    facts.audioChannels = channels
    facts.bitrateUnit = unit
    facts.videoCodecs = videoCodecs(decision.scheme)
    return facts
  }

  /// The video codecs that the output for a protocol supports.
  static func videoCodecs(_ scheme: IngestProtocol) -> Limit<[VideoCodec]> {
    switch scheme {
    case .rtmp, .rtmps: .published([.h264, .h265, .av1], Source.code("plugins/obs-outputs/rtmp-stream.c: encoded_video_codecs"))
    case .srt: .published([.h264, .h265], Source.code("plugins/obs-ffmpeg/obs-ffmpeg-mpegts.c: encoded_video_codecs"))
    case .whip: .published([.h264, .h265, .av1], Source.code("plugins/obs-webrtc/whip-output.cpp: encoded_video_codecs"))
    }
  }

  /// From which version of OBS Studio on; nil for what every version has. Read from the tags of its source.
  static func firstVersion(of codec: VideoCodec, over scheme: IngestProtocol, with encoder: OBSEncoder) -> String? {
    // Versions before have other ids, and no options in frames.
    if encoder == .nvenc { return "31.0" }
    return switch (codec, scheme) {
    case (.h264, .whip): "30.0"
    case (.h265, .rtmp), (.h265, .rtmps), (.av1, .rtmp), (.av1, .rtmps): "29.1"
    case (.h265, .whip): "30.2"
    case (.av1, .whip): "30.1"
    default: nil
    }
  }

  /// The audio codecs that the output for a protocol supports.
  private static func audioCodecs(_ scheme: IngestProtocol) -> Limit<[AudioCodec]> {
    switch scheme {
    case .rtmp, .rtmps: .published([.aac], Source.code("plugins/obs-outputs/rtmp-stream.c: encoded_audio_codecs"))
    case .srt: .published([.aac, .opus], Source.code("plugins/obs-ffmpeg/obs-ffmpeg-mpegts.c: encoded_audio_codecs"))
    case .whip: .published([.opus], Source.code("plugins/obs-webrtc/whip-output.cpp: encoded_audio_codecs"))
    }
  }

  private static let channels: Limit<[Int]> = .published([1, 2, 3, 4, 5, 6, 8], Source.code("ResetAudio: ChannelSetup"))
  private static let sampleRates: Limit<[SampleRate]> = .published(
    [44100, 48000].map(SampleRate.init(hertz:)), Source.code("settings, Audio: SampleRate"))
  private static let unit: Limit<Bitrate> = .published(
    Bitrate(kilobits: 1), Source.code("plugins/obs-x264/obs-x264.c: bitrate and buffer_size are whole kilobits"))

  package static let inexpressible = [
    Inexpressible.service("ingest.allow", "the service decides who may push"),
    .service("ingest.token", "it is part of the server's address that the service provides"),
    .service("ingest.mode", "OBS pushes"),
    .service("ingest.source", "OBS pushes; another encoder provides what a service pulls"),
    .service("ingest.backup", "OBS sends to one address"),
    .service("ingest.protocols", "OBS sends with the first protocol"),
    .service("packaging", "the service packages what it receives"),
    .service("recording", "the service decides what is recorded"),
    .service("playback", "the service decides who may watch"),
    .service("simulcast", "the service restreams"),
    .service("webhook", "the service reports changes of state"),
    .service("idle_timeout", "the service decides how long it waits for the encoder"),
    .service("labels", "an encoder has no labels"),
    .service("description", "an encoder has no description"),
    .service("duration", "OBS ends when it is stopped"),
    .service("kind", "OBS ends when it is stopped"),
    .service("media", "OBS sends video and audio; the service decides which it uses"),
    .service("low_latency", "the service decides about low latency"),
    .service("ladder", "the service encodes the ladder from what it receives"),
    Inexpressible("ingest.video.tier", "H.264 has no tiers"),
    Inexpressible("ingest.audio.codec", "OBS encodes AAC or Opus"),
  ]
}
