internal import RungSource
internal import RungSpec

extension Mux {
  static let playbackPolicyMissing = Rule<Fit<Mux>>(
    "playback-policy-missing", family: id, severity: .warning,
    summary: "no playback policy is set",
    why: "Mux creates a playback id for each policy. Without one the stream is recorded and sent on, and nobody can play it.",
    citation: Source.create("playback_policies: if none is set, the live stream will have no playback IDs and will therefore not be playable"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        ⟦packaging⟧: {hls: {}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [⟦mux⟧]
        media: audio
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
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
    guard fit.policy == nil, fit.stream.written("playback", "policy") == nil, fit.stream.written("targets", "mux", "drm_configuration_id") == nil else { return }
    let place = fit.stream.writtenKey("playback") ?? fit.stream.writtenKey("packaging") ?? fit.measured.target
    report.flag(
      place, "\(.playbackPolicy) is not set; Mux creates no playback id then, and the stream cannot be played",
      help: ["set \(.playbackPolicy, "public")", "set \(.playbackPolicy, "authenticated")"], missing: SpecKey.playbackPolicy.path)
  }
}
