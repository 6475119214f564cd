internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let highTierNotSignalled = Rule<Fit<FFmpeg>>(
    "high-tier-not-signalled", family: id, severity: .warning,
    summary: "the encoder signals the Main tier, although the High tier is set",
    why: "`high-tier=1` allows x265 to use the High tier; it does so only where bitrate or buffer exceed the Main tier of the level. Otherwise the stream is of the Main tier, and its codec string says `L120` where the spec means `H120`. SVT-AV1 always writes Main.",
    citation: FFmpeg.Source.run("libx265 -x265-params high-tier=1:level-idc=4.0:vbv-maxrate=8000: \"Level-4 (Main tier)\""),
    replaces: ["ladder/tier-above-need"],
    isAcceptable: true,
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
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          defaults: {fps: 25, gop: 50, tier: ⟦high⟧}
          renditions:
            - {name: hevc, codec: h265, resolution: 1920x1080, level: "4.0", bitrate: 10M, max_bitrate: 15M, buffer: 15M}
            - {name: av1, codec: av1, resolution: 1920x1080, level: "4.0", bitrate: 10M, max_bitrate: 15M, buffer: 15M}
        packaging: {hls: {segment_format: fmp4}}
        """),
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
    var places: [SourcePlace] = []
    for rendition in fit.decision.renditions {
      guard let tier = rendition.value.tier?.place, rendition.value.encoderOfMainTier != nil, !places.contains(tier) else { continue }
      places.append(tier)
    }
    for place in places {
      let sharing = fit.decision.renditions.map(\.value).filter { $0.tier?.place == place }
      let lost = sharing.filter { $0.encoderOfMainTier != nil }
      guard let first = lost.first, let encoder = first.encoderOfMainTier else { continue }
      // The Main tier of the level may not allow what the High tier does.
      let level = lost.compactMap { (rendition) -> String? in
        guard let codec = rendition.codec?.value, let load = rendition.leastLoad, let level = rendition.level,
          VideoLevel.named(level.value, of: codec)?.isExceeded(by: load) == true
        else { return nil }
        return VideoLevel.lowest(of: codec, for: load)?.name
      }.max()
      var way: Message = level.map { "set \(.tier, "main") and \(.level, "\"\($0)\"")" } ?? "set \(.tier, "main")"
      if lost.count != sharing.count { way = way + " for \(first.label)" }
      report.flag(
        place, "\(encoder.signals) for \(first.label)\(encoder.because)",
        notes: lost.dropFirst().prefix(12).map { MessageNote("also for \($0.label)") },
        help: Help(way, fix: lost.count == sharing.count && level == nil ? .replace(place.span, with: "main", .unsafe) : nil),
        citation: encoder.citation)
    }
  }

  fileprivate enum MainTierEncoder {
    case x265, svtAV1

    var signals: String { "\(self == .x265 ? "x265" : "SVT-AV1") signals the Main tier" }
    var because: String { self == .x265 ? ", which its bitrate and buffer fit into" : " in any case" }
    var citation: Citation? {
      self == .x265 ? nil : FFmpeg.Source.run("libsvtav1 -svtav1-params tier=1: \"tier 1\" in the log, seq_tier 0 in the stream (SVT-AV1 1.4.1)")
    }
  }
}

extension Rendition {
  /// The encoder that signals the Main tier for it, although the High tier is set.
  fileprivate var encoderOfMainTier: FFmpeg.MainTierEncoder? {
    guard tier?.value == .high else { return nil }
    switch codec?.value {
    case .av1: return .svtAV1
    case .h265:
      guard let load = leastLoad else { return nil }
      guard let level else {
        // It chooses the lowest level that either tier allows.
        return VideoLevel.lowest(of: .h265, for: load, tier: .high).flatMap { $0.isExceeded(by: load) ? nil : .x265 }
      }
      return VideoLevel.named(level.value, of: .h265).flatMap { $0.hasHighTier && !$0.isExceeded(by: load) ? .x265 : nil }
    case .h264, .vp8, .vp9, nil: return nil
    }
  }
}
