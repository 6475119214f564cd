internal import RungSource
internal import RungSpec

extension DestinationRules {
  static let audioCodecNotIngested = Rule<Feed>(
    "audio-codec-not-ingested", family: family, severity: .warning,
    summary: "a destination of the stream does not take the audio codec",
    why: "A destination that cannot decode the audio is silent, or rejects the stream.",
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: ⟦mp3⟧, channels: 2, bitrate: 128k}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: aac, channels: 2, bitrate: 128k}
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
          audio: {codec: aac, channels: 2, bitrate: 128k}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: mp3, channels: 2, bitrate: 128k}
        simulcast:
          - {url: "rtmp://a.rtmp.youtube.com/live2", key: "${env:STREAM_KEY}"}
        """)
    ]
  ) { feed, report in
    let limit = feed.destination.audioCodecs
    guard let allowed = limit.value else { return }
    for codec in feed.renditions.compactMap({ $0.value.audio?.value.codec }) where !allowed.contains(codec.value) {
      report.flag(
        codec.place, "audio codec `\(codec.value.rawValue)` is not supported by \(feed.destination.title); allowed: \(oneOf(allowed.map(\.rawValue)))",
        help: feed.help(.audioCodec, (feed.common { $0.audioCodecs.value } ?? .aac).rawValue, at: codec.place.span), citation: limit.citation)
    }
  }
}
