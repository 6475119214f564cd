internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let dashNotFMP4 = Rule<Fit<Tenbyte>>(
    "dash-not-fmp4", family: id, severity: .error,
    summary: "DASH is set to another segment format than fragmented MP4",
    why: "Tenbyte packages DASH as fragmented MP4 only, which nearly all DASH players expect.",
    citation: Source.reference("packaging.dash.segment_format: fmp4"),
    replaces: ["spec/dash-in-mpegts"],
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        packaging:
          dash: {segment_format: ⟦mpegts⟧}
        """,
        mended: """
        rung: 1
        name: news
        targets: [tenbyte]
        packaging:
          dash: {segment_format: fmp4}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        packaging:
          hls: {segment_format: mpegts}
          dash: {segment_format: fmp4}
        """)
    ]
  ) { fit, report in
    guard let format = fit.spec.packaging?.value.dash?.value.segmentFormat, format.value != .fmp4 else { return }
    report.flag(
      format.place, "DASH segment format `\(format.value.rawValue)` is not supported by Tenbyte; allowed: `fmp4`",
      help: .set(.dashSegmentFormat, SegmentFormat.fmp4.rawValue, at: format.place.span))
  }
}
