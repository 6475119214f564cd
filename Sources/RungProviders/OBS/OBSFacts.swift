internal import RungSource
internal import RungSpec

extension OBS {
  enum Source {
    /// OBS Studio's own source: what keys its files have, and what it makes of them.
    static func code(_ path: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("OBS Studio, source", path, url: "https://github.com/obsproject/obs-studio", checked: "2026-11-21", strength: strength)
    }
  }

  package static func facts(for decision: Decision) -> Facts {
    var facts = Facts(party: title)
    facts.sampleRates = sampleRates
    facts.audioCodecs = audioCodecs(decision.scheme)
    facts.audioChannels = channels
    // The ladder of a service that makes it is not what OBS encodes.
    guard decision.isPassthrough else { return facts }
    facts.bitrateUnit = unit
    facts.videoCodecs = videoCodecs
    return facts
  }

  /// What the profile is for. Others of OBS's encoders take settings of their own.
  private static let videoCodecs: Limit<[VideoCodec]> = .published([.h264], Source.code("plugins/obs-x264/obs-x264.c"))
  /// What the output for a protocol takes of what OBS encodes.
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
    Inexpressible.service("ingest.allow", "who may push is the service's to say"),
    .service("ingest.token", "it is a part of the server's address that the service hands out"),
    .service("ingest.mode", "OBS pushes"),
    .service("ingest.source", "OBS pushes; what a service pulls is another encoder's"),
    .service("ingest.backup", "OBS sends once"),
    .service("ingest.protocols", "OBS sends with the first"),
    .service("packaging", "the service packages what it is sent"),
    .service("recording", "what is kept of the stream is the service's"),
    .service("playback", "who may watch is the service's to say"),
    .service("simulcast", "the service sends the stream on"),
    .service("webhook", "the service reports changes of state"),
    .service("idle_timeout", "the service waits for the encoder"),
    .service("labels", "nothing is filed here"),
    .service("description", "nothing is filed here"),
    .service("duration", "OBS ends when it is stopped"),
    .service("kind", "OBS ends when it is stopped"),
    .service("media", "OBS sends pictures and sound; what is kept of them is the service's"),
    .service("low_latency", "low latency is the service's"),
    .service("ladder", "the service makes the ladder from what it is sent"),
    Inexpressible("ingest.video.codec", "the profile is for x264"),
    Inexpressible("ingest.video.tier", "x264 has no tiers"),
    Inexpressible("ingest.audio.codec", "OBS encodes AAC or Opus"),
  ]
}
