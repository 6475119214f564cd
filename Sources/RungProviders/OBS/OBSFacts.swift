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
    facts.sampleRates = sampleRates
    facts.audioCodecs = audioCodecs(decision.scheme)
    facts.audioChannels = channels
    // OBS does not encode the ladder that a service encodes.
    guard decision.isPassthrough else { return facts }
    facts.bitrateUnit = unit
    facts.videoCodecs = videoCodecs
    return facts
  }

  /// The encoder of the profile. OBS's other encoders have other settings.
  static let videoCodecs: Limit<[VideoCodec]> = .published([.h264], Source.code("plugins/obs-x264/obs-x264.c"))
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
    Inexpressible("ingest.video.codec", "the profile is for x264"),
    Inexpressible("ingest.video.tier", "x264 has no tiers"),
    Inexpressible("ingest.audio.codec", "OBS encodes AAC or Opus"),
  ]
}
