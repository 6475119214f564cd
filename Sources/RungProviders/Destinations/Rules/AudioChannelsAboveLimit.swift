internal import RungSource
internal import RungSpec

extension DestinationRules {
  static let audioChannelsAboveLimit = Rule<Feed>(
    "audio-channels-above-limit", family: family, severity: .warning,
    summary: "more audio channels than a destination of the stream takes",
    why: "A destination mixes the channels down without being told how, or rejects the stream.",
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: aac, channels: ⟦6⟧, bitrate: 256k}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: aac, channels: 2, bitrate: 256k}
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
          audio: {codec: aac, channels: 2, bitrate: 256k}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: aac, channels: 6, bitrate: 256k}
        simulcast:
          - {url: "rtmp://a.rtmp.youtube.com/live2", key: "${env:STREAM_KEY}"}
        """)
    ]
  ) { feed, report in
    let limit = feed.destination.audioChannels
    guard let most = limit.value else { return }
    for channels in feed.renditions.compactMap({ $0.value.audio?.value.channels }) where channels.value > most {
      report.flag(
        channels.place, "audio has \(channels.value) channels; \(feed.destination.title) allows at most \(most)",
        help: feed.help(.audioChannels, "\(feed.lowest { $0.audioChannels.value } ?? most)", at: channels.place.span), citation: limit.citation)
    }
  }
}
