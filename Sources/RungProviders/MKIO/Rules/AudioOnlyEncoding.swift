internal import RungSource
internal import RungSpec

extension MKIO {
  static let audioOnlyEncoding = Rule<Fit<MKIO>>(
    "audio-only-encoding", family: id, severity: .error,
    summary: "an audio-only stream on an encoding type, which produces video",
    why: "The presets of the encoding types are video ladders; there is none for audio alone.",
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
      fit.stream.media.place, "encoding type `\(fit.facts.party)` produces video; this stream is audio-only",
      notes: [fit.facts.because].compactMap { $0 }, help: "set \(fit.setting(.passthroughStandard)) and push the audio yourself")
  }
}
