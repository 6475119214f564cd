internal import RungSource

extension AppleHLSRules {
  static let oneVariantAtTopSize = Rule<Stream>(
    "one-variant-at-top-size", family: family, severity: .warning,
    summary: "only one variant at the largest size",
    why: "When bandwidth falls a little below the best variant, the player must switch to a smaller size at once. A second bitrate at the same size keeps it sharp.",
    citation: Standard.apple("9.10 (SHOULD): two variants or more at the largest HD size"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: ⟦1280x720⟧, bitrate: 3000k}
            - {name: 480p, resolution: 854x480, bitrate: 1200k}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 1080p, resolution: ⟦1920x1080⟧, bitrate: 6000k}
            - {name: 720p, resolution: 1280x720, bitrate: 3000k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 6000k}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 1080p-high, resolution: 1920x1080, bitrate: 7800k}
            - {name: 1080p, resolution: 1920x1080, bitrate: 6000k}
            - {name: 720p, resolution: 1280x720, bitrate: 3000k}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 480p, resolution: 854x480, bitrate: 1200k}
            - {name: 360p, resolution: 640x360, bitrate: 600k}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.ladder, ladder.media == .video, ladder.renditions.count > 1,
      let top = ladder.renditions.compactMap(\.value.resolution).max(by: { $0.value.pixels < $1.value.pixels }),
      min(top.value.width, top.value.height) >= 720, ladder.renditions.filter({ $0.value.resolution?.value == top.value }).count == 1
    else { return }
    report.flag(
      top.place, "only one variant has the largest size, \(top.value.text); Apple recommends two or more",
      help: "add one with a lower bitrate at \(top.value.text)")
  }
}
