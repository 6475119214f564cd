internal import RungSource
internal import RungSpec

extension Qencode {
  static let playbackWithoutID = Rule<Fit<Qencode>>(
    "playback-without-id", family: id, severity: .error,
    summary: "the stream has no playback id",
    why: "Viewers open a stream by a playback id. A new stream has a public one; without any, nobody can watch.",
    citation: Source.reference("playback_ids: can be used to build playback_url", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            playback_ids: ⟦[]⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            playback_ids: [public]
        """)
    ]
  ) { fit, report in
    guard let ids = fit.options.playbackIDs, ids.value.isEmpty,
      fit.stream.written("targets", Qencode.id, "playback_ids")?.items.isEmpty != false
    else { return }
    report.flag(
      ids.place, "\(.qencode("playback_ids")) is empty; without a playback id nobody can watch",
      help: ["add `public` or `authenticated`", "remove \(.qencode("playback_ids"))"])
  }
}
