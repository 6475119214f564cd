internal import RungSource
internal import RungSpec

extension DestinationRules {
  static let protocolNotIngested = Rule<Feed>(
    "protocol-not-ingested", family: family, severity: .warning,
    summary: "a destination of the stream does not take the protocol of its address",
    why: "The destination does not listen for this protocol: nothing arrives.",
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, fps: 30, keyframe_interval: 2s}
        simulcast:
          - {url: ⟦"rtmp://live-api-s.facebook.com/rtmp/"⟧, key: "${env:STREAM_KEY}"}
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
          - {url: "rtmps://live-api-s.facebook.com:443/rtmp/", key: "${env:STREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ingest:
          video: {codec: h264, fps: 30, keyframe_interval: 2s}
        simulcast:
          - {url: "rtmp://live.twitch.tv/app", key: "${env:STREAM_KEY}"}
        """)
    ]
  ) { feed, report in
    let limit = feed.destination.protocols
    guard let allowed = limit.value?.map(\.rawValue) else { return }
    for address in feed.addresses where !allowed.contains(address.value.scheme) {
      report.flag(
        address.place, "a `\(address.value.scheme)` address is not supported by \(feed.destination.title); allowed: \(oneOf(allowed))",
        help: ["use the address of \(feed.destination.title) for \(oneOf(allowed))", feed.acceptanceOfAddress], citation: limit.citation)
    }
  }
}
