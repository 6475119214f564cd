internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let nothingToWrite = Rule<Fit<FFmpeg>>(
    "nothing-to-write", family: id, severity: .error,
    summary: "FFmpeg has no output",
    why: "FFmpeg writes files or sends to a service. Without an output there is no command.",
    citation: FFmpeg.Source.documentation("ffmpeg [options] {input} … {output}"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [⟦ffmpeg⟧]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k}
        packaging: {hls: {segment_format: mpegts}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        encoding: passthrough
        ingest:
          protocols: [rtmp]
          video: {codec: h264, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 1500k}
        """),
    ]
  ) { fit, report in
    guard fit.decision.delivery == .nowhere else { return }
    // What is there but could not be read has been reported.
    if fit.isWritten("packaging", "hls") || fit.isWritten("packaging", "dash") || fit.stream.document.says("packaging", among: Spec.shape.keys) { return }
    report.flag(
      fit.options.output?.place ?? fit.measured.target, "FFmpeg has no output; \(.packaging) is not set, and nothing is pushed",
      help: ["add \(.packaging, "{hls: {segment_format: mpegts}}")", fit.spec.ingest?.value.video == nil ? nil : "set \(.ffmpegOutput, "push")"])
  }
}
