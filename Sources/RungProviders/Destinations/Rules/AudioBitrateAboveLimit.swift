internal import RungSource
internal import RungSpec

extension DestinationRules {
  static let audioBitrateAboveLimit = Rule<Feed>(
    "audio-bitrate-above-limit", family: family, severity: .warning,
    summary: "the audio bitrate is above what a destination of the stream takes",
    why: "A destination encodes the audio anew or rejects the stream; what it does not take is lost either way.",
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: aac, channels: 2, bitrate: ⟦512k⟧}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: aac, channels: 2, bitrate: 320k}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: aac, channels: 2, bitrate: ⟦161k⟧}
        simulcast:
          - {url: "rtmp://a.rtmp.youtube.com/live2", key: "${env:STREAM_KEY}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: aac, channels: 2, bitrate: 160k}
        simulcast:
          - {url: "rtmp://a.rtmp.youtube.com/live2", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: aac, channels: 6, bitrate: ⟦385k⟧}
        simulcast:
          - {url: "rtmp://a.rtmp.youtube.com/live2", key: "${env:STREAM_KEY}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: aac, channels: 6, bitrate: 384k}
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
          audio: {codec: aac, channels: 2, bitrate: 320k}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: aac, channels: 2, bitrate: 160k}
        simulcast:
          - {url: "rtmp://a.rtmp.youtube.com/live2", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: aac, channels: 3, bitrate: 384k}
        simulcast:
          - {url: "rtmp://a.rtmp.youtube.com/live2", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: aac, bitrate: 384k}
        simulcast:
          - {url: "rtmp://a.rtmp.youtube.com/live2", key: "${env:STREAM_KEY}"}
        """)
    ]
  ) { feed, report in
    for audio in feed.renditions.compactMap(\.value.audio?.value) {
      let limit = feed.destination.audioBitrate(channels: audio.channels?.value)
      guard let bitrate = audio.bitrate, let most = limit.value, bitrate.value > most else { continue }
      let near = feed.lowest { $0.audioBitrate(channels: audio.channels?.value).value } ?? most
      report.flag(
        bitrate.place, "audio bitrate is \(bitrate.value.prose); \(feed.destination.title) allows at most \(most.prose)",
        help: feed.help(.audioBitrate, near.text, at: bitrate.place.span), citation: limit.citation)
    }
  }
}
