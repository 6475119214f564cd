internal import RungSource

extension AppleHLSRules {
  static let noHevcWithinLevel40 = Rule<Stream>(
    "no-hevc-within-level-4-0", family: family, severity: .warning,
    summary: "no HEVC variant stays within Main 10 profile, level 4.0, Main tier",
    why: "Devices that decode HEVC in software or at low power support it up to level 4.0. Without one variant for them HEVC is of no use there.",
    citation: Standard.apple("1.6a (SHOULD): some HEVC variants within Main 10 profile, level 4.0, Main tier"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ⟦ladder⟧:
          defaults: {codec: h265, fps: 60}
          renditions:
            - {name: 4k, resolution: 3840x2160, bitrate: 16800k}
            - {name: 1080p, resolution: 1920x1080, bitrate: 5800k}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ⟦ladder⟧:
          defaults: {codec: h265, fps: 30}
          renditions:
            - {name: 1080p, resolution: 1920x1080, level: "4.0", tier: high, max_bitrate: 15M, buffer: 15M, bitrate: 12M}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          defaults: {codec: h265, fps: 60}
          renditions:
            - {name: 4k, resolution: 3840x2160, bitrate: 16800k}
            - {name: 1080p, resolution: 1920x1080, fps: 30, bitrate: 4500k}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.ladder, ladder.media == .video, let most = VideoLevel.named("4.0", of: .h265) else { return }
    let mine = ladder.renditions.map(\.value).filter { $0.codec?.value == .h265 }
    guard !mine.isEmpty, mine.allSatisfy({ rendition in
      rendition.statedTier == .high || rendition.lowLevel.map { $0.rank > most.rank } ?? false
    }) else { return }
    report.flag(
      ladder.place, "every HEVC variant is above level 4.0 of the Main tier; some devices support no more than that",
      notes: mine.prefix(6).compactMap { rendition in
        rendition.statedTier == .high
          ? MessageNote("\(rendition.reference) has the High tier") : rendition.lowLevel.map { MessageNote("\(rendition.reference) has level \($0.name)") }
      },
      help: "add a variant within level 4.0, such as 1080p at up to 30 fps and 12 Mbps")
  }
}
