internal import RungSource
internal import RungSpec

extension IVS {
  static let audioOnly = Rule<Fit<IVS>>(
    "audio-only", family: id, severity: .error,
    summary: "an audio-only stream",
    why: "Low-latency streaming of Amazon IVS requires video in what the encoder sends.",
    citation: Source.streaming("audio-only input is not supported"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        media: ⟦audio⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        media: video
        """)
    ]
  ) { fit, report in
    guard fit.stream.media.value == .audio else { return }
    report.name(fit.stream.media.place)
    report.flag(fit.stream.media.place, "audio-only input is not supported by Amazon IVS; expected video with audio", help: "set \(.media, "video")")
  }
}
