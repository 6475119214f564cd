internal import RungSource
internal import RungSpec

extension OBS {
  static let contributionUndescribed = Rule<Fit<OBS>>(
    "contribution-undescribed", family: id, severity: .error,
    summary: "the spec does not describe what OBS sends",
    why: "OBS is configured for what `ingest.video` and `ingest.audio` describe, or for the one rendition of a passthrough stream.",
    citation: OBS.Source.code("plugins/obs-x264/obs-x264.c: obs_x264_defaults", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [⟦obs⟧]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [obs]
        ingest:
          video: {codec: h264, resolution: 1920x1080, fps: 25, keyframe_interval: 2s, bitrate: 4500k}
          audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}
        """)
    ]
  ) { fit, report in
    guard fit.decision.sent == nil else { return }
    if fit.isWritten("ingest", "video") || fit.isWritten("ingest", "audio") || (fit.decision.isPassthrough && fit.stream.document["ladder"] != nil) { return }
    report.flag(
      fit.measured.target, "\(.ingest) does not describe what OBS sends",
      help: "describe it under \(path: .ingestVideo) and \(path: .ingestAudio)")
  }
}
