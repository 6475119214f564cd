internal import RungSource
internal import RungSpec

extension OBS {
  static let codecWithoutEncoder = Rule<Fit<OBS>>(
    "codec-without-encoder", family: id, severity: .error,
    summary: "no encoder of OBS Studio is set that encodes the video codec",
    why: "Each encoder of OBS encodes certain codecs. HEVC has none in software: which one there is depends on the computer, so Rung does not choose it. Without an encoder the profile has no video settings.",
    citation: OBS.Source.code("plugins: obs-x264, obs-ffmpeg (obs-ffmpeg-av1.c, texture-amf.cpp), obs-nvenc, obs-qsv11, mac-videotoolbox; id and codec of each encoder"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [obs]
        encoding: passthrough
        ingest:
          protocols: [rtmp]
          video: {codec: ⟦h265⟧, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3M}
        """),
      Example("""
        rung: 1
        name: news
        targets: {obs: {encoder: ⟦x264⟧}}
        encoding: passthrough
        ingest:
          protocols: [rtmp]
          video: {codec: av1, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3M}
        """),
      Example("""
        rung: 1
        name: news
        targets: {obs: {encoder: ⟦svt-av1⟧}}
        encoding: passthrough
        ingest:
          protocols: [rtmp]
          video: {resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3M}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: {obs: {server: "rtmps://a.rtmps.youtube.com:443/live2", encoder: nvenc}}
        encoding: passthrough
        ingest:
          protocols: [rtmps]
          video: {codec: h265, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3M}
        """)
    ]
  ) { fit, report in
    guard let sent = fit.decision.sent, fit.decision.encoder == nil else { return }
    let codec = fit.decision.codec, others = OBSEncoder.all(for: codec).map(\.rawValue)
    // VP8 and VP9 are obs/video-codec-not-taken.
    guard !others.isEmpty else { return }
    let help: Help = others.count == 1 ? "set \(.obsEncoder, others[0]) under this target" : "set \(.obsEncoder) under this target to the one that the computer has: \(oneOf(others))"
    if let asked = fit.options.encoder {
      let encoded = VideoCodec.allCases.filter { asked.value.entry(for: $0) != nil }.map(\.rawValue)
      report.flag(
        asked.place, "encoder `\(asked.value.rawValue)` encodes \(oneOf(encoded)) only; the stream is `\(codec.rawValue)`",
        notes: sent.value.codec.map { [MessageNote("the codec is set here", at: $0.place.span)] } ?? [], help: help)
    } else if let place = sent.value.codec?.place {
      report.flag(place, "`\(codec.rawValue)` is encoded by hardware only in OBS Studio; \(.obsEncoder) is not set", help: help)
    }
  }
}
