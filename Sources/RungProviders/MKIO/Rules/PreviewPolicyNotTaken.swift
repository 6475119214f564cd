internal import RungSource
internal import RungSpec

extension MKIO {
  static let previewPolicyNotTaken = Rule<Fit<MKIO>>(
    "preview-policy-not-taken", family: id, severity: .error,
    summary: "the preview has a streaming policy that MK.IO does not support there",
    why: "Previews are delivered in the clear; the reference supports no other policy for them.",
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
      policy.place, "the preview has the policy `\(policy.value)`; MK.IO supports `Predefined_ClearStreamingOnly` only",
      help: "write `Predefined_ClearStreamingOnly`; `allow` under `preview` can list the addresses that are let in",
      fix: .replace(policy.place.span, with: "Predefined_ClearStreamingOnly", .unsafe))
  }
}
