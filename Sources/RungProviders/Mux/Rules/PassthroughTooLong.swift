internal import RungSource
internal import RungSpec

extension Mux {
  static let passthroughTooLong = Rule<Fit<Mux>>(
    "passthrough-too-long", family: id, severity: .error,
    summary: "`passthrough` is longer than Mux allows",
    why: "The create request states no length; the same text is limited where it is updated.",
    citation: Source.update("passthrough: max 255 characters"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: {mux: {passthrough: ⟦pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp⟧}}
        playback: {policy: public}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: {mux: {passthrough: ppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp}}
        playback: {policy: public}
        """)
    ]
  ) { fit, report in
    guard let text = fit.options.passthrough, let most = Mux.passthroughLength.value, text.value.scalarCount > most else { return }
    report.flag(text.place, "\(.mux("passthrough")) has \(text.value.scalarCount) characters; Mux allows at most \(most)", help: "shorten it")
  }
}
