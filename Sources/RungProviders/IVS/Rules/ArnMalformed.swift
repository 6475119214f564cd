internal import RungSource
internal import RungSpec

extension IVS {
  static let arnMalformed = Rule<Fit<IVS>>(
    "arn-malformed", family: id, severity: .error,
    summary: "an ARN that is not one of the resource that is meant",
    why: "Amazon IVS refers to resources by ARN, and takes ARNs of the right kind only.",
    citation: Source.reference("ChannelRecordingConfigurationArn: pattern"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            recording_configuration: ⟦my-recordings⟧
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            ad_configuration: ⟦"arn:aws:ivs:us-east-1:1:channel/x"⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            recording_configuration: "arn:aws:ivs:us-east-1:123456789012:recording-configuration/abc"
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            playback_restriction_policy: ""
        """)
    ]
  ) { fit, report in
    for (arn, form) in fit.options.arns where !arn.value.contains("${env:") && !form.isFitting(arn.value) {
      report.flag(arn.place, "`\(arn.value)` is not the ARN that is meant; expected \(form.says)")
    }
  }
}
