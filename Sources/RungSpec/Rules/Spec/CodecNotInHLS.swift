internal import RungSource

extension SpecRules {
  static let codecNotInHLS = Rule<Stream>(
    "codec-not-in-hls", family: "spec", severity: .warning,
    summary: "VP8 or VP9 in HLS",
    why: "Apple's players support H.264, HEVC and AV1. A JavaScript player in a browser may show VP9 in HLS; an iPhone shows nothing.",
    citation: Standard.apple("1.1 (MUST): H.264, HEVC, Dolby Vision or AV1"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: ⟦vp9⟧}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: vp9}
        packaging: {dash: {segment_format: fmp4}}
        """)
    ]
  ) { stream, report in
    guard let hls = stream.spec.packaging?.value.hls, let ladder = stream.ladder,
      // MPEG-TS cannot carry it at all, which spec/codec-not-in-mpegts reports.
      hls.value.segmentFormat?.value != .mpegts
    else { return }
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, VideoCodec)? in
        guard let codec = rendition.codec, codec.value == .vp8 || codec.value == .vp9 else { return nil }
        return (codec.place, codec.value)
      },
      say: { found in
        FaultText(
          message: "\(CodecVocabulary.name(of: found.fault)) of \(found.whose) is not supported in HLS; expected H.264, HEVC or AV1",
          help: ["set \(.codec, "h264")", "use \(path: .dash) only"])
      })
  }
}
