internal import RungSource
internal import RungSpec

extension MKIO {
  static let eventNameMissing = Rule<Fit<MKIO>>(
    "event-name-missing", family: id, severity: .error,
    summary: "no live event name can be derived from the stream's name",
    why: "A live event's name has letters, digits and hyphens; Rung derives it from the stream's name when none is set.",
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
      name.place, "no live event name can be derived from `\(name.value)`; expected \(MKIONameForm.event.expectation)",
      help: "set \(.mkio("event"), "…") under this target")
  }
}
