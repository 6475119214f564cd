internal import RungSource

extension AppleHLSRules {
  static let singleBitrate = Rule<Stream>(
    "single-bitrate", family: family, severity: .error,
    summary: "video at one bitrate only",
    why: "With one variant a player cannot switch down when bandwidth drops: it stalls.",
    citation: Standard.apple("9.9 (MUST): several bit rates"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ⟦ladder⟧:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 2000k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k}
            - {name: 540p, resolution: 960x540, bitrate: 2000k}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.ladder, ladder.media == .video, let first = ladder.renditions.first?.value else { return }
    let rates = ladder.renditions.compactMap(\.value.bitrate?.value)
    let isOne = rates.count == ladder.renditions.count && rates.allSatisfy { $0 == rates[0] }
    guard ladder.renditions.count == 1 || isOne else { return }
    report.flag(
      ladder.place,
      ladder.renditions.count == 1
        ? "\(first.reference) is the only variant; Apple requires video at several bitrates"
        : "all \(ladder.renditions.count) variants have \(rates[0].prose); Apple requires video at several bitrates",
      help: "add smaller variants; the preset `apple-h264` has nine")
  }
}
