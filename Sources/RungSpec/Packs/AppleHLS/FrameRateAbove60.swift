internal import RungSource

extension AppleHLSRules {
  static let frameRateAbove60 = Rule<Stream>(
    "frame-rate-above-60", family: family, severity: .error,
    summary: "a frame rate above 60 fps",
    why: "Apple's players and displays support up to 60 fps in HLS; a variant above that is not played.",
    citation: Standard.apple("1.19 (SHALL NOT): above 60 fps"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: ⟦120⟧}
        """,
        mended: """
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 60}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 60}
        """)
    ]
  ) { stream, report in
    stream.ladder?.flagShared(
      &report,
      find: { rendition -> (SourcePlace, FrameRate)? in
        guard let fps = rendition.fps, fps.value > FrameRate(60) else { return nil }
        return (fps.place, fps.value)
      },
      say: { found in
        FaultText(
          message: "frame rate of \(found.whose) is \(found.fault.text) fps; Apple allows at most 60 fps", help: .set(.fps, "60", at: found.place.span))
      })
  }
}
