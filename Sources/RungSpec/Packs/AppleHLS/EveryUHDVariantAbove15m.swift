internal import RungSource

extension AppleHLSRules {
  static let everyUhdVariantAbove15m = Rule<Stream>(
    "every-uhd-variant-above-15m", family: family, severity: .warning,
    summary: "every UHD variant is above 15 Mbps",
    why: "Few home networks sustain more than 15 Mbps for hours. Without a lower UHD variant, those viewers get none.",
    citation: Standard.apple("1.34 (SHOULD): some UHD variants at 15 Mbps or below"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ⟦ladder⟧:
          defaults: {codec: h265}
          renditions:
            - {name: 4k, resolution: 3840x2160, bitrate: 18M}
            - {name: 1080p, resolution: 1920x1080, bitrate: 5800k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          defaults: {codec: h265}
          renditions:
            - {name: 4k-high, resolution: 3840x2160, bitrate: 16800k}
            - {name: 4k, resolution: 3840x2160, bitrate: 15000k}
            - {name: 1080p, resolution: 1920x1080, bitrate: 5800k}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.ladder, ladder.media == .video else { return }
    let large = ladder.renditions.map(\.value).filter { $0.resolution.map { $0.value.pixels >= 3840 * 2160 } ?? false }
    guard !large.isEmpty, large.allSatisfy({ $0.bitrate.map { $0.value > Bitrate(kilobits: 15000) } ?? false }) else { return }
    report.flag(
      ladder.place, "every UHD variant is above 15 Mbps; Apple recommends some at 15 Mbps or below",
      notes: large.prefix(6).compactMap { rendition in rendition.bitrate.map { MessageNote("\(rendition.reference) has \($0.value.prose)", at: $0.place.span) } },
      help: "add a UHD \(term: .rendition) of at most 15M")
  }
}
