internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let openGOP = Rule<Verification>(
    "open-gop", family: family, severity: .error,
    summary: "GOPs of a rendition are open",
    why: "Frames that are shown before a keyframe and need the GOP before it cannot be decoded after a switch or a seek: players show damage or skip.",
    bad: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "r_frame_rate": "25/1"}], "packets": [
          {"codec_type": "video", "pts_time": "0.00", "flags": "K_"},
          {"codec_type": "video", "pts_time": "0.08", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.04", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.12", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.24", "flags": ⟦"K_"⟧},
          {"codec_type": "video", "pts_time": "0.16", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.20", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.28", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.40", "flags": "K_"},
          {"codec_type": "video", "pts_time": "0.32", "flags": "__"}]}
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
          {"codec_type": "video", "pts_time": "0.08", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.04", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.12", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.16", "flags": "K_"},
          {"codec_type": "video", "pts_time": "0.24", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.20", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.28", "flags": "__"},
          {"codec_type": "video", "pts_time": "0.32", "flags": "K_"},
          {"codec_type": "video", "pts_time": "0.36", "flags": "__"}]}
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
      guard let frames = pair.delivered.frames, let asked = pair.asked.gop ?? pair.asked.held(pair.asked.whole.gop),
        let first = frames.keyframes.first(where: { $0.leading > 0 }), frames.keyframes.first?.frame != first.frame
      else { continue }
      report.flag(
        pair, at: first.place, "has \(first.leading) frames behind a keyframe that are shown before it", asked: asked.place, "has closed GOPs, as segments that play alone need",
        help: "close the GOPs of the encoder (FFmpeg: `-flags +cgop`; x264 and x265: `open-gop=0`)")
    }
  }
}
