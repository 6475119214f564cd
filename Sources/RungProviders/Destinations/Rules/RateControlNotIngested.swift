internal import RungSource
internal import RungSpec

extension DestinationRules {
  static let rateControlNotIngested = Rule<Feed>(
    "rate-control-not-ingested", family: family, severity: .warning,
    summary: "a destination of the stream requires another rate control",
    why: "Peaks of a variable bitrate stall the connection to a destination that expects a constant one.",
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: "rtmp://live.twitch.tv/app"}
        encoding: passthrough
        ingest: {protocols: [rtmp]}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, gop: 50, rate_control: ⟦vbr⟧, bitrate: 3M}
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
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, gop: 50, rate_control: cbr, bitrate: 3M}
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
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, gop: 50, crf: ⟦20⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {output: push, push_url: "rtmp://live.twitch.tv/app"}
        encoding: passthrough
        ingest: {protocols: [rtmp]}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 25, gop: 50, rate_control: cbr, bitrate: 3M}
        """)
    ]
  ) { feed, report in
    let limit = feed.destination.rateControls
    guard let allowed = limit.value else { return }
    for control in feed.renditions.compactMap({ $0.value.rateControl }) where !allowed.contains(control.value) {
      report.flag(
        control.place, "rate control `\(control.value.rawValue)` is not supported by \(feed.destination.title); allowed: \(oneOf(allowed.map(\.rawValue)))",
        help: feed.help(.rateControl, (feed.common { $0.rateControls.value } ?? .cbr).rawValue, at: control.place.span), citation: limit.citation)
    }
    // A constant rate factor is a rate control of its own, whether it is called so or not.
    for factor in feed.renditions.map(\.value).filter({ $0.rateControl == nil }).compactMap(\.crf) where !allowed.contains(.cappedCRF) {
      report.flag(
        factor.place, "rate control is CRF; \(feed.destination.title) supports \(oneOf(allowed.map(\.rawValue)))",
        help: ["replace it with \(.bitrate)", feed.acceptance(of: .crf)], citation: limit.citation)
    }
  }
}
