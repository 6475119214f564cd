internal import RungSource
internal import RungSpec

extension LiveKit {
  static let videoNotDropped = Rule<Fit<LiveKit>>(
    "video-not-dropped", family: id, severity: .note,
    summary: "the stream is audio only, and LiveKit has no word for that",
    why: "An ingress publishes what comes in. Where the source has a picture, it is transcoded and published too.",
    citation: Source.proto("CreateIngressRequest: there is no field to leave video out", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        media: ⟦audio⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        media: video
        """)
    ]
  ) { fit, report in
    guard fit.stream.media.value == .audio, let media = fit.spec.media else { return }
    report.flag(
      report.isAuthors(media.place) ? media.place : fit.measured.target,
      "the stream is audio only; LiveKit publishes a picture as well if one comes in",
      help: "have the encoder send none", missing: report.isAuthors(media.place) ? nil : "media")
  }
}
