internal import RungSource
internal import RungSpec

extension MKIO {
  static let assetNotCreated = Rule<Fit<MKIO>>(
    "asset-not-created", family: id, severity: .note,
    summary: "the plan does not create the asset",
    why: "A live output writes into an asset that is there. To create one, MK.IO needs to know in which storage of the project.",
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
      fit.options.asset?.place ?? fit.measured.target, "no storage is named for the asset; the plan takes the asset as there",
      help: "write `asset: {storage_account: …}` to have it created")
  }
}
