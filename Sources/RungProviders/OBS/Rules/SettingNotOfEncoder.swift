internal import RungSource
internal import RungSpec

extension OBS {
  static let settingNotOfEncoder = Rule<Fit<OBS>>(
    "setting-not-of-encoder", family: id, severity: .warning,
    summary: "a setting that the chosen encoder of OBS Studio does not have",
    why: "x264 takes every setting of a rendition through its options. OBS's other encoders read fewer keys: the setting is ignored, and the encoder or OBS chooses.",
    citation: OBS.Source.code("obs-ffmpeg-av1.c: av1_update; nvenc-properties.c: nvenc_properties_read; obs-qsv11.c: update_params; texture-amf.cpp: amf_hevc_init, amf_av1_init; mac-videotoolbox/encoder.c: update_params"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: {obs: {encoder: qsv, server: "rtmps://a.rtmps.youtube.com:443/live2"}}
        ingest: {protocols: [rtmps]}
        encoding: passthrough
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s, codec: h265, level: ⟦"4.0"⟧, bitrate: 3M}
        """),
      Example("""
        rung: 1
        name: news
        targets: {obs: {encoder: apple}}
        ingest: {protocols: [rtmps]}
        encoding: passthrough
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s, codec: h264, encoder_preset: ⟦fast⟧, bitrate: 3M}
        """),
      Example("""
        rung: 1
        name: news
        targets: {obs: {encoder: nvenc}}
        ingest: {protocols: [rtmps]}
        encoding: passthrough
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s, codec: h264, rate_control: cbr, bitrate: 3M, max_bitrate: ⟦4M⟧, buffer: 3M}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: {obs: {encoder: nvenc, server: "rtmps://a.rtmps.youtube.com:443/live2"}}
        ingest: {protocols: [rtmps]}
        encoding: passthrough
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s, codec: h265, level: "4.0", bframes: 2, lookahead: 16, rate_control: cbr, bitrate: 3M, buffer: 3M}
        """)
    ]
  ) { fit, report in
    guard let encoder = fit.decision.encoder, let sent = fit.decision.sent?.value, let entry = fit.decision.entry else { return }
    for (key, place) in encoder.unheard(of: sent, fit.decision.codec) {
      report.flag(place, "\(key) is ignored; OBS Studio has no setting for it with \(entry.name)", help: "remove \(key)")
    }
  }
}
