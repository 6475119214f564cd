internal import RungSource
internal import RungSpec

extension MKIO {
  static let authenticatedPlaybackUnprotected = Rule<Fit<MKIO>>(
    "authenticated-playback-unprotected", family: id, severity: .error,
    summary: "authenticated playback with a streaming policy that allows everybody",
    why: "The clear policies serve everybody who knows the URL.",
    citation: MKIO.Source.publishing("streaming policies"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            streaming_policy: ⟦Predefined_ClearStreamingOnly⟧
        playback:
          policy: authenticated
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            streaming_policy: Predefined_ClearKey
            content_key_policy: subscribers
        playback:
          policy: authenticated
        """)
    ]
  ) { fit, report in
    guard let wanted = fit.spec.playback?.value.policy, wanted.value == .authenticated, let policy = fit.options.streamingPolicy,
      let known = MKIO.predefinedPolicies.value, known.contains(policy.value), !MKIO.encryptingPolicies.contains(policy.value)
    else { return }
    report.flag(
      policy.place, "streaming policy `\(policy.value)` allows everybody; \(path: .playbackPolicy, "authenticated") requires one that encrypts",
      notes: [MessageNote("\(path: .playbackPolicy) is set here", at: wanted.place.span)],
      help: "set \(.mkio("streaming_policy"), "Predefined_ClearKey") and \(.mkio("content_key_policy"), "…")")
  }
}
