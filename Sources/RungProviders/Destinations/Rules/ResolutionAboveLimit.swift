internal import RungSource
internal import RungSpec

extension DestinationRules {
  static let resolutionAboveLimit = Rule<Feed>(
    "resolution-above-limit", family: family, severity: .warning,
    summary: "the resolution is above what a destination of the stream takes",
    why: "A destination scales the video down, or rejects the stream.",
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: ⟦2560x1440⟧}
        simulcast:
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: 1920x1080}
        simulcast:
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: ⟦1440x2560⟧}
        simulcast:
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: 1080x1920}
        simulcast:
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: ⟦1922x1080⟧}
        simulcast:
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: ⟦1440x1082⟧}
        simulcast:
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: ⟦1440x1440⟧}
        simulcast:
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: 1920x1080}
        simulcast:
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: 1920x1080}
        simulcast:
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: 1080x1920}
        simulcast:
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """)
    ]
  ) { feed, report in
    let limit = feed.destination.resolution
    guard let most = limit.value else { return }
    for resolution in feed.renditions.compactMap({ $0.value.resolution }) where !resolution.value.fits(in: most) {
      let near = resolution.value.width < resolution.value.height ? Resolution(width: most.height, height: most.width) : most
      report.flag(
        resolution.place, "resolution is \(resolution.value.text); \(feed.destination.title) allows at most \(near.text)",
        help: feed.help(.resolution, near.text, at: resolution.place.span), citation: limit.citation)
    }
  }
}
