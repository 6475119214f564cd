internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let sizeDiffers = Rule<Verification>(
    "size-differs", family: family, severity: .error,
    summary: "a rendition has another size than the spec sets",
    why: "Players choose by size. A smaller picture wastes its bitrate, a larger one does not fit it.",
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=⟦854x480⟧
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: ⟦1280x720⟧, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "width": 854, "height": ⟦480⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: ⟦1280x720⟧, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
          """),
    ],
    good: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720
          720p/index.m3u8
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
      guard let found = pair.delivered.size, let asked = pair.asked.size, found.value != asked.value else { continue }
      report.flag(
        pair, at: found.place, "is \(found.value.text)", asked: asked.place, "is set to \(asked.value.text)",
        help: ["scale its output to \(asked.value.text) (FFmpeg: `-s \(asked.value.text)`)", "set \(.resolution, found.value.text) if that is meant"])
    }
  }
}
