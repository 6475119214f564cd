internal import RungSource
internal import RungSpec

extension MKIO {
  static let descriptionTooLong = Rule<Fit<MKIO>>(
    "description-too-long", family: id, severity: .error,
    summary: "a description is longer than MK.IO allows",
    why: "The schema limits the length of descriptions; a request with a longer one is rejected.",
    citation: MKIO.descriptionLength.citation,
    bad: [
      Example("rung: 1\nname: news\ntargets: [mkio]\ndescription: ⟦\(String(repeating: "x", count: 4097))⟧\n")
    ],
    good: [
      Example("rung: 1\nname: news\ntargets: [mkio]\ndescription: \(String(repeating: "x", count: 4096))\n"),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            output_description: Archive of the main stage feed
        """)
    ]
  ) { fit, report in
    let event = fit.options.eventDescription ?? fit.spec.description
    guard let most = MKIO.descriptionLength.value else { return }
    for text in [event, fit.options.outputDescription, fit.options.asset?.value.description].compactMap({ $0 })
    where !text.value.hasLength(0...most) {
      report.flag(
        text.place, "the description has \(text.value.scalarCount) characters; MK.IO allows at most \(most)",
        help: "shorten the description to at most \(most) characters")
    }
  }
}
