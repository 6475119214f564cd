internal import RungSource
internal import RungSpec

extension Qencode {
  static let playbackIDsAgainstPolicy = Rule<Fit<Qencode>>(
    "playback-ids-against-policy", family: id, severity: .warning,
    summary: "the playback ids contradict the playback policy of the spec",
    why: "A stream can have several playback ids, each with a policy. A public one lets everybody watch, whatever the others require.",
    citation: Source.reference("playback_ids[].policy: public, authenticated"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            playback_ids: [authenticated, ⟦public⟧]
        playback:
          policy: authenticated
        """),
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            playback_ids: ⟦[authenticated]⟧
        playback:
          policy: public
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            playback_ids: [authenticated]
        playback:
          policy: authenticated
        """),
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            playback_ids: [authenticated, public]
        playback:
          policy: public
        """)
    ]
  ) { fit, report in
    guard let policy = fit.spec.playback?.value.policy, let ids = fit.options.playbackIDs, !ids.value.isEmpty else { return }
    let note = MessageNote("\(path: .playbackPolicy) is set here", at: policy.place.span)
    switch policy.value {
    case .authenticated:
      guard let open = ids.value.first(where: { $0.value == .public }) else { return }
      report.flag(
        open.place, "a playback id is public, but \(path: .playbackPolicy) is `authenticated`", notes: [note],
        help: "set \(.qencode("playback_ids"), "[authenticated]")")
    case .public:
      guard !ids.value.contains(where: { $0.value == .public }) else { return }
      report.flag(
        ids.place, "no playback id is public, but \(path: .playbackPolicy) is `public`", notes: [note], help: "add `public`")
    }
  }
}
