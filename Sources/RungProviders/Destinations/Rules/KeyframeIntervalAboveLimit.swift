internal import RungSource
internal import RungSpec

extension DestinationRules {
  static let keyframeIntervalAboveLimit = Rule<Feed>(
    "keyframe-interval-above-limit", family: family, severity: .warning,
    summary: "keyframes are further apart than a destination of the stream takes",
    why: "Destinations cut segments at keyframes. Keyframes that are further apart make viewers wait and buffer, and some destinations end the stream.",
    replaces: ["spec/ingest-keyframes-unusual", "ladder/keyframe-interval-unusual"], isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, fps: 30, keyframe_interval: ⟦10s⟧}
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
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, fps: 30000/1001, gop: ⟦250⟧}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """,
        mended: """
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, fps: 30000/1001, gop: 60}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, fps: 30, keyframe_interval: ⟦5s⟧}
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
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, keyframe_interval: ⟦3s⟧, bitrate: 3M}
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
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, keyframe_interval: 2s, bitrate: 3M}
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
          video: {codec: h264, fps: 30000/1001, gop: 60}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, fps: 30, keyframe_interval: 4s}
        simulcast:
          - {url: "rtmp://a.rtmp.youtube.com/live2", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, fps: 30, keyframe_interval: 10s}
        simulcast:
          - {url: "rtmp://evil-twitch.tv/app", key: "${env:STREAM_KEY}"}
        """)
    ]
  ) { feed, report in
    let limit = feed.destination.keyframeInterval
    // 60 frames at 29.97 fps are the two seconds that are meant.
    guard let most = limit.value, let longest = Rational(1001, 1000).flatMap({ most.value.times($0) }) else { return }
    for rendition in feed.renditions.map(\.value) {
      guard let interval = rendition.keyframeInterval, interval.value.value > longest else { continue }
      let (statesGOP, statesInterval) = (rendition.gop.map { report.isAuthors($0.place) } ?? false, report.isAuthors(interval.place))
      let mend = KeyframeMend(
        near: min((feed.lowest { $0.keyframeInterval.value } ?? most).value, Rational(2)), at: rendition.fps?.value, states: statesGOP, interval: statesInterval, keys: feed.isContribution ? .ingest : .ladder)
      // The place of what is written: an interval that follows from frames is nobody's to accept.
      let place = statesInterval ? interval.place : rendition.gop?.place ?? interval.place
      report.flag(
        place, "keyframe interval is \(interval.value.roundedText); \(feed.destination.title) allows at most \(most.text)",
        help: mend.help(at: place, or: feed.acceptance(of: statesInterval ? .keyframeInterval : .gop)), citation: limit.citation)
    }
  }
}
