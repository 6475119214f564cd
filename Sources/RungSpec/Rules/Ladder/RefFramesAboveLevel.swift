internal import RungSource

extension LadderRules {
  static let refFramesAboveLevel = Rule<Ladder>(
    "ref-frames-above-level", family: "ladder", severity: .error,
    summary: "more reference frames than the stated level has room for",
    why: "A level says how many decoded pictures a decoder keeps: the larger the picture, the fewer. With more references than that the encoder only warns, and a decoder that keeps no more than it has to shows broken pictures.",
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
            "\(fault.frames) reference frames of \(found.whose); level \(fault.level) has room for \(fault.most) at \(fault.size.text)",
          notes: found.first.level.map { [MessageNote("the level stands here", at: $0.place.span)] } ?? [],
          help: "write `ref_frames: \(fault.most)`, or `level: \"\(fault.needed)\"`",
          fix: .replace(found.place.span, with: String(fault.most), .unsafe))
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
