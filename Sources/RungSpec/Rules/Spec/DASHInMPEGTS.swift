internal import RungSource

extension SpecRules {
  static let dashInMPEGTS = Rule<Stream>(
    "dash-in-mpegts", family: "spec", severity: .warning,
    summary: "DASH in MPEG-TS segments",
    why: "The standard has a profile for it, but hardly any player supports it: browsers accept fragmented MP4 through Media Source Extensions.",
    citation: Standard.dash("segments are those of CMAF (ISO BMFF)"),
    bad: [
      Example("""
        rung: 1
        name: news
        packaging: {dash: {segment_format: ⟦mpegts⟧}}
        """,
        mended: """
        rung: 1
        name: news
        packaging: {dash: {segment_format: fmp4}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packaging: {hls: {segment_format: mpegts}, dash: {segment_format: fmp4}}
        """)
    ]
  ) { stream, report in
    guard let format = stream.spec.packaging?.value.dash?.value.segmentFormat, format.value == .mpegts else { return }
    report.flag(
      format.place, "DASH segments are MPEG-TS, which players in browsers do not support; expected `fmp4`",
      help: .set(.dashSegmentFormat, "fmp4", at: format.place.span))
  }
}
