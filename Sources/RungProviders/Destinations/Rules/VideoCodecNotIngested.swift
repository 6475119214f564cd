internal import RungSource
internal import RungSpec

extension DestinationRules {
  static let videoCodecNotIngested = Rule<Feed>(
    "video-codec-not-ingested", family: family, severity: .warning,
    summary: "a destination of the stream does not take the video codec",
    why: "A destination that cannot decode the video shows nothing, whatever the provider accepts.",
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: ⟦h265⟧, fps: 30, keyframe_interval: 2s}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, fps: 30, keyframe_interval: 2s}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, fps: 30, keyframe_interval: 2s}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h265, fps: 30, keyframe_interval: 2s}
        simulcast:
          - {url: "rtmp://a.rtmp.youtube.com/live2", key: "${env:STREAM_KEY}"}
        """)
    ]
  ) { feed, report in
    let limit = feed.destination.videoCodecs(over: feed.addresses.first?.value.scheme)
    guard let allowed = limit.value else { return }
    for codec in feed.renditions.compactMap({ $0.value.codec }) where !allowed.contains(codec.value) {
      report.flag(
        codec.place, "video codec `\(codec.value.rawValue)` is not supported by \(feed.destination.title); allowed: \(oneOf(allowed.map(\.rawValue)))",
        help: feed.help(.codec, (feed.common { $0.videoCodecs.value } ?? .h264).rawValue, at: codec.place.span), citation: limit.citation)
    }
  }
}
