internal import RungSource
internal import RungSpec

extension MKIO {
  static let streamingPolicyUnknown = Rule<Fit<MKIO>>(
    "streaming-policy-unknown", family: id, severity: .error,
    summary: "a predefined streaming policy that does not exist",
    why: "Names that begin with Predefined_ belong to MK.IO; a locator with an unknown one is rejected.",
    citation: MKIO.predefinedPolicies.citation,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            streaming_policy: ⟦Predefined_ClearStreaming⟧
        """,
        mended: """
        rung: 1
        name: news
        targets:
          mkio:
            streaming_policy: Predefined_ClearStreamingOnly
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            streaming_policy: Predefined_ClearStreamingOnly
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            streaming_policy: our-own
        """)
    ]
  ) { fit, report in
    guard let policy = fit.options.streamingPolicy, policy.value.hasPrefix("Predefined_"), let known = MKIO.predefinedPolicies.value,
      !known.contains(policy.value)
    else { return }
    let near = Similarity.nearest(to: policy.value, among: known)
    report.flag(
      policy.place, "`\(policy.value)` is not a predefined policy of MK.IO", notes: near.candidates.isEmpty ? [MessageNote("MK.IO has \(oneOf(known))")] : [],
      help: near.help ?? "use one of these, or a policy of your own",
      fix: near.only.map { .replace(policy.place.span, with: $0, .unsafe) })
  }
}
