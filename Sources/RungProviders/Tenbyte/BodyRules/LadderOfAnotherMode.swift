internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let ladderOfAnotherMode = Rule<ParsedBody>(
    "ladder-of-another-mode", family: id, severity: .error,
    summary: "the ladder does not match the mode of the stream",
    why: "A video stream has `ladder.video`, an audio stream `ladder.audio`. A request must contain exactly the one for its mode.",
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
      key, "`ladder.\(other)` is set with mode `\(mode)`; Tenbyte allows `ladder.\(own)` only",
      notes: [MessageNote("the mode is set here", at: body.root["mode"]?.place.span)],
      help: ladder.key(own) == nil
        ? ["move the renditions to `ladder.\(own)`", ladder[other]?.items.isEmpty ?? true ? nil : "set `\"mode\": \"\(other)\"`"] : "remove one of the two")
  }
}
