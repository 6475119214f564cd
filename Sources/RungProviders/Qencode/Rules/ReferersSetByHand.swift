internal import RungSource
internal import RungSpec

extension Qencode {
  static let referersSetByHand = Rule<Fit<Qencode>>(
    "referers-set-by-hand", family: id, severity: .warning,
    summary: "the allowed referers have to be set in the portal",
    why: "The update request has a list of referers, but no document gives the name of the field, and Rung does not guess it. A referer is easily forged, and a change applies from the next start.",
    citation: Source.reference("update: a list of referer domains allowed for stream playback"),
    isAcceptable: true,
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
      referers.place, "\(.playbackAllowedReferers) cannot be sent: Qencode does not document the name of its field",
      help: [
        "set \(referers.value.isEmpty ? "it" : oneOf(referers.value.map(\.value))) in the portal and \(AcceptsOption.way(.playbackAllowedReferers, at: id))",
        isSigned ? nil : "remove \(.playbackAllowedReferers) and set \(.playbackPolicy, "authenticated"), which is safer",
      ])
  }
}
