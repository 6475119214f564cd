internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let keyframesIrregular = Rule<Verification>(
    "keyframes-irregular", family: family, severity: .error,
    summary: "keyframes come at irregular intervals",
    why: "An encoder that puts keyframes at scene cuts moves the ends of segments: renditions do not switch at the same frames, and durations vary.",
    bad: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "r_frame_rate": "25/1"}], "packets": [
          {"codec_type": "video", "pts_time": "0.00", "flags": "K_"},
          {"codec_type": "video", "pts_time": "0.04", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.08", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.12", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.16", "flags": "K_"},
          {"codec_type": "video", "pts_time": "0.20", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.24", "flags": ⟦"K_"⟧},
          {"codec_type": "video", "pts_time": "0.28", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.32", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.36", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.40", "flags": "K_"},
          {"codec_type": "video", "pts_time": "0.44", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.48", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.52", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.56", "flags": "K_"},
          {"codec_type": "video", "pts_time": "0.60", "flags": "__"}]}
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
      guard let frames = pair.delivered.frames, let asked = pair.asked.gop else { continue }
      let distances = KeyframeDistances(frames)
      guard distances.regular == nil, !frames.hasOpenGOPs, let first = distances.all.first(where: { $0.frames != asked.value }) else { continue }
      let others = distances.all.count { $0.frames != asked.value }
      report.flag(
        pair, at: first.place, "has a keyframe after \(first.frames) frames\(others > 1 ? ", and \(others - 1) more off the interval" : "")", asked: asked.place, "has a GOP of \(asked.value)",
        help: "switch scene cuts off (FFmpeg: `-sc_threshold 0`; x265: `scenecut=0`; SVT-AV1: `scd=0`), and set `-g \(asked.value) -keyint_min \(asked.value)`")
    }
  }
}
