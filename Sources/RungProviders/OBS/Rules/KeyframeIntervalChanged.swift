internal import RungSource
internal import RungSpec

extension OBS {
  static let keyframeIntervalChanged = Rule<Fit<OBS>>(
    "keyframe-interval-changed", family: id, severity: .warning,
    summary: "a keyframe interval that the chosen encoder of OBS Studio cannot keep",
    why: "OBS sets keyframes in whole seconds and truncates seconds × frame rate to whole frames: 2 s at 29.97 fps are 59 frames. x264, SVT-AV1 and NVENC have an option that counts frames, as AMD's has for H.264 and AV1; the other encoders have none.",
    citation: OBS.Source.code("obs-ffmpeg-video-encoders.c: gop_size = keyint_sec * fps_num / fps_den; obs-qsv11.c: nKeyIntSec; texture-amf.cpp: GOP_SIZE; mac-videotoolbox/encoder.c: MaxKeyFrameInterval"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: {obs: {encoder: aom-av1, server: "rtmps://a.rtmps.youtube.com:443/live2"}}
        encoding: passthrough
        ingest:
          protocols: [rtmps]
          video: {codec: av1, resolution: 1280x720, fps: 30000/1001, gop: ⟦60⟧, bitrate: 3M}
        """),
      Example("""
        rung: 1
        name: news
        targets: {obs: {encoder: qsv, server: "rtmps://a.rtmps.youtube.com:443/live2"}}
        encoding: passthrough
        ingest:
          protocols: [rtmps]
          video: {codec: av1, resolution: 1280x720, fps: 30, keyframe_interval: ⟦1.5s⟧, bitrate: 3M}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: {obs: {server: "rtmps://a.rtmps.youtube.com:443/live2"}}
        encoding: passthrough
        ingest:
          protocols: [rtmps]
          video: {codec: av1, resolution: 1280x720, fps: 30000/1001, gop: 60, bitrate: 3M}
        """),
      Example("""
        rung: 1
        name: news
        targets: {obs: {encoder: qsv, server: "rtmps://a.rtmps.youtube.com:443/live2"}}
        encoding: passthrough
        ingest:
          protocols: [rtmps]
          video: {codec: av1, resolution: 1280x720, fps: 30, keyframe_interval: 2s, bitrate: 3M}
        """),
    ]
  ) { fit, report in
    let codec = fit.decision.codec
    guard let encoder = fit.decision.encoder, !encoder.countsFrames(codec), let entry = fit.decision.entry,
      let sent = fit.decision.sent?.value, let gop = sent.gop, let rate = sent.fps?.value, let interval = sent.keyframeInterval,
      let seconds = OBSVideo.seconds(of: sent), let made = encoder.frames(inSeconds: seconds, at: rate), made != gop.value
    else { return }
    let exact = OBSEncoder.all(for: codec).filter { $0.countsFrames(codec) }.map(\.rawValue)
    report.flag(
      report.isAuthors(interval.place) ? interval.place : gop.place,
      "\(entry.name) sets keyframes every \(seconds) s, which are \(made) frames; the GOP is \(gop.value)",
      help: [
        encoder.frames(inSeconds: 2, at: rate).map { Rational($0) } == rate.value.times(Rational(2)) ? "set \(.keyframeInterval, "2s")" : nil,
        "set \(.obsEncoder) under this target to \(oneOf(exact))",
      ])
  }
}
