internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let onlyDASH = Rule<Fit<Tenbyte>>(
    "only-dash", family: id, severity: .warning,
    summary: "DASH is the only output",
    why: "iPhones, iPads and Safari do not play DASH natively. Tenbyte recommends both outputs for production.",
    citation: Source.guide("output protocols: if you are not sure, enable HLS"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        packaging:
          ⟦dash⟧: {segment_format: fmp4}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        packaging:
          hls: {segment_format: fmp4}
          dash: {segment_format: fmp4}
        """)
    ]
  ) { fit, report in
    // With audio, DASH is not allowed at all, which is a finding of its own.
    guard fit.stream.media.value == .video, let packaging = fit.stream.written("packaging"), packaging["hls"] == nil,
      let dash = fit.stream.writtenKey("packaging", "dash")
    else { return }
    report.flag(
      dash, "\(.dash) is the only output; Apple devices play HLS only", help: "add \(.hls, "{segment_format: fmp4}")")
  }
}
