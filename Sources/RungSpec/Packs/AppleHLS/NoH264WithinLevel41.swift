internal import RungSource

extension AppleHLSRules {
  static let noH264WithinLevel41 = Rule<Stream>(
    "no-h264-within-level-4-1", family: family, severity: .warning,
    summary: "no H.264 variant stays within High profile, level 4.1",
    why: "Some devices that play HLS decode H.264 up to High profile, level 4.1 only. Without one variant for them they show nothing.",
    citation: Standard.apple("1.3a (SHOULD): some H.264 variants within High profile, level 4.1"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ⟦ladder⟧:
          defaults: {codec: h264, profile: high}
          renditions:
            - {name: 1080p60, resolution: 1920x1080, fps: 60, bitrate: 7800k}
            - {name: 720p, resolution: 1280x720, fps: 30, level: "4.2", bitrate: 3000k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 30, codec: h264, profile: high, level: "4.1", bitrate: 7800k}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 1080p60, resolution: 1920x1080, fps: 60, codec: h264, profile: high, bitrate: 7800k}
            - {name: 720p, resolution: 1280x720, fps: 30, codec: h264, profile: high, bitrate: 3000k}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.ladder, ladder.media == .video, let most = VideoLevel.named("4.1", of: .h264) else { return }
    let mine = ladder.renditions.map(\.value).filter { $0.codec?.value == .h264 }
    let areAbove = mine.allSatisfy { $0.appleLevel.map { $0.rank > most.rank } ?? false || $0.profile?.value == .high10 }
    guard !mine.isEmpty, areAbove else { return }
    report.flag(
      ladder.place, "every H.264 variant is above High profile, level 4.1; some devices support no more than that",
      notes: mine.prefix(6).compactMap { rendition in rendition.appleLevel.map { MessageNote("\(rendition.reference) has level \($0.name)") } },
      help: "add a variant within level 4.1, such as 1080p at up to 30 fps")
  }
}
