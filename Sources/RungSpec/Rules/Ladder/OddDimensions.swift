internal import RungSource

extension LadderRules {
  static let oddDimensions = Rule<Ladder>(
    "odd-dimensions", family: "ladder", severity: .error,
    summary: "a width or height is odd",
    why: "Video for delivery is 4:2:0: one color sample covers two by two pixels, so both sides are even. x264, x265 and SVT-AV1 do not start with an odd side.",
    citation: Standard.h264("7.4.2.1.1: the picture is cropped in units of two samples for 4:2:0"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 480p, codec: h264, resolution: ⟦853x480⟧}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 480p, codec: h264, resolution: 854x480}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 480p, codec: h264, resolution: 854x480}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, Resolution)? in
        // VP8 and VP9 encoders round the color planes up themselves.
        guard let size = rendition.resolution, !size.value.isEven,
          rendition.codec?.value != .vp8, rendition.codec?.value != .vp9
        else { return nil }
        return (size.place, size.value)
      },
      say: { found in
        let size = found.fault
        let even = size.evened
        return FaultText(
          message: "\(size.text) of \(found.whose) has an odd \(size.width % 2 == 0 ? "height" : "width"); 4:2:0 video requires even sides",
          help: .set(.resolution, even.text, at: found.place.span))
      })
  }
}
