internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let highTierNotSignalled = Rule<Fit<FFmpeg>>(
    "high-tier-not-signalled", family: id, severity: .warning,
    summary: "x265 signals the Main tier, though the High tier is asked for",
    why: "`high-tier=1` lets x265 use the High tier; it does so only where bitrate or buffer are beyond the Main tier of the level. Elsewhere the stream is of the Main tier, and its codec string says `L120` where the spec means `H120`.",
    citation: FFmpeg.Source.run("libx265 -x265-params high-tier=1:level-idc=4.0:vbv-maxrate=8000: \"Level-4 (Main tier)\""),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 25, gop: 50, codec: h265, level: "4.0", tier: ⟦high⟧, bitrate: 6M, max_bitrate: 8M, buffer: 8M}
        packaging: {hls: {segment_format: fmp4}}
        """,
        mended: """
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 25, gop: 50, codec: h265, level: "4.0", tier: main, bitrate: 6M, max_bitrate: 8M, buffer: 8M}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 25, gop: 50, codec: h265, level: "4.0", tier: high, bitrate: 10M, max_bitrate: 15M, buffer: 15M}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ]
  ) { fit, report in
    var said: Set<Span> = []
    for rendition in fit.decision.renditions {
      guard let tier = rendition.value.tier, rendition.value.staysInMainTier, said.insert(tier.place.span).inserted else { continue }
      let sharing = fit.decision.renditions.filter { $0.value.tier?.place.span == tier.place.span }
      report.flag(
        tier.place, "x265 signals the Main tier for \(rendition.value.label): its bitrate and buffer are within it",
        notes: sharing.lazy.filter { $0.value.staysInMainTier }.dropFirst().prefix(12).map { Note("likewise for \($0.value.label)") },
        help: "write `tier: main`, or leave it out",
        fix: sharing.allSatisfy { $0.value.staysInMainTier } ? .replace(tier.place.span, with: "main", .unsafe) : nil)
    }
  }
}

extension Rendition {
  fileprivate var staysInMainTier: Bool {
    guard tier?.value == .high, codec?.value == .h265, let load = leastLoad else { return false }
    // Without a level x265 takes the lowest that either tier allows.
    let signalled = level.map { VideoLevel.named($0.value, of: .h265) } ?? VideoLevel.lowest(of: .h265, for: load, tier: .high)
    return signalled.map { $0.hasHighTier && !$0.isExceeded(by: load) || level == nil && !$0.hasHighTier } ?? false
  }
}
