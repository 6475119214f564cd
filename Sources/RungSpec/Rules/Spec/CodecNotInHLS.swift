internal import RungSource

extension SpecRules {
  static let codecNotInHLS = Rule<Stream>(
    "codec-not-in-hls", family: "spec", severity: .warning,
    summary: "VP8 or VP9 in HLS",
    why: "Apple's players take H.264, HEVC and AV1. A browser with a player of its own may show VP9 in HLS; an iPhone shows nothing.",
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
      // Where there is no place for it at all, that is said.
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
          message: "\(CodecVocabulary.name(of: found.fault)) of \(found.whose) goes out as HLS; expected H.264, HEVC or AV1",
          help: "write `codec: h264`, or package it as DASH")
      })
  }
}
