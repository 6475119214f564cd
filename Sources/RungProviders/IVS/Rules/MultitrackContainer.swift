internal import RungSource
internal import RungSpec

extension IVS {
  static let multitrackContainer = Rule<Fit<IVS>>(
    "multitrack-container", family: id, severity: .error,
    summary: "multitrack input with MPEG-TS segments",
    why: "Multitrack input may carry codecs that MPEG-TS does not, so its channel must use fragmented MP4.",
    citation: Source.reference("CreateChannel.containerFormat: must be FRAGMENTED_MP4 with multitrack input"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            multitrack: {policy: ALLOW}
        packaging:
          hls: {segment_format: ⟦mpegts⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            multitrack: {policy: ALLOW}
        packaging:
          hls: {segment_format: fmp4}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        packaging:
          hls: {segment_format: mpegts}
        """)
    ]
  ) { fit, report in
    guard fit.decision.isMultitrack, let format = fit.spec.packaging?.value.hls?.value.segmentFormat, format.value == .mpegts else { return }
    report.flag(
      format.place, "\(.hlsSegmentFormat, "mpegts") does not work with multitrack input; expected \(.hlsSegmentFormat, "fmp4")",
      help: fit.options.multitrack == nil
        ? "set \(.hlsSegmentFormat, "fmp4")" : ["set \(.hlsSegmentFormat, "fmp4")", "remove \(.ivs("multitrack"))"])
  }
}
