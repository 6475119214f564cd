internal import RungSource
internal import RungSpec

extension MKIO {
  static let audioOnlyEncoding = Rule<Fit<MKIO>>(
    "audio-only-encoding", family: id, severity: .error,
    summary: "an audio stream on an encoding type",
    why: "The presets of the encoding types are ladders of pictures; there is none for sound alone.",
    citation: MKIO.Source.concept("live event types", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        media: ⟦audio⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        media: audio
        encoding: passthrough
        """)
    ]
  ) { fit, report in
    guard fit.stream.media.value == .audio, fit.decision.type.value.mode == .transcode else { return }
    report.flag(
      fit.stream.media.place, "the stream is audio alone; \(fit.facts.party) makes a ladder of pictures",
      notes: [fit.facts.because].compactMap { $0 }, help: "send the ladder yourself, with \(fit.words(asking: .passthroughStandard))")
  }
}
