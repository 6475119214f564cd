internal import RungSource
internal import RungSpec

extension LiveKit {
  static let joinTextTooLong = Rule<Fit<LiveKit>>(
    "join-text-too-long", family: id, severity: .error,
    summary: "a name is longer than a room allows",
    why: "The ingress is created, but joining the room fails each time that an encoder connects.",
    citation: Source.server("limits of names and metadata, checked when the ingress joins"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: ⟦\(String(repeating: "r", count: 257))⟧, participant: {identity: encoder-1}}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: news, participant: {identity: ⟦\(String(repeating: "é", count: 129))⟧}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          livekit: {room: \(String(repeating: "r", count: 256)), participant: {identity: encoder-1}}
        """)
    ]
  ) { fit, report in
    let participant = fit.options.participant?.value
    let texts = [
      (fit.options.room, "the room's name", textLength, "room name length exceeds limits"),
      (participant?.identity, "the participant's identity", textLength, "participant identity length exceeds limits"),
      (participant?.name, "the participant's name", textLength, ""), (participant?.metadata, "the participant's metadata", metadataLength, ""),
    ]
    for case (let text?, let what, let limit, let refusal) in texts {
      guard let most = limit.value, text.value.utf8.count > most else { continue }
      report.flag(
        text.place, "\(what) has \(text.value.utf8.count) bytes; LiveKit allows at most \(most)",
        notes: refusal.isEmpty ? [] : [told(refusal)],
        help: "shorten it to at most \(most) bytes (a self-hosted server may have other limits)", citation: limit.citation)
    }
  }
}
