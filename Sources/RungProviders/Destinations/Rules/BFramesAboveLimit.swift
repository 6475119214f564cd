internal import RungSource
internal import RungSpec

extension DestinationRules {
  static let bframesAboveLimit = Rule<Feed>(
    "bframes-above-limit", family: family, severity: .warning,
    summary: "more B-frames than a destination of the stream takes",
    why: "A destination of low latency does not wait for B-frames: video stutters, or the stream is rejected.",
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: "rtmp://live.joystick.tv/live"}
        encoding: passthrough
        ingest: {protocols: [rtmp]}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, gop: 50, bframes: ⟦2⟧, bitrate: 3M}
        """,
        mended: """
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: "rtmp://live.joystick.tv/live"}
        encoding: passthrough
        ingest: {protocols: [rtmp]}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, gop: 50, bframes: 0, bitrate: 3M}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: "rtmp://live.joystick.tv/live"}
        encoding: passthrough
        ingest: {protocols: [rtmp]}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, gop: 50, bframes: ⟦1⟧, bitrate: 3M}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: "rtmp://live.joystick.tv/live"}
        encoding: passthrough
        ingest: {protocols: [rtmp]}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, gop: 50, bframes: 0, bitrate: 3M}
        """)
    ]
  ) { feed, report in
    let limit = feed.destination.bframes
    guard let most = limit.value else { return }
    for count in feed.renditions.compactMap({ $0.value.bframes }) where count.value > most {
      report.flag(
        count.place, "\(count.value) consecutive B-frames are set; \(feed.destination.title) allows at most \(most)",
        help: feed.help(.bframes, "\(feed.lowest { $0.bframes.value } ?? most)", at: count.place.span), citation: limit.citation)
    }
  }
}
