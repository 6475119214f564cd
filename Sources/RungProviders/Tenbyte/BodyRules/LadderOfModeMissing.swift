internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let ladderOfModeMissing = Rule<ParsedBody>(
    "ladder-of-mode-missing", family: id, severity: .error,
    summary: "the ladder has no renditions of the mode",
    why: "Tenbyte always transcodes and requires a ladder: `ladder.video` for video, `ladder.audio` for audio.",
    citation: Source.reference("ladder: video is required for video streams, audio for audio streams"),
    replaces: ["provider/ladder-missing"],
    bad: [
      Example(body: "tenbyte.create", """
        {"mode": "video", ⟦"ladder"⟧: {}}
        """)
    ],
    good: [
      Example(body: "tenbyte.create", """
        {"mode": "audio", "ladder": {"audio": [{"codec": "aac", "channels": 2, "sample_rate_hz": 48000, "bitrate_kbps": 128}]}}
        """)
    ]
  ) { body, report in
    guard let mode = body.root["mode"]?.text, let ladder = body.root["ladder"], ladder.isMapping else { return }
    let (own, other) = mode == MediaKind.audio.rawValue ? ("audio", "video") : ("video", "audio")
    if ladder[own] == nil, ladder.key(other) == nil {
      report.flag(
        body.root.key("ladder") ?? ladder.place, "`ladder` has no `\(own)`, which \(mode) streams require",
        notes: [MessageNote("Tenbyte answers: `validation_ladder_\(own)_required`")], help: "add `ladder.\(own)` with its renditions")
    }
  }
}
