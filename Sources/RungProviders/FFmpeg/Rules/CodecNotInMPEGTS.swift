internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let codecNotInMPEGTS = Rule<Fit<FFmpeg>>(
    "codec-not-in-mpegts", family: id, severity: .error,
    summary: "a video codec that FFmpeg sends over SRT as private data",
    why: "FFmpeg sends MPEG-TS over SRT. It has no mapping for AV1 and VP9 there and writes them as private data, which receivers do not recognize as video.",
    citation: FFmpeg.Source.both("-f mpegts with AV1 and VP9: \"is muxed as a private data stream and may not be recognized upon reading\"; ffprobe reads bin_data"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        encoding: passthrough
        ingest:
          protocols: [srt]
          video: {codec: ⟦av1⟧, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 1500k}
        """,
        mended: """
        rung: 1
        name: news
        targets: [ffmpeg]
        encoding: passthrough
        ingest:
          protocols: [srt]
          video: {codec: h265, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 1500k}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        encoding: passthrough
        ingest:
          protocols: [srt]
          video: {codec: h265, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 1500k}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        encoding: passthrough
        ingest:
          protocols: [srt]
          video: {codec: h264, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 1500k}
        """),
    ]
  ) { fit, report in
    guard fit.decision.delivery == .push(.srt) else { return }
    for codec in fit.decision.renditions.compactMap(\.value.codec) where codec.value == .av1 || codec.value == .vp9 {
      report.flag(
        codec.place, "`\(codec.value.rawValue)` is not video in MPEG-TS, which FFmpeg sends over SRT; H.264 and H.265 are",
        help: .set(.codec, VideoCodec.h265.rawValue, at: codec.place.span, or: "push with `rtmp` to a service with enhanced RTMP"))
    }
  }
}
