internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let segmentFormatMissing = Rule<Fit<Tenbyte>>(
    "segment-format-missing", family: id, severity: .error,
    summary: "HLS is set without a segment format",
    why: "Tenbyte packages HLS as MPEG-TS or fragmented MP4 and has no default. DASH has one format only, and Rung fills it in.",
    citation: Source.reference("packaging.hls.segment_format, required"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        packaging:
          ⟦hls⟧: {playlist_segments: 6}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        packaging:
          hls: {segment_format: fmp4}
          dash: {window: 60s}
        """)
    ]
  ) { fit, report in
    guard let hls = fit.spec.packaging?.value.hls, hls.value.segmentFormat == nil,
      fit.stream.written("packaging", "hls")?.says("segment_format", among: HLSPackaging.shape.keys) != true
    else { return }
    report.flag(
      fit.stream.writtenKey("packaging", "hls") ?? hls.place,
      "\(path: .hls) has no \(.hlsSegmentFormat); Tenbyte requires `mpegts` or `fmp4`",
      help: ["set \(.hlsSegmentFormat, "mpegts"), which plays on the oldest devices", "set \(.hlsSegmentFormat, "fmp4"), which HEVC requires"])
  }
}
