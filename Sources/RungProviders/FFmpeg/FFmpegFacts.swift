internal import RungSource
internal import RungSpec

extension FFmpeg {
  enum Source {
    static func documentation(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("FFmpeg documentation", locator, url: "https://ffmpeg.org/ffmpeg-all.html", checked: "2026-11-21", strength: strength)
    }

    /// What FFmpeg 5.1 itself answered.
    static func run(_ what: String) -> Citation {
      Citation("FFmpeg 5.1 (Debian 12)", what, checked: "2026-11-21")
    }

    /// What both answered: Debian's FFmpeg 5.1 (x264 164, x265 3.5, SVT-AV1 1.4.1), and 8.1 (x265 4.2, SVT-AV1 4.1).
    static func both(_ what: String) -> Citation {
      Citation("FFmpeg 5.1 (Debian 12) and 8.1", what, checked: "2026-11-26")
    }
  }

  package static func facts(for decision: Decision) -> Facts {
    var facts = Facts(party: title)
    // The ladder of a service that makes it is not what is encoded here.
    if !decision.isContribution { facts.videoCodecs = codecs }
    if case .package = decision.delivery {
      facts.rewinding = .published(.playlist, Source.documentation("hls: hls_list_size; dash: window_size"))
      facts.playlistSegments = .published(FFmpegPackaging.usualSegments, Source.documentation("hls: hls_list_size, which Rung sets to six", strength: .inferred))
    }
    if case .push = decision.delivery {
      facts.pushProtocols = protocols
      facts.takesOneProtocol = true
    }
    return facts
  }

  // VP8 has an encoder too, and no place in HLS, in DASH as Rung writes it, in RTMP, or in MPEG-TS.
  private static let codecs: Limit<[VideoCodec]> = .published(
    [.h264, .h265, .av1, .vp9], Source.documentation("video encoders: libx264, libx265, libsvtav1, libvpx"))
  // WHIP came with FFmpeg 8.
  private static let protocols: Limit<[IngestProtocol]> = .published(spoken, Source.documentation("protocols: rtmp, rtmps, srt"))

  package static let inexpressible = [
    Inexpressible.service("ingest.allow", "who may push is the service's to say"),
    .service("ingest.token", "it is a part of the push URL that the service hands out"),
    Inexpressible("ingest.backup", "one process reads one source; start a second one for the backup"),
    Inexpressible("ingest.source", "`targets.ffmpeg.input` is read in its place"),
    .service("ingest.protocols", "FFmpeg pushes with the first that it speaks, and with none when it packages"),
    .service("encoding", "FFmpeg makes here what it is told to make, whoever would make it else"),
    .service("media", "nothing is encoded here"),
    .service("ingest.mode", "what FFmpeg reads and where it sends is said by the target"),
    .service("ingest.video", "the ladder is made here from whatever comes in"),
    .service("ingest.audio", "the sound is made here from whatever comes in"),
    .service("recording", "what is kept of the stream is the service's; FFmpeg's playlist is `packaging.hls.playlist_segments` long"),
    .service("playback", "who may watch is the service's to say"),
    .service("simulcast", "the service sends the stream on"),
    .service("webhook", "the service reports changes of state"),
    .service("idle_timeout", "the service waits for the encoder"),
    .service("labels", "nothing is filed here"),
    .service("duration", "FFmpeg ends with its input"),
    .service("description", "nothing is filed here"),
    .service("packaging", "the service packages what it is sent"),
    .service("ladder", "the service makes the ladder from what it is sent"),
    Inexpressible("packaging.hls.part_duration", "FFmpeg 5.1 packages no LL-HLS"),
    Inexpressible("packaging.hls.part_hold_back", "FFmpeg 5.1 packages no LL-HLS"),
    Inexpressible("packaging.hls.preserved_segments", "FFmpeg keeps at least one segment (`-hls_delete_threshold`)"),
    Inexpressible("packaging.dash.min_buffer", "FFmpeg's DASH muxer writes a `minBufferTime` of its own"),
    Inexpressible("packaging.dash.segment_format", "FFmpeg's DASH muxer writes fragmented MP4"),
    Inexpressible("low_latency", "FFmpeg 5.1 packages no LL-HLS"),
    Inexpressible("ladder.renditions.crf", "the encoder goes by a bitrate or by a constant rate factor, and `rate_control` says by the bitrate"),
    Inexpressible("ladder.defaults.crf", "the encoder goes by a bitrate or by a constant rate factor, and `rate_control` says by the bitrate"),
    Inexpressible("ladder.renditions.tier", "x264 encodes where no codec is stated, and has no tiers"),
    Inexpressible("ladder.defaults.tier", "x264 encodes where no codec is stated, and has no tiers"),
    Inexpressible("ladder.renditions.bitrate", "a capped constant rate factor goes by `crf` and `max_bitrate`"),
    Inexpressible("ladder.defaults.bitrate", "a capped constant rate factor goes by `crf` and `max_bitrate`"),
  ]
}
