internal import RungSource

extension AppleHLSRules {
  static let segmentNotSixSeconds = Rule<Stream>(
    "segment-not-six-seconds", family: family, severity: .warning,
    summary: "HLS segments that are not six seconds long",
    why: "Apple's players are tuned for a target duration of six seconds. Shorter segments cost more requests, longer ones more delay.",
    citation: Standard.apple("7.5 and 7.6 (SHOULD): a target duration of 6 s, and segments of 6 s (6.006 at 29.97 fps)"),
    replaces: ["spec/segment-duration-unusual", "spec/segment-not-whole-gops"],
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        packaging: {hls: {segment_duration: ⟦4s⟧}}
        """,
        mended: """
        rung: 1
        name: news
        packs: [apple-hls]
        packaging: {hls: {segment_duration: 6s}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        packaging: {hls: {segment_duration: 6s}}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        packaging: {hls: {segment_duration: 6.006s}}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        packaging: {hls: {}, dash: {segment_duration: 4s}}
        """)
    ]
  ) { stream, report in
    guard let duration = stream.spec.packaging?.value.hls?.value.segmentDuration, !duration.value.isSixSeconds else { return }
    report.flag(
      duration.place, "HLS segment duration is \(duration.value.text); Apple recommends 6s", help: .set(.hlsSegmentDuration, "6s", at: duration.place.span))
  }
}
