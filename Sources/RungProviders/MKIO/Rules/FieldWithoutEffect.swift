internal import RungSource
internal import RungSpec

extension MKIO {
  static let fieldWithoutEffect = Rule<Fit<MKIO>>(
    "field-without-effect", family: id, severity: .warning,
    summary: "a field that MK.IO calls deprecated, unsupported or a legacy",
    why: "The request is accepted, and nothing comes of the field.",
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
    let fields: [(Located<String>?, String, String)] = [
      (fit.options.location, "location", "is deprecated"),
      (fit.options.clientAccessPolicy, "client_access_policy", "is for Silverlight clients, of which there are none left"),
      (fit.options.crossDomainPolicy, "cross_domain_policy", "is for Flash clients, of which there are none left"),
      (fit.options.preview?.value.alternativeMediaID, "alternative_media_id", "is not supported at present"),
    ]
    for case (let field?, let key, let reason) in fields {
      report.flag(field.place, "`\(key)` \(reason)", help: "leave it away")
    }
  }
}
