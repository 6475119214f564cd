internal import RungSource

extension AppleHLSRules {
  static let frameRateNotNatural = Rule<Stream>(
    "frame-rate-not-natural", family: family, severity: .note,
    summary: "an unusual frame rate for content, in a stream that is recorded",
    why: "A recording is played as video on demand later, for which Apple recommends the native frame rate of the content. A rate in between drops or doubles frames unevenly.",
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
        // Above 60 another rule reports it.
        guard let fps = rendition.fps, fps.value <= FrameRate(60), !naturalRates.contains(fps.value.value) else { return nil }
        return (fps.place, fps.value)
      },
      say: { found in
        FaultText(
          message: "frame rate of \(found.whose) is \(found.fault.text) fps; Apple recommends the native rate of the content in video on demand",
          help: "set \(.fps) to the rate of the source: 23.976, 24, 25, 29.97, 30, 50, 59.94 or 60")
      })
  }
}

private let naturalRates: [Rational] =
  [24, 25, 30, 50, 60].map { Rational($0) } + [24000, 30000, 60000].compactMap { Rational($0, 1001) }
