internal import RungSource
internal import RungSpec

extension DestinationRules {
  static let frameRateAboveLimit = Rule<Feed>(
    "frame-rate-above-limit", family: family, severity: .warning,
    summary: "the frame rate is above what a destination of the stream takes",
    why: "A destination drops frames unevenly, or rejects the stream.",
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, fps: ⟦120⟧, keyframe_interval: 2s}
        simulcast:
          - {url: "rtmp://a.rtmp.youtube.com/live2", key: "${env:STREAM_KEY}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, fps: 60, keyframe_interval: 2s}
        simulcast:
          - {url: "rtmp://a.rtmp.youtube.com/live2", key: "${env:STREAM_KEY}"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, fps: 60, keyframe_interval: 2s}
        simulcast:
          - {url: "rtmp://a.rtmp.youtube.com/live2", key: "${env:STREAM_KEY}"}
        """)
    ]
  ) { feed, report in
    let limit = feed.destination.frameRateMaximum
    guard let most = limit.value else { return }
    for rate in feed.renditions.compactMap({ $0.value.fps }) where rate.value > most {
      report.flag(
        rate.place, "frame rate is \(rate.value.text) fps; \(feed.destination.title) allows at most \(most.text) fps",
        help: feed.help(.fps, (feed.lowest { $0.frameRateMaximum.value } ?? most).text, at: rate.place.span), citation: limit.citation)
    }
  }
}
