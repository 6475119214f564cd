internal import RungSource
internal import RungSpec

extension MKIO {
  static let encryptionWithoutKeyPolicy = Rule<Fit<MKIO>>(
    "encryption-without-key-policy", family: id, severity: .error,
    summary: "an encrypting streaming policy without a content key policy",
    why: "The locator encrypts, but nobody may fetch the keys: the stream cannot be played by anyone.",
    citation: MKIO.Source.publishing("produces unplayable, encrypted output"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            streaming_policy: ⟦Predefined_MultiDrmCencStreaming⟧
        """),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        playback:
          policy: ⟦authenticated⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            streaming_policy: Predefined_MultiDrmCencStreaming
            content_key_policy: subscribers
        """)
    ]
  ) { fit, report in
    let policy = MKIO.streamingPolicy(fit, &report)
    guard MKIO.encryptingPolicies.contains(policy.value), !fit.isWritten("targets", id, "content_key_policy") else { return }
    report.flag(
      policy.place, "\(policy.value) encrypts, but \(.mkio("content_key_policy")), which says who gets keys, is not set",
      help: "set \(.mkio("content_key_policy"), "…") under this target")
  }
}
