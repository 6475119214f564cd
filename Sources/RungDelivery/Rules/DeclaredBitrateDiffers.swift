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
      guard let asked = pair.asked.bitrate ?? pair.asked.audio?.value.bitrate, let variant = pair.asked.variant,
        let average = pair.delivered.isBandwidthOfVideo ? asked.value : variant.hlsAverage
      else { continue }
      let bound = pair.delivered.isBandwidthOfVideo ? pair.asked.most(over: Seconds(1)).flatMap { _ in variant.dashBandwidth } : variant.hlsPeak
      // What packagers write as the peak: that of a segment, or 1.1 times the targets (FFmpeg 5.1).
      let peak = Double(Swift.max(bound?.bitsPerSecond ?? 0, average.bitsPerSecond)) * 1.1
      // Without a maximum the peak is what the content needs.
      let room = bound == nil ? 1.5 : 1.15
      let help: Help = ["set the rate of the encoder, and `-maxrate` and `-bufsize`", "declare what is measured"]
      if let found = pair.delivered.bandwidth, Double(found.value.bitsPerSecond) > peak * room {
        report.flag(pair, at: found.place, "declares \(found.value.measured)", asked: asked.place, "has \(average.measured) on average\(pair.delivered.isBandwidthOfVideo ? "" : " with audio and container")", help: help)
      } else if let found = pair.delivered.averageBandwidth, Double(found.value.bitsPerSecond) > Double(average.bitsPerSecond) * (bound == nil ? 1.6 : 1.3) {
        report.flag(pair, at: found.place, "declares \(found.value.measured) on average", asked: asked.place, "has \(average.measured) with audio and container", help: help)
      }
    }
  }
}
