internal import RungSource

extension AppleHLSRules {
  static let noVariantNear2000k = Rule<Stream>(
    "no-variant-near-2000k", family: family, severity: .warning,
    summary: "no variant near 2000 kbps to start with",
    why: "Players start with the first variant of the playlist, for which Apple recommends about 2000 kbps. Without one near that a player starts blurred, or needs more bandwidth than the network has.",
    citation: Standard.apple(
      "1.32 (SHOULD): the default variant has about 2000 kbps; that two thirds to one and a half times are near is our reading",
      strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ⟦ladder⟧:
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 6000k}
            - {name: 360p, resolution: 640x360, bitrate: 600k}
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
            - {name: 540p, resolution: 960x540, bitrate: 2000k}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 6000k}
            - {name: 540p, resolution: 960x540}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.ladder, ladder.media == .video, !ladder.renditions.isEmpty else { return }
    let rates = ladder.renditions.compactMap { $0.value.bitrate?.value.bitsPerSecond }
    guard rates.count == ladder.renditions.count, !rates.contains(where: { (1_333_000...3_000_000).contains($0) }) else { return }
    let below = rates.filter { $0 < 1_333_000 }.max().map { "\(Bitrate(bitsPerSecond: $0).prose)" }
    let above = rates.filter { $0 > 3_000_000 }.min().map { "\(Bitrate(bitsPerSecond: $0).prose)" }
    let nearest = [below, above].compactMap { $0 }.joined(separator: " and ")
    report.flag(
      ladder.place, "no variant is near 2 Mbps, which Apple recommends for the start; the nearest \(below != nil && above != nil ? "are" : "is") \(nearest)",
      help: "add one of about 2000k, such as 960x540 in H.264")
  }
}
