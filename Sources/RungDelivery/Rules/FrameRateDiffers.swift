internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let frameRateDiffers = Rule<Verification>(
    "frame-rate-differs", family: family, severity: .error,
    summary: "a rendition has another frame rate than the spec sets",
    why: "Keyframes, segments and bitrates were reckoned with another rate. 29.97 for 30 fps lets segments of two sources drift apart by a frame in 33 seconds.",
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720,FRAME-RATE=⟦30.000⟧
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: ⟦25⟧, gop: 50, codec: h264, bitrate: 2500k}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "r_frame_rate": ⟦"30000/1001"⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: ⟦30⟧, gop: 50, codec: h264, bitrate: 2500k}
          """),
    ],
    good: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720,FRAME-RATE=29.970
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 30000/1001, gop: 50, codec: h264, bitrate: 2500k}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "r_frame_rate": "25/1"}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
          """),
    ]
  ) { verification, report in
    for pair in verification.pairs {
      guard let found = pair.delivered.fps, let asked = pair.asked.fps, !asked.value.isWritten(found.value, isRounded: pair.delivered.isRateRounded) else { continue }
      report.flag(
        pair, at: found.place, "has \(found.value.text) fps", asked: asked.place, "is set to \(asked.value.text) fps",
        help: ["set the rate of its output (FFmpeg: `-r \(asked.value.value.text)`)", "set \(.fps, found.value.text) if that is meant"])
    }
  }
}
