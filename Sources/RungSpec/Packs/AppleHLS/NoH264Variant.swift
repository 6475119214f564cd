internal import RungSource

extension AppleHLSRules {
  static let noH264Variant = Rule<Stream>(
    "no-h264-variant", family: family, severity: .warning,
    summary: "no variant in H.264",
    why: "Every device that plays HLS decodes H.264; many do not support HEVC and AV1. Without an H.264 variant those show nothing.",
    citation: Standard.apple("1.12 (SHOULD): some video in H.264"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ⟦ladder⟧:
          defaults: {codec: h265}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 4500k}
            - {name: 540p, resolution: 960x540, bitrate: 1600k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: h265, bitrate: 4500k}
            - {name: 540p, resolution: 960x540, codec: h264, bitrate: 2000k}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: h265, bitrate: 4500k}
            - {name: 540p, resolution: 960x540, bitrate: 2000k}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.ladder, ladder.media == .video, !ladder.renditions.isEmpty else { return }
    // A codec that is not set may be H.264.
    guard ladder.renditions.allSatisfy({ $0.value.codec.map { $0.value != .h264 } ?? false }) else { return }
    report.flag(
      ladder.place, "no variant is H.264; Apple recommends some, because every device decodes it",
      help: "add \(term: .renditions) in H.264")
  }
}
