internal import RungSource
internal import RungSpec

extension MKIO {
  static let resourceNameMalformed = Rule<Fit<MKIO>>(
    "resource-name-malformed", family: id, severity: .error,
    summary: "MK.IO does not allow a name under the target",
    why: "Names of outputs, assets, locators and endpoints are part of URLs; a request with a malformed name is rejected.",
    citation: MKIO.Source.reference("names of resources"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            output: ⟦main archive⟧
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            manifest: ⟦x⟧
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            asset: ⟦news/2026⟧
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            asset: {storage_account: primary-azure, container: ⟦Source--Video⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            endpoint: {name: ⟦my_endpoint⟧, location: westeurope}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            output: main-archive
            manifest: index
            asset: {name: news 2026, storage_account: primary-azure, container: source-video, sub_path: a/b}
            locator: main-stage-live
        """)
    ]
  ) { fit, report in
    let asset = fit.options.asset?.value
    let locator = fit.options.locator?.value
    let endpoint = fit.options.endpoint?.value
    func judge(_ name: Located<String>?, _ form: MKIONameForm) {
      guard let name, !form.isName(name.value) else { return }
      report.flag(
        name.place, "\(form.noun) `\(name.value)` is not allowed; expected \(form.expectation)", help: "rename it",
        citation: form.citation)
    }
    judge(fit.options.output, .output)
    judge(fit.options.manifest, .manifest)
    judge(asset?.name, .asset)
    judge(asset?.container, .container)
    judge(asset?.subPath, .subPath)
    judge(locator?.name, .locator)
    judge(locator?.id, .locatorID)
    judge(endpoint?.name, .endpoint)
    judge(endpoint?.publicName, .publicName)
  }
}
