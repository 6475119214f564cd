internal import RungSource

extension AppleHLSRules {
  static let partNotOneSecond = Rule<Stream>(
    "part-not-one-second", family: family, severity: .warning,
    summary: "LL-HLS parts that are not one second long",
    why: "Shorter parts cost a request each and save little: players hold back three of them in any case. Longer ones cost latency.",
    citation: Standard.apple("14.2c (RECOMMENDED, which is SHOULD by RFC 2119): a part target duration of one second"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        low_latency: true
        packaging: {hls: {segment_duration: 6s, part_duration: ⟦300ms⟧}}
        """,
        mended: """
        rung: 1
        name: news
        packs: [apple-hls]
        low_latency: true
        packaging: {hls: {segment_duration: 6s, part_duration: 1s}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        low_latency: true
        packaging: {hls: {segment_duration: 6s, part_duration: 1s}}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        low_latency: true
        packaging: {hls: {segment_duration: 6.006s, part_duration: 1.001s}}
        """),
    ]
  ) { stream, report in
    guard let part = stream.spec.packaging?.value.hls?.value.partDuration, let ntsc = Rational(1001, 1000),
      part.value != Seconds(1), part.value != Seconds(ntsc)
    else { return }
    report.flag(
      part.place, "\(.hlsPartDuration) is \(part.value.text); Apple recommends 1s", help: .set(.hlsPartDuration, "1s", at: part.place.span))
  }
}
