internal import RungSource
internal import RungSpec

extension MKIO {
  static let assetNotCreated = Rule<Fit<MKIO>>(
    "asset-not-created", family: id, severity: .note,
    summary: "the plan does not create the asset",
    why: "A live output writes into an existing asset. To create one, MK.IO requires a storage account of the project.",
    citation: MKIO.Source.reference("AssetPutProperties.storageAccountName, required"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            asset: ⟦main-stage-archive⟧
        """),
      Example("""
        rung: 1
        name: news
        targets: [⟦mkio⟧]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            asset: {name: main-stage-archive, storage_account: primary-azure}
        """)
    ]
  ) { fit, report in
    guard fit.options.asset?.value.storageAccount == nil else { return }
    report.flag(
      fit.options.asset?.place ?? fit.measured.target, "no storage account is set for the asset; the plan assumes that the asset exists",
      help: "set \(.mkio("asset"), "{storage_account: …}") and the plan creates it", missing: SpecKey.mkio("asset.storage_account").path)
  }
}
