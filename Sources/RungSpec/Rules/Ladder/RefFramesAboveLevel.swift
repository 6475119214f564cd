internal import RungSource

extension LadderRules {
  static let refFramesAboveLevel = Rule<Ladder>(
    "ref-frames-above-level", family: "ladder", severity: .error,
    summary: "more reference frames than the level allows",
    why: "A level limits the decoded picture buffer: the larger the frame, the fewer fit. With more references than that the encoder only warns, and a decoder with the minimum buffer shows broken frames.",
    citation: Standard.x264("DPB size (8 frames, 65280 mbs) > level limit (4 frames, 32768 mbs)"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 25, codec: h264, level: "4.0", ref_frames: ⟦8⟧, bframes: 3}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 25, codec: h264, level: "4.0", ref_frames: 4, bframes: 3}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, codec: h265, level: "4.1", ref_frames: ⟦8⟧, bframes: 3}
          renditions:
            - {name: 1080p, resolution: 1920x1080}
            - {name: 360p, resolution: 640x360}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, codec: h265, level: "4.1", ref_frames: 5, bframes: 3}
          renditions:
            - {name: 1080p, resolution: 1920x1080}
            - {name: 360p, resolution: 640x360}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 25, codec: h264, level: "4.0", ref_frames: 4, bframes: 3}
            - {name: 360p, resolution: 640x360, fps: 25, codec: h264, level: "3.0", ref_frames: 8, bframes: 3}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, TooMany)? in
        guard rendition.level != nil, let frames = rendition.refFrames, frames.value > 1, let shortfall = LevelShortfall(rendition),
          let most = shortfall.fittingRefFrames
        else { return nil }
        return (
          frames.place,
          TooMany(frames: frames.value, most: most, level: shortfall.level.name, needed: shortfall.needed.name, size: shortfall.load.resolution)
        )
      },
      say: { found in
        let fault = found.fault
        return FaultText(
          message:
            "\(.refFrames, fault.frames) of \(found.whose) is too high for level \(fault.level); it allows \(fault.most) at \(fault.size.text)",
          notes: found.first.level.map { [MessageNote("the level is set here", at: $0.place.span)] } ?? [],
          help: .set(.refFrames, "\(fault.most)", at: found.place.span, or: "set \(.level, "\"\(fault.needed)\"")"))
      })
  }

  private struct TooMany: Equatable {
    let frames: Int
    let most: Int
    let level: String
    let needed: String
    let size: Resolution
  }
}
