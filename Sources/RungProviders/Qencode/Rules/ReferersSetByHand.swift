internal import RungSource
internal import RungSpec

extension Qencode {
  static let referersSetByHand = Rule<Fit<Qencode>>(
    "referers-set-by-hand", family: id, severity: .warning,
    summary: "the sites that may embed the player have to be set by hand",
    why: "The update request takes a list of referers, and no document gives the name of the field: Rung sends none that it would have to guess. A referer is easily forged, and a change counts from the next start on.",
    citation: Source.reference("update: a list of referer domains allowed for stream playback"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        playback:
          allowed_referers: ⟦[example.com]⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        playback:
          policy: public
        """)
    ]
  ) { fit, report in
    guard let referers = fit.spec.playback?.value.allowedReferers else { return }
    if let written = fit.stream.written("playback", "allowed_referers") { report.nameLeaves(of: written) }
    let isSigned = fit.spec.playback?.value.policy?.value == .authenticated
    report.flag(
      referers.place, "`allowed_referers` cannot be sent: Qencode has a field for it, whose name is in no document",
      help: "set \(referers.value.isEmpty ? "it" : oneOf(referers.value.map(\.value))) in the portal\(isSigned ? "" : ", or remove `allowed_referers` and write `policy: authenticated`, which is safer")")
  }
}
