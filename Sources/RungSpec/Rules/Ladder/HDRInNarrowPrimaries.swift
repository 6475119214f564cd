internal import RungSource

extension LadderRules {
  static let hdrInNarrowPrimaries = Rule<Ladder>(
    "hdr-in-narrow-primaries", family: "ladder", severity: .warning,
    summary: "HDR video with the primaries of SDR",
    why: "BT.2100 defines PQ and HLG with BT.2020's primaries. Players look for the pair: with other primaries some show wrong colors, and some treat the video as SDR.",
    citation: Citation("Rec. ITU-R BT.2100", "table 2: system colorimetry", url: "https://www.itu.int/rec/R-REC-BT.2100"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: h265, transfer: pq, primaries: ⟦bt709⟧}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: h265, transfer: pq, primaries: bt2020}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: h265, transfer: hlg, primaries: bt2020}
            - {name: 720p, codec: h265, transfer: pq, primaries: p3}
            - {name: 480p, codec: h264, transfer: sdr, primaries: bt709}
            - {name: 360p, codec: h264, primaries: bt709}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, VideoTransfer)? in
        guard let primaries = rendition.primaries, primaries.value == .bt709, let transfer = rendition.transfer?.value, transfer.isHDR else { return nil }
        return (primaries.place, transfer)
      },
      say: { found in
        FaultText(
          message: "\(.primaries, "bt709") of \(found.whose) are those of SDR; \(.transfer, found.fault.rawValue) is defined with BT.2020's",
          help: Help.set(.primaries, "bt2020", at: found.place.span))
      })
  }
}
