internal import RungSource
internal import RungSpec

extension MediaLive {
  static let frameRateMissing = Rule<Fit<MediaLive>>(
    "frame-rate-missing", family: id, severity: .error,
    summary: "HEVC or AV1 without a frame rate",
    why: "HEVC and AV1 need the frame rate; only H.264 can take that of the source.",
    citation: Source.medialive("H265Settings, Av1Settings: FramerateNumerator and FramerateDenominator are required"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ladder:
          renditions:
            - {name: 720p, codec: ⟦h265⟧, resolution: 1280x720, bitrate: 3000k, keyframe_interval: 2s}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ladder:
          renditions:
            - {name: 720p, codec: h265, resolution: 1280x720, fps: 25, bitrate: 3000k, keyframe_interval: 2s}
        """),
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ladder:
          renditions:
            - {name: 720p, codec: h264, resolution: 1280x720, bitrate: 3000k, keyframe_interval: 2s}
        """)
    ]
  ) { fit, report in
    for rendition in fit.measured.renditions.map(\.value) where fit.stream.media.value == .video {
      guard let codec = rendition.codec, [.h265, .av1].contains(codec.value), rendition.fps == nil else { continue }
      report.flag(codec.place, "\(CodecVocabulary.name(of: codec.value)) requires a frame rate; \(.fps) is not set", help: "set \(.fps, "25")", missing: SpecKey.fps.path)
    }
  }
}
