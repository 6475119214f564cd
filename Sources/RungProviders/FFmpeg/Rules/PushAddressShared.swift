internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let pushAddressShared = Rule<Fit<FFmpeg>>(
    "push-address-shared", family: id, severity: .error,
    summary: "several renditions are pushed to one SRT address",
    why: "An SRT address names the stream itself. A second push to the same address is rejected, or replaces the first.",
    citation: FFmpeg.Source.documentation("protocols, srt: streamid", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: ⟦"srt://live.example.com:9000"⟧}
        encoding: passthrough
        ingest: {protocols: [srt]}
        ladder:
          defaults: {codec: h264, fps: 25, keyframe_interval: 2s}
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 1500k}
            - {name: 360p, resolution: 640x360, bitrate: 500k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: "srt://ingest.example.com:9000"}
        encoding: passthrough
        ingest: {protocols: [srt]}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, keyframe_interval: 2s, bitrate: 1500k}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: "${env:PUSH_URL}"}
        encoding: passthrough
        ingest: {protocols: [srt]}
        ladder:
          defaults: {codec: h264, fps: 25, keyframe_interval: 2s}
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 1500k}
            - {name: 360p, resolution: 640x360, bitrate: 500k}
        """)
    ]
  ) { fit, report in
    guard case .push(.srt) = fit.decision.delivery, fit.decision.renditions.count > 1, let url = fit.options.pushURL, url.value.isLiteral else { return }
    report.flag(
      url.place, "\(fit.decision.renditions.count) \(term: .renditions) are pushed to one SRT address; each requires its own",
      help: "set \(.ffmpegPushURL, "${env:PUSH_URL}") (each \(term: .rendition) reads PUSH_URL, `_` and its own name)")
  }
}
