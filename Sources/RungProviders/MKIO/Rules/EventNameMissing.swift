internal import RungSource
internal import RungSpec

extension MKIO {
  static let eventNameMissing = Rule<Fit<MKIO>>(
    "event-name-missing", family: id, severity: .error,
    summary: "no name for the live event can be made of the stream's name",
    why: "A live event is called by letters, digits and hyphens; Rung makes its name of the stream's when none is given.",
    citation: MKIONameForm.event.citation,
    bad: [
      Example("""
        rung: 1
        name: ⟦新闻⟧
        targets: [mkio]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: 新闻
        targets:
          mkio:
            event: news-cn
        """),
      Example("""
        rung: 1
        name: Évening news
        targets: [mkio]
        """)
    ]
  ) { fit, report in
    guard fit.options.event == nil, let name = fit.spec.name, MKIONameForm.event.slug(name.value) == nil else { return }
    report.flag(
      name.place, "no live event's name can be made of `\(name.value)`; expected \(MKIONameForm.event.expectation)",
      help: "name the event under this target: `event: …`")
  }
}
