internal import RungSource

extension AppleHLSRules {
  static let noSDRVariant = Rule<Stream>(
    "no-sdr-variant", family: family, severity: .error,
    summary: "every variant is HDR",
    why: "Devices and screens without HDR have nothing to play: they do not convert it. The playlist has to offer them variants in SDR.",
    citation: Standard.apple("1.24 (MUST): SDR streams for backward compatibility"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ⟦ladder⟧:
          defaults: {codec: h265, transfer: pq}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 5400k}
            - {name: 540p, resolution: 960x540, bitrate: 1930k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: h265, transfer: pq, bitrate: 5400k}
            - {name: 540p, resolution: 960x540, codec: h264, transfer: sdr, bitrate: 2000k}
        """),
      // What is not set may be SDR.
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: h265, transfer: hlg, bitrate: 5400k}
            - {name: 540p, resolution: 960x540, codec: h264, bitrate: 2000k}
        """),
    ]
  ) { stream, report in
    guard let ladder = stream.ladder, ladder.media == .video, !ladder.renditions.isEmpty,
      ladder.renditions.allSatisfy({ $0.value.transfer?.value.isHDR == true })
    else { return }
    report.flag(ladder.place, "every variant is HDR; Apple requires variants in SDR", help: "add \(term: .renditions) with \(.transfer, "sdr")")
  }
}
