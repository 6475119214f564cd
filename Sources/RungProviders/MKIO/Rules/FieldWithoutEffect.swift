internal import RungSource
internal import RungSpec

extension MKIO {
  static let fieldWithoutEffect = Rule<Fit<MKIO>>(
    "field-without-effect", family: id, severity: .warning,
    summary: "a field that MK.IO calls deprecated, unsupported or legacy",
    why: "The request is accepted, but the field has no effect.",
    citation: MKIO.Source.reference("LiveEventPutSchema"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            location: ⟦westeurope⟧
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            preview: {alternative_media_id: ⟦main⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            endpoint: {location: westeurope}
        """)
    ]
  ) { fit, report in
    let fields: [(Located<String>?, SpecKey, String)] = [
      (fit.options.location, .mkio("location"), "is deprecated"),
      (fit.options.clientAccessPolicy, .mkio("client_access_policy"), "is for Silverlight clients, which no longer exist"),
      (fit.options.crossDomainPolicy, .mkio("cross_domain_policy"), "is for Flash clients, which no longer exist"),
      (fit.options.preview?.value.alternativeMediaID, .mkio("preview.alternative_media_id"), "is not supported by MK.IO at present"),
    ]
    for case (let field?, let key, let reason) in fields {
      report.flag(field.place, "\(key) \(reason)", help: "remove \(key)")
    }
  }
}
