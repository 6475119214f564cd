internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let settingNotPassed = Rule<Fit<FFmpeg>>(
    "setting-not-passed", family: id, severity: .warning,
    summary: "a setting that FFmpeg cannot pass to the codec's encoder",
    why: "SVT-AV1 and libvpx choose B-frames (or their equivalent) and references themselves; FFmpeg has no option that sets them. FFmpeg chooses the level of VP9 itself: the lowest for size and frame rate. The setting is ignored.",
    citation: Source.documentation("video encoders: options of libsvtav1 and libvpx", strength: .inferred),
    isAcceptable: true,
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
          "\(key) of \(whose[0].label) is ignored; FFmpeg has no option for it with \(FFmpegVideo.encoder(of: $0.value))",
          "remove \(key) for \(CodecVocabulary.name(of: $0.value))"
        )
      }
    }
  }
}

extension Rendition {
  /// Settings that the encoder does not get. ladder/preset-not-of-codec reports presets,
  /// ladder/tier-not-of-codec tiers.
  fileprivate var unheard: [(key: SpecKey, place: SourcePlace)] {
    let settings: [(SpecKey, SourcePlace?)]
    switch codec?.value {
    case .av1: settings = [(.bframes, bframes?.place), (.refFrames, refFrames?.place)]
    case .vp9, .vp8: settings = [(.profile, profile?.place), (.level, level?.place), (.bframes, bframes?.place), (.refFrames, refFrames?.place)]
    case .h264, .h265, nil: return []
    }
    return settings.compactMap { key, place in place.map { (key, $0) } }
  }
}
