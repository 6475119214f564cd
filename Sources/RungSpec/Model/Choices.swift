/// 24/7, or with a planned end.
package enum StreamKind: String, Choice {
  case linear, event
  package static let noun = "a kind of stream"
}

package enum MediaKind: String, Choice {
  case video, audio
  package static let noun = "a kind of media"
}

package enum IngestMode: String, Choice {
  /// The encoder sends to the provider.
  case push
  /// The provider fetches from a source.
  case pull
  package static let noun = "an ingest mode"
}

package enum IngestProtocol: String, Choice {
  case rtmp, rtmps, srt, whip
  package static let noun = "an ingest protocol"
  package static let aliases: [String: IngestProtocol] = ["webrtc": .whip]
}

package enum EncodingMode: String, Choice {
  /// The provider encodes the ladder.
  case transcode
  /// The encoder sends the ladder, the provider forwards it.
  case passthrough
  package static let noun = "an encoding mode"
  package static let aliases: [String: EncodingMode] = ["transmux": .passthrough, "copy": .passthrough]
}

package enum VideoCodec: String, Choice {
  case h264, h265, av1, vp8, vp9
  package static let noun = "a video codec"
  package static let aliases: [String: VideoCodec] = [
    "avc": .h264, "x264": .h264, "h.264": .h264, "libx264": .h264, "hevc": .h265, "x265": .h265, "h.265": .h265,
  ]
}

package enum AudioCodec: String, Choice {
  case aac, heAAC = "he-aac", opus, mp3, ac3, eac3
  package static let noun = "an audio codec"
  package static let aliases: [String: AudioCodec] = ["aac-lc": .aac, "mp4a": .aac, "heaac": .heAAC, "aac+": .heAAC]
}

package enum VideoProfile: String, Choice {
  case baseline, main, high, main10, high10
  package static let noun = "a video profile"
  package static let aliases: [String: VideoProfile] = ["constrained-baseline": .baseline, "constrained_baseline": .baseline]
}

/// The transfer characteristics of the video: how light becomes numbers (Rec. ITU-T H.273, table 3).
package enum VideoTransfer: String, Choice {
  /// Standard dynamic range: BT.709.
  case sdr
  /// Perceptual quantizer, SMPTE ST 2084: HDR10.
  case pq
  /// Hybrid log-gamma, ARIB STD-B67.
  case hlg
  package static let noun = "transfer characteristics"
  package static let aliases: [String: VideoTransfer] = [
    "hdr10": .pq, "hdr": .pq, "smpte2084": .pq, "st2084": .pq, "arib-std-b67": .hlg, "bt709": .sdr, "rec709": .sdr,
  ]

  package var isHDR: Bool { self != .sdr }
}

/// The color primaries of the video (Rec. ITU-T H.273, table 2).
package enum ColorPrimaries: String, Choice {
  case bt709, p3, bt2020
  package static let noun = "color primaries"
  package static let aliases: [String: ColorPrimaries] = [
    "rec709": .bt709, "bt.709": .bt709, "rec2020": .bt2020, "bt.2020": .bt2020, "dci-p3": .p3, "display-p3": .p3, "p3-d65": .p3, "smpte432": .p3,
  ]
}

/// The presets of x264 and x265, fastest first.
package enum EncoderPreset: String, Choice {
  case ultrafast, superfast, veryfast, faster, fast, medium, slow, slower, veryslow, placebo
  package static let noun = "an encoder preset"
}

package enum RateControl: String, Choice {
  /// The bitrate is held constant over the VBV buffer.
  case cbr
  /// The bitrate varies around a target, up to a maximum.
  case vbr
  /// Constant rate factor up to a maximum bitrate.
  case cappedCRF = "capped-crf"
  package static let noun = "a rate control mode"
  package static let aliases: [String: RateControl] = ["crf": .cappedCRF, "abr": .vbr]
}

package enum SegmentFormat: String, Choice {
  case mpegts, fmp4
  package static let noun = "a segment format"
  package static let aliases: [String: SegmentFormat] = ["ts": .mpegts, "mpeg-ts": .mpegts, "cmaf": .fmp4, "mp4": .fmp4]
}

package enum RecordingSource: String, Choice {
  case auto, original, transcoded
  package static let noun = "a recording source"
}

package enum RecordingFormat: String, Choice {
  case mp4, ts, hls
  package static let noun = "a recording format"
}

package enum RecordingResolution: String, Choice {
  case highest, lowest, p240 = "240p", p360 = "360p", p480 = "480p", p720 = "720p", p1080 = "1080p", p1440 = "1440p"
  case p2160 = "4k", all
  package static let noun = "a recording resolution"
  package static let aliases: [String: RecordingResolution] = ["2160p": .p2160]
}

package enum PlaybackPolicy: String, Choice {
  case `public`, authenticated
  package static let noun = "a playback policy"
  package static let aliases: [String: PlaybackPolicy] = ["private": .authenticated, "signed": .authenticated]
}
