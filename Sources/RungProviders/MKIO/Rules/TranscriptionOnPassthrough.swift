internal import RungSource
internal import RungSpec

extension MKIO {
  static let transcriptionOnPassthrough = Rule<Fit<MKIO>>(
    "transcription-on-passthrough", family: id, severity: .error,
    summary: "live transcription on a live event that does not encode",
    why: "Live transcription works on the encoding types; on passthrough the request is rejected or nothing is transcribed.",
    citation: MKIO.Source.concept("live transcription is available for live encoding events"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughStandard
            transcription:
              language: ⟦en-US⟧
        encoding: passthrough
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: Standard
            transcription:
              language: en-US
        """)
    ]
  ) { fit, report in
    guard !fit.decision.isGuess, fit.decision.type.value.mode == .passthrough,
      let asked = fit.options.transcription?.value.language ?? fit.options.pipeline?.value.name
    else { return }
    let key: SpecKey = fit.options.transcription?.value.language == nil ? .mkio("pipeline") : .mkio("transcription")
    report.flag(
      asked.place, "transcription requires an encoding type; \(fit.facts.party) does not encode",
      notes: [fit.facts.because].compactMap { $0 }, help: ["set \(fit.setting(.standard))", "remove \(key)"])
  }
}
