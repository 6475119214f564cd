internal import RungSource
internal import RungSpec

extension MKIO {
  static let eventNameMalformed = Rule<Fit<MKIO>>(
    "event-name-malformed", family: id, severity: .error,
    summary: "the live event's name is not one that MK.IO takes",
    why: "The name is part of every URL of the event. It is fixed at creation and cannot be used again after the event is deleted.",
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
    let mended = MKIONameForm.event.slug(name.value)
    report.flag(
      name.place, "`\(name.value)` is not a live event's name; expected \(MKIONameForm.event.expectation)",
      help: mended.map { "write `\($0)`" } ?? "choose another name", fix: mended.map { .replace(name.place.span, with: $0, .unsafe) })
  }
}
