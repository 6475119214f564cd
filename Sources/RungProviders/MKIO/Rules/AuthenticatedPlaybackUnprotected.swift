internal import RungSource
internal import RungSpec

extension MKIO {
  static let authenticatedPlaybackUnprotected = Rule<Fit<MKIO>>(
    "authenticated-playback-unprotected", family: id, severity: .error,
    summary: "playback is to be authenticated, and the streaming policy lets everybody in",
    why: "The clear policies serve whoever knows the URL.",
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
      policy.place, "`\(policy.value)` lets everybody in; `playback.policy` says authenticated",
      notes: [MessageNote("`playback.policy` stands here", at: wanted.place.span)],
      help: "write `streaming_policy: Predefined_ClearKey` and `content_key_policy: …`")
  }
}
