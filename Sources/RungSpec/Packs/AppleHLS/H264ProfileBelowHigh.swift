internal import RungSource

extension AppleHLSRules {
  static let h264ProfileBelowHigh = Rule<Stream>(
    "h264-profile-below-high", family: family, severity: .warning,
    summary: "H.264 in Baseline or Main profile",
    why: "High profile gives the same quality for fewer bits, and every device of the last ten years decodes it. Baseline and Main are for older ones.",
    citation: Standard.apple("1.4 (SHOULD): High profile over Main or Baseline"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, profile: ⟦main⟧}
        """,
        mended: """
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, profile: high}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ⟦ladder⟧:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, profile: main}
            - {name: 360p, resolution: 640x360, codec: h264, profile: baseline}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, profile: high}
            - {name: 720p-hevc, resolution: 1280x720, codec: h265, profile: main}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.ladder, ladder.media == .video else { return }
    let found = ladder.renditions.indices.filter {
      let rendition = ladder.renditions[$0].value
      return rendition.codec?.value == .h264 && (rendition.profile?.value == .baseline || rendition.profile?.value == .main)
    }
    guard let first = found.first, let profile = ladder.renditions[first].value.profile else { return }
    let isOne = ladder.distinct(found) { $0.profile?.place }.count == 1
    ladder.flagOnce(
      &report, found, at: { $0.profile?.place },
      FaultText(
        message: "\(ladder.naming(found)) \(ladder.verb(found)) in Baseline or Main profile; Apple recommends High",
        help: Help("set \(.profile, "high")", fix: isOne ? .replace(profile.place.span, with: "high", .unsafe) : nil)))
  }
}
