internal import RungSource
internal import RungSpec

extension IVS {
  static let sentSizeAboveLimit = Rule<Fit<IVS>>(
    "sent-size-above-limit", family: id, severity: .error,
    summary: "the encoder sends more than 1080p",
    why: "Every channel type takes at most 1080p. The stream of an encoder that exceeds it is probably disconnected at once.",
    citation: Source.cloudFormation("Type: resolution can be up to 1080p"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        ingest:
          video: {resolution: ⟦2560x1440⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: {ivs: {type: BASIC}}
        ingest:
          video: {resolution: ⟦3840x2160⟧, bitrate: 3M}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        ingest:
          video: {resolution: 1920x1080}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        ingest:
          video: {resolution: 1080x1920}
        """)
    ]
  ) { fit, report in
    for size in IVS.sentSizes(fit.stream) ?? [] where IVSDefinition(of: size.value) == nil {
      report.flag(size.place, "\(size.value.text) is more than 1080p, the most that a channel takes", help: "use at most 1920x1080")
    }
  }
}
