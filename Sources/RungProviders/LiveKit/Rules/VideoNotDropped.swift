internal import RungSource
internal import RungSpec

extension LiveKit {
  static let videoNotDropped = Rule<Fit<LiveKit>>(
    "video-not-dropped", family: id, severity: .note,
    summary: "the stream is audio-only, but LiveKit cannot drop video",
    why: "An ingress publishes what it receives. Where the source has video, it is transcoded and published too.",
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
      "the stream is audio-only; LiveKit also publishes video if the encoder sends it",
      help: "turn video off in the encoder", missing: report.isAuthors(media.place) ? nil : "media")
  }
}
