internal import RungSource
internal import RungSpec

extension MKIO {
  static let previewPolicyNotTaken = Rule<Fit<MKIO>>(
    "preview-policy-not-taken", family: id, severity: .error,
    summary: "MK.IO does not support the preview's streaming policy",
    why: "Previews are delivered unencrypted; MK.IO supports no other policy for them.",
    citation: MKIO.Source.reference("LiveEventPreview.streamingPolicyName"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            preview: {streaming_policy: ⟦Predefined_ClearKey⟧}
        """,
        mended: """
        rung: 1
        name: news
        targets:
          mkio:
            preview: {streaming_policy: Predefined_ClearStreamingOnly}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            preview: {streaming_policy: Predefined_ClearStreamingOnly}
        """)
    ]
  ) { fit, report in
    guard let policy = fit.options.preview?.value.streamingPolicy, policy.value != "Predefined_ClearStreamingOnly" else { return }
    report.flag(
      policy.place, "streaming policy `\(policy.value)` is not supported for previews; allowed: `Predefined_ClearStreamingOnly`",
      notes: [MessageNote("\(.mkio("preview.allow")) under \(.mkio("preview")) can list the addresses that may see the preview")],
      help: .set(.mkio("preview.streaming_policy"), "Predefined_ClearStreamingOnly", at: policy.place.span))
  }
}
