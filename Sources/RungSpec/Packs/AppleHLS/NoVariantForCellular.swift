internal import RungSource

extension AppleHLSRules {
  static let noVariantForCellular = Rule<Stream>(
    "no-variant-for-cellular", family: family, severity: .warning,
    summary: "no variant of 192 kbps or below",
    why: "Apps that play over cellular networks must offer one, or they are not accepted. A spec does not show whether there is such an app, so it is a warning here.",
    citation: Standard.apple("9.21 (MUST, over cellular networks on iOS): one variant with a peak of at most 192 kbps"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ⟦ladder⟧:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k}
            - {name: 360p, resolution: 640x360, bitrate: 365k}
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
            - {name: 234p, resolution: 416x234, bitrate: 160k, audio: {codec: aac, channels: 2, bitrate: 32k}}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.ladder, ladder.media == .video, !ladder.renditions.isEmpty else { return }
    var least = Int64.max
    for rendition in ladder.renditions.map(\.value) {
      guard let video = (rendition.maxBitrate ?? rendition.bitrate)?.value.bitsPerSecond else { return }
      let (sum, overflow) = video.addingReportingOverflow(rendition.audio?.value.bitrate?.value.bitsPerSecond ?? 0)
      least = min(least, overflow ? .max : sum)
    }
    guard least > 192_000 else { return }
    report.flag(
      ladder.place, "the smallest variant peaks at \(Bitrate(bitsPerSecond: least).prose); Apple requires one of at most 192 kbps over cellular networks",
      help: "add one, such as 416x234 at 145k with audio of up to 40k")
  }
}
