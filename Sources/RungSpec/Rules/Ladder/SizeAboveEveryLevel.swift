internal import RungSource

extension LadderRules {
  static let sizeAboveEveryLevel = Rule<Ladder>(
    "size-above-every-level", family: "ladder", severity: .error,
    summary: "no H.264 level allows this size, frame rate or bitrate",
    why: "The highest level, 6.2, ends at 139264 macroblocks a frame (8192x4352). Beyond it there is no stream that a decoder has to take.",
    citation: Standard.h264("Table A-1, level limits (shall)"),
    bad: [
      Example("""
        rung: 1
        name: wall
        ladder:
          renditions:
            - {name: wall, resolution: ⟦12288x6480⟧, codec: h264}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: wall
        ladder:
          renditions:
            - {name: wall, resolution: 7680x4320, fps: 60, codec: h264}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (Place, H264Load)? in
        guard let size = rendition.resolution, let load = rendition.h264Load(refFrames: 1, bframes: 0),
          let highest = H264Level.all.last, highest.isExceeded(by: load)
        else { return nil }
        return (size.place, load)
      },
      say: { found in
        Wording(
          message: "no H.264 level allows \(found.whose): \(H264Level.all.last?.excesses(of: found.fault).first ?? "its limits are exceeded") at 6.2, the highest",
          help: "lower it, or split the picture")
      })
  }
}
