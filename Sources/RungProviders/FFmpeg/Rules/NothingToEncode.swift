internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let nothingToEncode = Rule<Fit<FFmpeg>>(
    "nothing-to-encode", family: id, severity: .error,
    summary: "the spec describes nothing for FFmpeg to encode",
    why: "Packaged output is encoded from the ladder; what FFmpeg pushes to a service that encodes the ladder itself is described under `ingest`.",
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
        ? "\(.ingest) does not describe what FFmpeg pushes to the service" : "\(term: .spec) has no \(.ladder) for FFmpeg to encode",
      help: fit.decision.isContribution
        ? "describe it under \(path: .ingestVideo) and \(path: .ingestAudio)" : ["list \(.renditions)", "use a shipped ladder with \(.ladder, "{preset: …}")"])
  }
}
