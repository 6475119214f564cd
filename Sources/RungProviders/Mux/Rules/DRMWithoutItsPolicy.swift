internal import RungSource
internal import RungSpec

extension Mux {
  static let drmWithoutItsPolicy = Rule<Fit<Mux>>(
    "drm-without-its-policy", family: id, severity: .error,
    summary: "a DRM configuration is set, and playback is public",
    why: "A DRM configuration belongs to the policy `drm`, which viewers need tokens for. Public playback is another policy, without DRM.",
    citation: Source.sdk("CreatePlaybackIDRequest.drm_configuration_id: must only be set when policy is set to drm"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: {mux: {drm_configuration_id: drm1}}
        playback: {policy: ⟦public⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: {mux: {drm_configuration_id: drm1}}
        playback: {policy: authenticated}
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {drm_configuration_id: drm1}}
        packaging: {hls: {}}
        """)
    ]
  ) { fit, report in
    guard fit.options.drmConfiguration != nil, let policy = fit.spec.playback?.value.policy, policy.value == .public else { return }
    report.flag(
      policy.place, "\(.playbackPolicy, "public") and \(.mux("drm_configuration_id")) exclude each other; Mux protects playback ids of the policy `drm` only",
      help: ["set \(.playbackPolicy, "authenticated")", "remove \(.mux("drm_configuration_id"))"])
  }
}
