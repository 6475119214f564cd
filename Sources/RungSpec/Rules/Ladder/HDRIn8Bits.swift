package import RungSource

extension LadderRules {
  static let hdrIn8Bits = Rule<Ladder>(
    "hdr-in-8-bits", family: "ladder", severity: .error,
    summary: "HDR video with 8 bits per sample",
    why: "PQ and HLG are defined for 10 and 12 bits. With 8 bits gradients show bands, and players that look for 10 bits treat the video as damaged or as SDR.",
    citation: Citation("Rec. ITU-R BT.2100", "table 9: digital 10- and 12-bit integer representation", url: "https://www.itu.int/rec/R-REC-BT.2100"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: h265, profile: main, transfer: ⟦pq⟧}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: av1, bit_depth: 8, transfer: ⟦hlg⟧}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: h264, transfer: ⟦pq⟧}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {transfer: ⟦hlg⟧}
          renditions:
            - {name: 1080p, codec: h265}
            - {name: 720p, codec: vp8}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {transfer: pq}
          renditions:
            - {name: 2160p, codec: h265, profile: main10}
            - {name: 1440p, codec: av1, profile: main}
            - {name: 1080p, codec: h265}
            - {name: 720p, codec: h264, transfer: sdr}
            - {name: 540p, codec: h264, profile: high10}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, VideoTransfer)? in
        guard let transfer = rendition.transfer, rendition.isHDRIn8Bits else { return nil }
        return (transfer.place, transfer.value)
      },
      say: { found in
        let cause = found.first.bitDepth ?? found.first.profile.map { Located(8, at: $0.place) }
        return FaultText(
          message: "\(.transfer, found.fault.rawValue) of \(found.whose) requires 10 bits; the video has 8",
          notes: cause.map { [MessageNote("its bit depth is set here", at: $0.place.span)] } ?? [],
          help: [found.first.codec?.value.ofTenBits.map { "set \($0)" } ?? "set another \(.codec)", "set \(.transfer, "sdr")"])
      })
  }
}

extension Rendition {
  /// HDR in an encoding of 8 bits.
  package var isHDRIn8Bits: Bool { transfer?.value.isHDR == true && (encodedBitDepth < 10 || codec?.value == .vp8) }
}

extension VideoCodec {
  /// What makes 10 bits of it, in words; nil for a codec that has none.
  package var ofTenBits: Message? {
    switch self {
    case .h264: "\(.profile, "high10")"
    case .h265: "\(.profile, "main10")"
    case .av1, .vp9: "\(.bitDepth, "10")"
    case .vp8: nil
    }
  }
}
