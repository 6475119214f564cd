internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let declaredBitrateDiffers = Rule<Verification>(
    "declared-bitrate-differs", family: family, severity: .warning,
    summary: "a variant declares a far higher bitrate than the spec gives it",
    why: "Players choose by BANDWIDTH: viewers get a lower rendition than their network could take, or the encoder was given another bitrate.",
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=⟦5500000⟧,RESOLUTION=1280x720
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: ⟦2500k⟧}
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
      guard let asked = pair.asked.bitrate ?? pair.asked.audio?.value.bitrate, let variant = pair.asked.variant, let average = variant.hlsAverage else { continue }
      // What packagers write as the peak: that of a segment, or 1.1 times the targets (FFmpeg 5.1).
      let peak = Double(Swift.max(variant.hlsPeak?.bitsPerSecond ?? 0, average.bitsPerSecond * 11 / 10))
      // Without a maximum the peak is what the content needs.
      let room = variant.hlsPeak == nil ? 1.6 : 1.25
      if let found = pair.delivered.bandwidth, Double(found.value.bitsPerSecond) > peak * room {
        report.flag(
          pair, at: found.place, "declares \(found.value.measured)", asked: asked.place, "has \(average.measured) on average with audio and container",
          help: ["set the rate of the encoder, and `-maxrate` and `-bufsize`", "declare what is measured"])
      } else if let found = pair.delivered.averageBandwidth, Double(found.value.bitsPerSecond) > Double(average.bitsPerSecond) * (variant.hlsPeak == nil ? 1.6 : 1.3) {
        report.flag(
          pair, at: found.place, "declares \(found.value.measured) on average", asked: asked.place, "has \(average.measured) with audio and container",
          help: ["set the rate of the encoder, and `-maxrate` and `-bufsize`", "declare what is measured"])
      }
    }
  }
}
