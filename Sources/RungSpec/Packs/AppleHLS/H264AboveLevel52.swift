internal import RungSource

extension AppleHLSRules {
  static let h264AboveLevel52 = Rule<Stream>(
    "h264-above-level-5-2", family: family, severity: .error,
    summary: "an H.264 variant above High profile, level 5.2",
    why: "No Apple device decodes H.264 above High profile, level 5.2. The limit is 5.0 on macOS and 5.1 on tvOS.",
    citation: Standard.apple("1.3b (MUST): at most High profile, level 5.2"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 4k, resolution: 3840x2160, fps: 30, codec: h264, level: ⟦"6.0"⟧, bitrate: 20M}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: h264, profile: ⟦high10⟧, bitrate: 6M}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 4k, resolution: 3840x2160, fps: 60, codec: h264, profile: high, level: "5.2", bitrate: 20M}
        """)
    ]
  ) { stream, report in
    guard let most = VideoLevel.named("5.2", of: .h264) else { return }
    stream.ladder?.flagShared(
      &report,
      find: { rendition -> (SourcePlace, String)? in
        guard rendition.codec?.value == .h264 else { return nil }
        if let profile = rendition.profile, profile.value == .high10 { return (profile.place, "profile `high10`") }
        guard let level = rendition.appleLevel, level.rank > most.rank,
          let place = (rendition.level?.place ?? rendition.resolution?.place)
        else { return nil }
        return (place, "level \(level.name)")
      },
      say: { found in
        FaultText(
          message: "\(found.whose) has \(found.fault); Apple's devices support H.264 up to High profile, level 5.2",
          help: ["set a lower value", "use HEVC for it"])
      })
  }
}
