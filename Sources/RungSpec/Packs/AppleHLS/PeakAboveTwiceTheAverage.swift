internal import RungSource

extension AppleHLSRules {
  static let peakAboveTwiceTheAverage = Rule<Stream>(
    "peak-above-twice-the-average", family: family, severity: .note,
    summary: "a peak of more than twice the average, in a stream that is recorded",
    why: "A recording is played as video on demand later, for which Apple recommends peaks of at most 200 % of the average. There is no such recommendation for live streams.",
    citation: Standard.apple("1.30 (SHOULD, video on demand): the peak is at most 200 % of the average"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 1500k, max_bitrate: ⟦4000k⟧, buffer: 4000k}
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
            - {name: 720p, resolution: 1280x720, bitrate: 1500k, max_bitrate: 3000k, buffer: 3000k}
        recording: {formats: [hls]}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 1500k, max_bitrate: 4000k, buffer: 4000k}
        """)
    ]
  ) { stream, report in
    guard stream.spec.recording != nil else { return }
    stream.ladder?.flagShared(
      &report,
      find: { rendition -> (SourcePlace, MaxAndTarget)? in
        guard let most = rendition.maxBitrate, let target = rendition.bitrate?.value,
          let peak = Rational(most.value.bitsPerSecond, 1), let twice = Rational(target.bitsPerSecond, 1)?.times(Rational(2)), peak > twice
        else { return nil }
        return (most.place, MaxAndTarget(max: most.value, target: target))
      },
      say: { found in
        FaultText(
          message: "maximum of \(found.whose) (\(found.fault.max.prose)) is more than twice its target (\(found.fault.target.prose)); Apple recommends at most 200 % in video on demand",
          help: "set a lower \(.maxBitrate) if the recording is published without transcoding")
      })
  }
}
