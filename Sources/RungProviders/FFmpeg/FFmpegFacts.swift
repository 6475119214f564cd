internal import RungSource
internal import RungSpec

extension FFmpeg {
  enum Source {
    static func documentation(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("FFmpeg documentation", locator, url: "https://ffmpeg.org/ffmpeg-all.html", checked: "2026-11-21", strength: strength)
    }

    /// What a run of FFmpeg 5.1 showed.
    static func run(_ what: String) -> Citation {
      Citation("FFmpeg 5.1 (Debian 12)", what, checked: "2026-11-21")
    }

    /// What runs of both showed: Debian's FFmpeg 5.1 (x264 164, x265 3.5, SVT-AV1 1.4.1), and 8.1 (x265 4.2, SVT-AV1 4.1).
    static func both(_ what: String) -> Citation {
      Citation("FFmpeg 5.1 (Debian 12) and 8.1", what, checked: "2026-11-26")
    }
  }

  package static func facts(for decision: Decision) -> Facts {
    var facts = Facts(party: title)
    facts.takesOneSide = true
    // The ladder that a service encodes is not encoded here.
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

  // VP8 has an encoder too, but HLS, DASH as Rung writes it, RTMP and MPEG-TS do not support it.
  private static let codecs: Limit<[VideoCodec]> = .published(
    [.h264, .h265, .av1, .vp9], Source.documentation("video encoders: libx264, libx265, libsvtav1, libvpx"))
  // WHIP came with FFmpeg 8.
  private static let protocols: Limit<[IngestProtocol]> = .published(spoken, Source.documentation("protocols: rtmp, rtmps, srt"))

  package static let inexpressible = [
    Inexpressible.service("ingest.allow", "the service decides who may push"),
    .service("ingest.token", "it is part of the push URL that the service provides"),
    Inexpressible("ingest.backup", "one process reads one source; start a second one for the backup"),
    Inexpressible("ingest.source", "`targets.ffmpeg.input` is set and replaces it"),
    .service("ingest.protocols", "FFmpeg pushes with the first that it supports, and with none where it packages"),
    .service("encoding", "FFmpeg encodes what the target says, whatever `encoding` says"),
    .service("media", "nothing is encoded here"),
    .service("ingest.mode", "the target sets what FFmpeg reads and where it sends"),
    .service("ingest.video", "FFmpeg encodes the ladder from any source"),
    Inexpressible("ingest.video.interlaced", "FFmpeg sends progressive video"),
    Inexpressible("ingest.video.sample_aspect_ratio", "FFmpeg sends square samples"),
    .service("ingest.audio", "FFmpeg encodes the audio from any source"),
    .service("recording", "the service decides what is recorded; FFmpeg's playlist has `packaging.hls.playlist_segments` segments"),
    .service("playback", "the service decides who may watch"),
    .service("simulcast", "the service restreams"),
    .service("webhook", "the service reports changes of state"),
    .service("idle_timeout", "the service decides how long it waits for the encoder"),
    .service("labels", "an encoder has no labels"),
    .service("duration", "FFmpeg ends with its input"),
    .service("description", "an encoder has no description"),
    .service("packaging", "the service packages what it receives"),
    .service("ladder", "the service encodes the ladder from what it receives"),
    Inexpressible("packaging.hls.part_duration", "FFmpeg 5.1 does not support LL-HLS"),
    Inexpressible("packaging.hls.part_hold_back", "FFmpeg 5.1 does not support LL-HLS"),
    Inexpressible("packaging.hls.preserved_segments", "FFmpeg keeps at least one segment (`-hls_delete_threshold`)"),
    Inexpressible("packaging.dash.min_buffer", "FFmpeg's DASH muxer sets `minBufferTime` itself"),
    Inexpressible("packaging.dash.segment_format", "FFmpeg's DASH muxer writes fragmented MP4"),
    Inexpressible("low_latency", "FFmpeg 5.1 does not support LL-HLS"),
    Inexpressible("ladder.renditions.crf", "the encoder uses a bitrate or a constant rate factor, and `rate_control` selects the bitrate"),
    Inexpressible("ladder.defaults.crf", "the encoder uses a bitrate or a constant rate factor, and `rate_control` selects the bitrate"),
    Inexpressible("ladder.renditions.tier", "x264 encodes where no codec is set, and it has no tiers"),
    Inexpressible("ladder.defaults.tier", "x264 encodes where no codec is set, and it has no tiers"),
    Inexpressible("ladder.renditions.bitrate", "a capped constant rate factor uses `crf` and `max_bitrate`"),
    Inexpressible("ladder.defaults.bitrate", "a capped constant rate factor uses `crf` and `max_bitrate`"),
  ]
}
