internal import RungSource
internal import RungSpec

extension DestinationRules {
  static let sampleRateNotIngested = Rule<Feed>(
    "sample-rate-not-ingested", family: family, severity: .warning,
    summary: "a destination of the stream does not take the audio sample rate",
    why: "A destination resamples the audio, or rejects the stream.",
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: aac, sample_rate: ⟦32 kHz⟧, bitrate: 128k}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: aac, sample_rate: 48 kHz, bitrate: 128k}
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
          audio: {codec: aac, sample_rate: 44.1 kHz, bitrate: 128k}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          audio: {codec: aac, sample_rate: 48 kHz, bitrate: 128k}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """)
    ]
  ) { feed, report in
    let limit = feed.destination.sampleRates
    guard let allowed = limit.value else { return }
    for rate in feed.renditions.compactMap({ $0.value.audio?.value.sampleRate }) where !allowed.contains(rate.value) {
      report.flag(
        rate.place, "audio sample rate \(rate.value.text) is not supported by \(feed.destination.title); allowed: \(CommonRules.either(allowed.map(\.text)))",
        help: feed.help(.audioSampleRate, SampleRate(hertz: 48000).text, at: rate.place.span), citation: limit.citation)
    }
  }
}
