internal import RungSource

extension DASHIFRules {
  static let dashNotCmaf = Rule<Stream>(
    "dash-not-cmaf", family: family, severity: .error,
    summary: "DASH segments in another format than fragmented MP4",
    why: "CMAF is fragmented MP4, and so are the segments of DASH-IF's profiles. Players of DASH take nothing else.",
    citation: Citation("ISO/IEC 23000-19 (CMAF)", "CMAF segments are fragmented MP4", url: "https://www.iso.org/standard/85623.html", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [dash-if]
        packaging: {dash: {segment_format: ⟦mpegts⟧}}
        """,
        mended: """
        rung: 1
        name: news
        packs: [dash-if]
        packaging: {dash: {segment_format: fmp4}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [dash-if]
        packaging: {hls: {segment_format: mpegts}, dash: {segment_format: fmp4}}
        """)
    ]
  ) { stream, report in
    guard let format = stream.spec.packaging?.value.dash?.value.segmentFormat, format.value == .mpegts else { return }
    report.flag(
      format.place, "DASH segments are `mpegts`; CMAF is `fmp4`", help: "write `segment_format: fmp4`",
      fix: .replace(format.place.span, with: "fmp4", .unsafe))
  }
}
