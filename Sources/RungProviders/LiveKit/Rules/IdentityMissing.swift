internal import RungSource
internal import RungSpec

extension LiveKit {
  static let identityMissing = Rule<Fit<LiveKit>>(
    "identity-missing", family: id, severity: .error,
    summary: "the participant that publishes the stream has no identity",
    why: "The ingress joins the room as a participant. Its identity must be unique in the room, and LiveKit generates none.",
    citation: Source.validation("participant identity"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [⟦livekit⟧]
        """),
      Example("""
        rung: 1
        name: news
        targets:
          livekit:
            room: news
            ⟦participant⟧: {name: Main camera}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: encoder-1}}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: 7}}
        """)
    ]
  ) { fit, report in
    let written = fit.target["participant"]
    // One that could not be read has been named.
    guard fit.options.participant?.value.identity == nil, written?["identity"] == nil else { return }
    if let written, case .scalar = written.content { return }
    report.flag(
      fit.key("participant") ?? fit.measured.target, "\(path: .livekit("participant.identity")) is not set; LiveKit requires it",
      notes: [answer("invalid ingress: no participant identity")],
      help: "set \(.livekit("participant"), "{identity: encoder-1}"), a name that nobody else in the room has", missing: SpecKey.livekit("participant.identity").path)
  }
}
