internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let nothingToEncode = Rule<Fit<FFmpeg>>(
    "nothing-to-encode", family: id, severity: .error,
    summary: "FFmpeg is to encode, and the spec describes nothing to encode",
    why: "Packaged output is made of the ladder; what is pushed to a service that makes the ladder itself is described under `ingest`.",
    citation: FFmpeg.Source.documentation("stream selection: every output has at least one stream"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [⟦ffmpeg⟧]
        packaging: {hls: {segment_format: mpegts}}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {output: ⟦push⟧}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push}
        ingest:
          protocols: [srt]
          video: {codec: h264, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 4M}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k}
        """)
    ]
  ) { fit, report in
    guard fit.decision.renditions.isEmpty, fit.decision.delivery != .nowhere else { return }
    let isReadable = fit.decision.isContribution
      ? !fit.isWritten("ingest", "video") && !fit.isWritten("ingest", "audio") : !fit.stream.document.says("ladder", among: Spec.shape.keys)
    guard isReadable else { return }
    report.flag(
      fit.options.output?.place ?? fit.measured.target,
      fit.decision.isContribution
        ? "FFmpeg is to push what the service makes the ladder of, and `ingest` does not describe it" : "FFmpeg is to make the ladder, and the spec has none",
      help: fit.decision.isContribution
        ? "describe it under `ingest.video` and `ingest.audio`" : "list `renditions`, or start from a shipped ladder with `ladder: {preset: …}`")
  }
}
