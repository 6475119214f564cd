internal import RungSource

extension LadderRules {
  static let sizeAboveEveryLevel = Rule<Ladder>(
    "size-above-every-level", family: "ladder", severity: .error,
    summary: "no level of the codec allows this size, frame rate or bitrate",
    why: "The highest level of H.264 allows 139264 macroblocks a frame (8192x4352), those of HEVC and AV1 the same number of samples. No decoder has to support a stream above that.",
    citation: Standard.h264("Table A-1, level limits (shall)"),
    bad: [
      Example("""
        rung: 1
        name: wall
        ladder:
          renditions:
            - {name: wall, resolution: ⟦12288x6480⟧, codec: h264}
        """),
      Example("""
        rung: 1
        name: slow motion
        ladder:
          renditions:
            - {name: 2160p, resolution: 3840x2160, fps: ⟦600⟧, codec: h265}
        """),
      Example("""
        rung: 1
        name: lossless
        ladder:
          renditions:
            - {name: 2160p, resolution: 3840x2160, fps: 30, codec: av1, bitrate: ⟦900M⟧}
        """),
      Example("""
        rung: 1
        name: mezzanine
        ladder:
          renditions:
            - {name: 2160p, resolution: 3840x2160, fps: 30, codec: h265, tier: main, bitrate: ⟦300M⟧}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: wall
        ladder:
          renditions:
            - {name: wall, resolution: 7680x4320, fps: 60, codec: h264}
            - {name: wall-hevc, resolution: 7680x4320, fps: 120, codec: h265, bitrate: 200M}
            - {name: mezzanine, resolution: 3840x2160, fps: 30, codec: h265, tier: high, bitrate: 300M}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, Beyond)? in
        guard let codec = rendition.codec?.value, let load = rendition.leastLoad, let highest = VideoLevel.highest(of: codec),
          highest.isExceeded(by: load, tier: rendition.statedTier ?? .high),
          let excess = highest.excesses(of: load, tier: rendition.statedTier ?? .high).first, let place = rendition.place(of: excess.limit)
        else { return nil }
        return (
          place,
          Beyond(codec: codec, level: highest.name, excess: excess, isWithinHighTier: !highest.isExceeded(by: load, tier: .high)))
      },
      say: { found in
        FaultText(
          message:
            "no \(CodecVocabulary.name(of: found.fault.codec)) level allows \(found.whose): \(found.fault.excess.text) (\(found.fault.level) is the highest)",
          help: found.fault.isWithinHighTier
            ? ["set a lower value", "set \(.tier, "high")"]
            : found.fault.excess.limit == .frameSize || found.fault.excess.limit == .side ? ["set a smaller \(.resolution)", "split the video into several streams"] : "set a lower value")
      })
  }

  private struct Beyond: Equatable {
    let codec: VideoCodec
    let level: String
    let excess: LevelExcess
    let isWithinHighTier: Bool
  }
}
