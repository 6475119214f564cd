internal import RungSource

extension AppleHLSRules {
  static let av1AboveLevel62 = Rule<Stream>(
    "av1-above-level-6-2", family: family, severity: .error,
    summary: "an AV1 variant above level 6.2",
    why: "Apple's devices support AV1 up to level 6.2.",
    citation: Standard.apple("1.37 (MUST): AV1 up to level 6.2"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 4k, resolution: 3840x2160, fps: 60, codec: av1, level: ⟦"6.3"⟧, bitrate: 12M}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 4k, resolution: 3840x2160, fps: 60, codec: av1, level: "6.2", bitrate: 12M}
        """)
    ]
  ) { stream, report in
    guard let most = VideoLevel.named("6.2", of: .av1) else { return }
    stream.ladder?.flagShared(
      &report,
      find: { rendition -> (SourcePlace, String)? in
        guard rendition.codec?.value == .av1, let level = rendition.appleLevel, level.rank > most.rank,
          let place = (rendition.level?.place ?? rendition.resolution?.place)
        else { return nil }
        return (place, level.name)
      },
      say: { found in
        FaultText(
          message: "\(found.whose) has AV1 level \(found.fault); Apple's devices support AV1 up to level 6.2",
          help: "set a lower \(.level), \(.resolution) or \(.fps)")
      })
  }
}
