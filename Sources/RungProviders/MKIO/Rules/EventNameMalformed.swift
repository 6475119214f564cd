internal import RungSource
internal import RungSpec

extension MKIO {
  static let eventNameMalformed = Rule<Fit<MKIO>>(
    "event-name-malformed", family: id, severity: .error,
    summary: "MK.IO does not allow the live event's name",
    why: "The name is part of every URL of the event. It is fixed at creation and cannot be reused after the event is deleted.",
    citation: MKIONameForm.event.citation,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            event: ⟦main_stage⟧
        """,
        mended: """
        rung: 1
        name: news
        targets:
          mkio:
            event: main-stage
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            event: ⟦a⟧
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            event: ⟦-main⟧
        """,
        mended: """
        rung: 1
        name: news
        targets:
          mkio:
            event: main
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            event: main-stage
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            event: nname--123
        """)
    ]
  ) { fit, report in
    guard let name = fit.options.event, !MKIONameForm.event.isName(name.value) else { return }
    let slug = MKIONameForm.event.slug(name.value)
    report.flag(
      name.place, "\(MKIONameForm.event.noun) `\(name.value)` is not allowed; expected \(MKIONameForm.event.expectation)",
      help: slug.map { .set(.mkio("event"), $0, at: name.place.span) } ?? "rename the live event")
  }
}
