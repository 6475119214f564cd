internal import RungSource
internal import RungSpec

extension DestinationRules {
  static let videoBitrateAboveLimit = Rule<Feed>(
    "video-bitrate-above-limit", family: family, severity: .warning,
    summary: "the video bitrate is above what a destination of the stream takes",
    why: "A destination drops the connection, or viewers buffer: few of them get another quality than the one that is sent.",
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: 1920x1080, fps: 60, bitrate: ⟦12M⟧}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: 1920x1080, fps: 60, bitrate: 6000k}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: 1280x720, fps: 30, bitrate: ⟦4001k⟧}
        simulcast:
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: 1280x720, fps: 30, bitrate: 4000k}
        simulcast:
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: 1080x1920, bitrate: ⟦9001k⟧}
        simulcast:
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: 7680x4320, fps: 120, bitrate: ⟦41M⟧}
        simulcast:
          - {url: "rtmp://a.rtmp.youtube.com/live2", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: "rtmp://live.twitch.tv/app"}
        encoding: passthrough
        ingest: {protocols: [rtmp]}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, gop: 50, bitrate: ⟦7M⟧}
        """,
        mended: """
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: "rtmp://live.twitch.tv/app"}
        encoding: passthrough
        ingest: {protocols: [rtmp]}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, gop: 50, bitrate: 6000k}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: "rtmp://livepush.trovo.live/live"}
        encoding: passthrough
        ingest: {protocols: [rtmp]}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, gop: 50, rate_control: capped-crf, crf: 23, max_bitrate: ⟦9001k⟧, buffer: 9M}
        """,
        mended: """
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: "rtmp://livepush.trovo.live/live"}
        encoding: passthrough
        ingest: {protocols: [rtmp]}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, gop: 50, rate_control: capped-crf, crf: 23, max_bitrate: 9000k, buffer: 9M}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: "rtmp://livepush.trovo.live/live"}
        encoding: passthrough
        ingest: {protocols: [rtmp]}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, gop: 50, rate_control: vbr, bitrate: 3M, max_bitrate: ⟦9001k⟧, buffer: 6M}
        """,
        mended: """
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: "rtmp://livepush.trovo.live/live"}
        encoding: passthrough
        ingest: {protocols: [rtmp]}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, gop: 50, rate_control: vbr, bitrate: 3M, max_bitrate: 9000k, buffer: 6M}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: "rtmp://livepush.trovo.live/live"}
        encoding: passthrough
        ingest: {protocols: [rtmp]}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, gop: 50, rate_control: vbr, bitrate: 3M, max_bitrate: 9000k, buffer: 6M}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: "rtmp://livepush.trovo.live/live"}
        encoding: passthrough
        ingest: {protocols: [rtmp]}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, gop: 50, rate_control: cbr, bitrate: 3M, max_bitrate: 9001k, buffer: 6M}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: 1920x1080, fps: 60, bitrate: 6M}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: 1280x720, fps: 60, bitrate: 6M}
        simulcast:
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: 1280x720, fps: 59.94, bitrate: 6M}
        simulcast:
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, resolution: 1080x1920, bitrate: 9M}
        simulcast:
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, bitrate: 40M}
        simulcast:
          - {url: "rtmp://a.rtmp.youtube.com/live2", key: "${env:STREAM_KEY}"}
        """)
    ]
  ) { feed, report in
    let limit = feed.destination.videoBitrate
    guard let caps = limit.value else { return }
    for rendition in feed.renditions.map(\.value) {
      let (size, fps) = (rendition.resolution?.value, rendition.fps?.value)
      guard let cap = caps.cap(size, fps) else { continue }
      let most = feed.lowest { $0.videoBitrate.value?.cap(size, fps)?.most } ?? cap.most
      if let bitrate = rendition.bitrate, bitrate.value > cap.most {
        report.flag(
          bitrate.place, "video bitrate is \(bitrate.value.prose); \(feed.destination.title) allows at most \(cap.prose)",
          help: feed.help(.bitrate, most.text, at: bitrate.place.span), citation: limit.citation)
      } else if let peak = rendition.maxBitrate, peak.value > cap.most, rendition.rateControl?.value != .cbr {
        report.flag(
          peak.place, "video bitrate peaks at \(peak.value.prose); \(feed.destination.title) allows at most \(cap.prose)",
          help: feed.help(.maxBitrate, most.text, at: peak.place.span), citation: limit.citation)
      }
    }
  }
}
