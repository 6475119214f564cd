internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let bFramesDiffer = Rule<Verification>(
    "b-frames-differ", family: family, severity: .error,
    summary: "a rendition has more B-frames than the spec sets",
    why: "B-frames add latency, and WebRTC and some devices do not take them at all.",
    bad: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "has_b_frames": ⟦2⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bframes: ⟦0⟧, bitrate: 2500k}
          """),
    ],
    good: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "has_b_frames": 0}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bframes: 0, bitrate: 2500k}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "has_b_frames": 1}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bframes: 2, bitrate: 2500k}
          """),
    ]
  ) { verification, report in
    for pair in verification.pairs {
      guard let asked = pair.asked.bframes else { continue }
      let help: Help = ["set `-bf \(asked.value)` behind the preset of the encoder, which may set its own", "set \(.bframes) to what is meant"]
      if let most = pair.delivered.frames?.mostBFrames, most.value > asked.value {
        report.flag(pair, at: most.place, "has \(most.value) consecutive B-frames", asked: asked.place, "is set to \(asked.value)", help: help)
      } else if asked.value == 0, let found = pair.delivered.hasBFrames, found.value {
        report.flag(pair, at: found.place, "has B-frames", asked: asked.place, "is set to none", help: help)
      } else if asked.value == 0, pair.delivered.hasBFrames == nil, let frames = pair.delivered.frames, frames.isReordered {
        report.flag(pair, at: frames.place, "has frames that are decoded in another order than shown: B-frames", asked: asked.place, "is set to none", help: help)
      }
    }
  }
}
