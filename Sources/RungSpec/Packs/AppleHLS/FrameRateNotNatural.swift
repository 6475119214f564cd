internal import RungSource

extension AppleHLSRules {
  static let frameRateNotNatural = Rule<Stream>(
    "frame-rate-not-natural", family: family, severity: .note,
    summary: "a frame rate that is none of those that content is made at, in a stream that is recorded",
    why: "What is recorded is played as video on demand later, and there Apple asks for the rate that the content was made at. A rate in between drops or doubles frames unevenly.",
    citation: Standard.apple("1.18 (SHOULD, video on demand): 23.976, 24, 25, 29.97, 30, 50, 59.94 or 60 fps"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: ⟦20⟧}
        recording: {formats: [hls]}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30000/1001}
            - {name: 480p, resolution: 854x480, fps: 24}
        recording: {formats: [hls]}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 20}
        """)
    ]
  ) { stream, report in
    guard stream.spec.recording != nil else { return }
    stream.ladder?.flagShared(
      &report,
      find: { rendition -> (SourcePlace, FrameRate)? in
        // Above 60 there is more to say.
        guard let fps = rendition.fps, fps.value <= FrameRate(60), !naturalRates.contains(fps.value.value) else { return nil }
        return (fps.place, fps.value)
      },
      say: { found in
        FaultText(
          message: "\(found.whose) has \(found.fault.text) fps; Apple asks for a natural rate in video on demand",
          help: "keep the rate of the source: 23.976, 24, 25, 29.97, 30, 50, 59.94 or 60")
      })
  }
}

private let naturalRates: [Rational] =
  [24, 25, 30, 50, 60].map { Rational($0) } + [24000, 30000, 60000].compactMap { Rational($0, 1001) }
