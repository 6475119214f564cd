internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let settingNotPassed = Rule<Fit<FFmpeg>>(
    "setting-not-passed", family: id, severity: .warning,
    summary: "a setting that the codec's encoder is not told of",
    why: "SVT-AV1 and libvpx place their own B-frames (or what they have in their stead) and references; FFmpeg has no option that sets them. The level of VP9 is FFmpeg's own: the lowest for size and frame rate. The stream is encoded as if the setting were not there.",
    citation: Source.documentation("video encoders: options of libsvtav1 and libvpx", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: av1, bframes: ⟦3⟧, bitrate: 2M}
        packaging: {hls: {segment_format: fmp4}}
        """),
      // What x264 takes is no help to SVT-AV1.
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          defaults: {fps: 25, gop: 50, ref_frames: ⟦3⟧}
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, bitrate: 3M}
            - {name: 720p-av1, resolution: 1280x720, codec: av1, bitrate: 2M}
        packaging: {hls: {segment_format: fmp4}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          defaults: {fps: 25, gop: 50}
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, bframes: 2, ref_frames: 3, bitrate: 3M}
            - {name: 720p-av1, resolution: 1280x720, codec: av1, lookahead: 10, bitrate: 2M}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ]
  ) { fit, report in
    fit.flagByPlace(&report, { $0.unheard }) { key, whose in
      whose[0].codec.map {
        (
          "\(FFmpegVideo.encoder(of: $0.value)), which encodes \(whose[0].label), is not told of `\(key)`: FFmpeg has no option for it",
          "delete `\(key)` where it is meant for \(CodecVocabulary.name(of: $0.value))"
        )
      }
    }
  }
}

extension Rendition {
  /// Settings of an encoder that does not get to know them. Of presets ladder/preset-not-of-codec speaks, of tiers
  /// ladder/tier-not-of-codec.
  fileprivate var unheard: [(key: String, place: SourcePlace)] {
    let settings: [(String, SourcePlace?)]
    switch codec?.value {
    case .av1: settings = [("bframes", bframes?.place), ("ref_frames", refFrames?.place)]
    case .vp9, .vp8: settings = [("profile", profile?.place), ("level", level?.place), ("bframes", bframes?.place), ("ref_frames", refFrames?.place)]
    case .h264, .h265, nil: return []
    }
    return settings.compactMap { key, place in place.map { (key, $0) } }
  }
}
