internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let codecNotInFLV = Rule<Fit<FFmpeg>>(
    "codec-not-in-flv", family: id, severity: .warning,
    summary: "a codec that RTMP supports only with recent versions at both ends",
    why: "FLV, the container of RTMP, supports H.264 and AAC. HEVC, AV1 and VP9 require an extension (enhanced RTMP) that FFmpeg writes from 6.1 on; Opus, AC-3 and E-AC-3 require one that 8.1 writes and 5.1 does not start with. Many services support neither.",
    citation: FFmpeg.Source.both("-f flv with each codec: \"Audio codec 'opus' not compatible with FLV\" in 5.1; changelog, version 6.1: support for HEVC, VP9 and AV1 codecs in enhanced flv format"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        encoding: passthrough
        ingest:
          protocols: [rtmp]
          video: {codec: ⟦h265⟧, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 1500k}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        encoding: passthrough
        ingest:
          protocols: [rtmp]
          video: {codec: h264, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 1500k}
          audio: {codec: ⟦opus⟧, sample_rate: 48 kHz, bitrate: 128k}
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
        """)
    ]
  ) { fit, report in
    guard case .push(let scheme) = fit.decision.delivery, scheme != .srt else { return }
    for rendition in fit.decision.renditions {
      if let audio = rendition.value.audio?.value.codec, [.opus, .ac3, .eac3].contains(audio.value) {
        report.flag(
          audio.place, "`\(audio.value.rawValue)` over \(scheme.rawValue.uppercased()) requires enhanced RTMP; FFmpeg 5.1 does not start with it, 8.1 does",
          help: ["push with `srt`", "set \(.audioCodec, "aac")"])
      }
      guard let codec = rendition.value.codec, codec.value != .h264 else { continue }
      report.flag(
        codec.place, "`\(codec.value.rawValue)` over \(scheme.rawValue.uppercased()) requires FFmpeg 6.1 or later and a service with enhanced RTMP",
        help: ["push with `srt`", "use H.264"])
    }
  }
}
