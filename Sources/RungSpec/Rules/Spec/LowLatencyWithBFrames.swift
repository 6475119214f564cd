internal import RungSource

extension SpecRules {
  static let lowLatencyWithBFrames = Rule<Stream>(
    "low-latency-with-b-frames", family: "spec", severity: .warning,
    summary: "low latency with B-frames",
    why: "A B-frame waits for the frame after it, in the encoder and in the decoder. That is little compared with a segment, and much compared with a part.",
    citation: Standard.practice("no B-frames for low-latency delivery"),
    bad: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        ladder:
          defaults: {bframes: ⟦3⟧}
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25}
            - {name: 480p, resolution: 854x480, fps: 25}
        """,
        mended: """
        rung: 1
        name: news
        low_latency: true
        ladder:
          defaults: {bframes: 0}
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25}
            - {name: 480p, resolution: 854x480, fps: 25}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, bframes: 0}
        """)
    ]
  ) { stream, report in
    guard stream.spec.lowLatency?.value == true, let ladder = stream.ladder, ladder.media == .video else { return }
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, Int)? in
        guard let bframes = rendition.bframes, bframes.value > 0 else { return nil }
        return (bframes.place, bframes.value)
      },
      say: { found in
        FaultText(
          message: "\(.bframes, found.fault) of \(found.whose) adds latency; the stream has \(.lowLatency, "true")",
          help: .set(.bframes, "0", at: found.place.span))
      })
  }
}
