internal import RungSource

extension AppleHLSRules {
  static let hevcAboveLevel51 = Rule<Stream>(
    "hevc-above-level-5-1", family: family, severity: .error,
    summary: "an HEVC variant above Main 10 profile, level 5.1, High tier",
    why: "No Apple device is certain to decode HEVC above Main 10 profile, level 5.1, High tier.",
    citation: Standard.apple("1.6b (MUST): at most Main 10 profile, level 5.1, High tier"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 4k, resolution: 3840x2160, fps: 60, codec: h265, level: ⟦"5.2"⟧, bitrate: 16800k}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 8k, resolution: ⟦7680x4320⟧, fps: 30, codec: h265, bitrate: 40M}
        """),
      // Level 5.1 allows this bitrate in its High tier only.
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 4k, resolution: ⟦3840x2160⟧, fps: 60, codec: h265, tier: main, bitrate: 50M}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 4k, resolution: 3840x2160, fps: 60, codec: h265, level: "5.1", bitrate: 16800k}
            - {name: 4k-high, resolution: 3840x2160, fps: 60, codec: h265, tier: high, bitrate: 50M}
        """)
    ]
  ) { stream, report in
    guard let most = VideoLevel.named("5.1", of: .h265) else { return }
    stream.ladder?.flagShared(
      &report,
      find: { rendition -> (SourcePlace, String)? in
        guard rendition.codec?.value == .h265, let level = rendition.appleLevel, level.rank > most.rank,
          let place = (rendition.level?.place ?? rendition.resolution?.place)
        else { return nil }
        return (place, level.name)
      },
      say: { found in
        FaultText(
          message: "\(found.whose) has HEVC level \(found.fault); Apple's devices support HEVC up to level 5.1",
          help: "set a lower \(.resolution), \(.fps) or \(.bitrate)")
      })
  }
}
