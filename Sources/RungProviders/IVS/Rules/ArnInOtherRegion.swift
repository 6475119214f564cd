internal import RungSource
internal import RungSpec

extension IVS {
  static let arnInOtherRegion = Rule<Fit<IVS>>(
    "arn-in-other-region", family: id, severity: .warning,
    summary: "an ARN of another region than the channel's",
    why: "Each region has an endpoint and resources of its own: a request to one does not find what another has.",
    citation: Source.reference("Introduction: the API is an AWS regional service", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            region: us-east-1
            recording_configuration: ⟦"arn:aws:ivs:eu-west-1:123456789012:recording-configuration/abc"⟧
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            region: us-east-1
            failover_slate_configuration: ⟦"arn:aws:ivs:eu-west-1:123456789012:failover-slate-configuration/abc"⟧
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            region: eu-west-1
            recording_configuration: "arn:aws:ivs:eu-west-1:123456789012:recording-configuration/abc"
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            playback_restriction_policy: "arn:aws:ivs:eu-west-1:123456789012:playback-restriction-policy/abc"
        """),
    ]
  ) { fit, report in
    guard let region = fit.options.region, !region.value.contains("${env:") else { return }
    for (arn, form) in fit.options.arns where !arn.value.contains("${env:") && form.isFitting(arn.value) {
      // The fourth part, where there is one.
      guard let other = arn.value.split(separator: ":", maxSplits: 4).dropFirst(3).first, other != region.value else { continue }
      report.flag(
        arn.place, "the ARN is of `\(String(other))`, the channel in `\(region.value)`; expected one region",
        notes: [MessageNote("the channel's region is set here", at: region.place.span)],
        help: ["use a resource in `\(region.value)`", "set \(.ivs("region"), String(other))"])
    }
  }
}
