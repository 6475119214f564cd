internal import RungSource
internal import RungSpec

extension IVS {
  static let multitrackNotStandard = Rule<Fit<IVS>>(
    "multitrack-not-standard", family: id, severity: .error,
    summary: "multitrack input on a channel that is not STANDARD",
    why: "Amazon IVS refuses multitrack input on channels of another type.",
    citation: Source.reference("MultitrackInputConfiguration.enabled: true only if the channel type is STANDARD"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            type: ADVANCED_HD
            multitrack: ⟦{policy: ALLOW}⟧
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            type: BASIC
            multitrack: ⟦{policy: ALLOW}⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            type: STANDARD
            multitrack: {policy: ALLOW}
        encoding: passthrough
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            multitrack: {policy: ALLOW}
        """)
    ]
  ) { fit, report in
    guard let multitrack = fit.options.multitrack, let type = fit.options.type, type.value != .standard else { return }
    report.flag(
      multitrack.place, "\(.ivs("multitrack")) requires STANDARD; the channel is \(type.value.rawValue)",
      help: ["set \(.ivs("type"), "STANDARD")", "remove \(.ivs("multitrack"))"])
  }
}
