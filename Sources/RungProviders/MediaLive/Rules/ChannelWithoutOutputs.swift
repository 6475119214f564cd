internal import RungSource
internal import RungSpec

extension MediaLive {
  static let channelWithoutOutputs = Rule<Fit<MediaLive>>(
    "channel-without-outputs", family: id, severity: .warning,
    summary: "a channel without a rendition",
    why: "MediaLive encodes what it sends on, and makes no ladder by itself: a channel without renditions has no outputs, and costs what a channel costs.",
    citation: Source.medialive("EncoderSettings.VideoDescriptions, AudioDescriptions, OutputGroups", strength: .inferred),
    scope: .wholeStreams,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [⟦medialive⟧]
        ingest: {protocols: [rtmp], allow: [203.0.113.0/24]}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ingest: {protocols: [rtmp], allow: [203.0.113.0/24]}
        ladder:
          renditions:
            - {name: 720p, codec: h264, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3000k}
        """),
      Example(body: "medialive.create-input", """
        {"Name": "news", "Type": "RTMP_PUSH", "InputSecurityGroups": ["1234567"], "Destinations": [{"StreamName": "live/primary"}]}
        """),
    ]
  ) { fit, report in
    guard fit.measured.renditions.isEmpty, !fit.isWritten("ladder", "renditions"), !fit.isWritten("ladder", "preset") else { return }
    report.flag(
      fit.measured.target, "the channel has no outputs; no \(term: .rendition) is set", help: "add \(.renditions)",
      missing: SpecKey.renditions.path)
  }
}
