internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let keyframeIntervalDiffers = Rule<Verification>(
    "keyframe-interval-differs", family: family, severity: .error,
    summary: "keyframes come at another interval than the spec sets",
    why: "Segments end at keyframes. An encoder that was not told the interval takes its own: 250 frames in x264, 12 in other encoders of FFmpeg.",
    bad: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "r_frame_rate": "25/1"}], "packets": [
          {"codec_type": "video", "pts_time": "0.00", "flags": "K_"},
          {"codec_type": "video", "pts_time": "0.04", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.08", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.12", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.16", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.20", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.24", "flags": ⟦"K_"⟧},
          {"codec_type": "video", "pts_time": "0.28", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.32", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.36", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.40", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.44", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.48", "flags": "K_"},
          {"codec_type": "video", "pts_time": "0.52", "flags": "__"}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: ⟦4⟧, codec: h264, bitrate: 2500k}
          """),
    ],
    good: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "r_frame_rate": "25/1"}], "packets": [
          {"codec_type": "video", "pts_time": "0.00", "flags": "K_"},
          {"codec_type": "video", "pts_time": "0.04", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.08", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.12", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.16", "flags": "K_"},
          {"codec_type": "video", "pts_time": "0.20", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.24", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.28", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.32", "flags": "K_"},
          {"codec_type": "video", "pts_time": "0.36", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.40", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.44", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.48", "flags": "K_"},
          {"codec_type": "video", "pts_time": "0.52", "flags": "__"}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 4, codec: h264, bitrate: 2500k}
          """),
    ]
  ) { verification, report in
    for pair in verification.pairs {
      guard let frames = pair.delivered.frames, let asked = pair.asked.gop, let first = KeyframeDistances(frames).regular, first.frames != asked.value else { continue }
      let why = first.frames == 250 || first.frames == 12 ? ": the default of the encoder" : ""
      report.flag(
        pair, at: first.place, "has a keyframe every \(first.frames) frames\(why)", asked: asked.place, "has a GOP of \(asked.value)",
        help: ["set the GOP of the encoder (FFmpeg: `-g \(asked.value) -keyint_min \(asked.value) -sc_threshold 0`)", "set \(.gop, first.frames) if that is meant"])
    }
    for pair in verification.pairs {
      // No keyframe where one was due.
      guard let frames = pair.delivered.frames, let asked = pair.asked.gop, frames.keyframes.count == 1, frames.count > asked.value + frames.keyframes[0].frame else { continue }
      report.flag(
        pair, at: frames.keyframes[0].place, "has no second keyframe in \(frames.count) frames", asked: asked.place, "has a GOP of \(asked.value)",
        help: "set the GOP of the encoder (FFmpeg: `-g \(asked.value) -keyint_min \(asked.value) -sc_threshold 0`)")
    }
  }
}
