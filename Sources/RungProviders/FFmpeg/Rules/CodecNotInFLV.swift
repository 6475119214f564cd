internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let codecNotInFLV = Rule<Fit<FFmpeg>>(
    "codec-not-in-flv", family: id, severity: .warning,
    summary: "a codec that RTMP supports only with recent versions at both ends",
    why: "FLV, the container of RTMP, supports H.264 and AAC. HEVC, AV1 and VP9 require an extension (enhanced RTMP) that FFmpeg writes from 6.1 on; Opus, AC-3 and E-AC-3 require one that 8.1 writes. FFmpeg 5.1 starts with none of them. A service without the extension accepts the connection and has no video. Where the service is known to take the codec, only FFmpeg's version is left to check.",
    citation: FFmpeg.Source.both("-f flv with each codec: \"Video codec hevc not compatible with flv\" in 5.1, 8.1 writes it; changelog, version 6.1: support for HEVC, VP9 and AV1 codecs in enhanced flv format; pushed to nginx-rtmp 1.2.2, which takes the connection and records nothing"),
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
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {push_url: "rtmps://a.rtmps.youtube.com:443/live2", push_key: "${env:STREAM_KEY}"}
        encoding: passthrough
        ingest:
          protocols: [rtmps]
          video: {codec: ⟦av1⟧, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 1500k}
        """, severity: .note),
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
    let name = scheme.rawValue.uppercased()
    let destination = Destinations.at(fit.options.pushURL)
    for rendition in fit.decision.renditions {
      if let audio = rendition.value.audio?.value.codec, [.opus, .ac3, .eac3].contains(audio.value) {
        report.flag(
          audio.place, "`\(audio.value.rawValue)` over \(name) requires enhanced RTMP; FFmpeg 5.1 does not start with it, 8.1 does",
          help: ["push with `srt`", "set \(.audioCodec, "aac")"])
      }
      guard let codec = rendition.value.codec, codec.value != .h264 else { continue }
      if let destination, destination.videoCodecs.value?.contains(codec.value) == true {
        report.flag(
          codec.place, "`\(codec.value.rawValue)` over \(name) requires FFmpeg 6.1 or later; \(destination.title) takes it", severity: .note,
          help: "check `ffmpeg -version`", citation: destination.videoCodecs.citation)
        continue
      }
      report.flag(
        codec.place, "`\(codec.value.rawValue)` over \(name) requires FFmpeg 6.1 or later and a service with enhanced RTMP",
        help: [codec.value == .h265 ? "push with `srt`" : nil, "use H.264"])
    }
  }
}
