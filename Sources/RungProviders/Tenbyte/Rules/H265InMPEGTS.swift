internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let h265InMPEGTS = Rule<Fit<Tenbyte>>(
    "h265-in-mpegts", family: id, severity: .warning,
    summary: "H.265 goes out as HLS in MPEG-TS",
    why: "Apple's devices play H.265 in fragmented MP4 only. In MPEG-TS the picture stays black on them, and many other players have never seen it.",
    citation: Citation(
      "Apple HLS Authoring Specification", "1.5: HEVC in fMP4",
      url: "https://developer.apple.com/documentation/http-live-streaming/hls-authoring-specification-for-apple-devices",
      checked: "2026-11-20"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          defaults: {codec: h265}
          renditions:
            - {name: 720p, resolution: 1280x720}
        packaging:
          hls: {segment_format: ⟦mpegts⟧}
        """,
        mended: """
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          defaults: {codec: h265}
          renditions:
            - {name: 720p, resolution: 1280x720}
        packaging:
          hls: {segment_format: fmp4}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          defaults: {codec: h264}
          renditions:
            - {name: 720p, resolution: 1280x720}
        packaging:
          hls: {segment_format: mpegts}
        """)
    ]
  ) { fit, report in
    guard let format = fit.spec.packaging?.value.hls?.value.segmentFormat, format.value == .mpegts,
      let codec = fit.measured.video(\.codec).first(where: { $0.value == .h265 })
    else { return }
    report.flag(
      format.place, "the ladder has H.265 and HLS goes out in `mpegts`; Apple's devices need `fmp4` for it",
      notes: [Note("the codec stands here", at: codec.place.span)], help: "write `segment_format: fmp4`",
      fix: .replace(format.place.span, with: SegmentFormat.fmp4.rawValue, .unsafe))
  }
}
