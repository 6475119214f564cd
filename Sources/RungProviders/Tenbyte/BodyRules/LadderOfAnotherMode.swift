internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let ladderOfAnotherMode = Rule<ParsedBody>(
    "ladder-of-another-mode", family: id, severity: .error,
    summary: "the ladder is not of the mode of the stream",
    why: "A stream of video has `ladder.video`, one of audio `ladder.audio`. Neither may stand in the place of the other, nor beside it.",
    citation: Source.reference("ladder: exactly one of video and audio, by mode; mixing is rejected"),
    bad: [
      Example(body: "tenbyte.create", """
        {"mode": "audio", "ladder": {⟦"video"⟧: []}}
        """),
      Example(body: "tenbyte.create", """
        {"mode": "video", "ladder": {"video": [], ⟦"audio"⟧: []}}
        """)
    ],
    good: [
      Example(body: "tenbyte.create", """
        {"mode": "audio", "ladder": {"audio": []}}
        """)
    ]
  ) { body, report in
    guard let mode = body.root["mode"]?.text, let ladder = body.root["ladder"], ladder.isMapping else { return }
    let (own, other) = mode == MediaKind.audio.rawValue ? ("audio", "video") : ("video", "audio")
    guard let key = ladder.key(other) else { return }
    report.flag(
      key, "`mode` is \(mode), and there is a `ladder.\(other)`\(ladder.key(own) == nil ? "" : " beside `ladder.\(own)`"); Tenbyte takes `ladder.\(own)` alone",
      notes: [MessageNote("the mode stands here", at: body.root["mode"]?.place.span)],
      help: ladder.key(own) == nil ? "give the renditions under `ladder.\(own)`\(ladder[other]?.items.isEmpty ?? true ? "" : ", or write `\"mode\": \"\(other)\"`")" : "take one of the two away")
  }
}
