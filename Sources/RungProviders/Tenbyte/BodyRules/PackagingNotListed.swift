internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let packagingNotListed = Rule<ParsedBody>(
    "packaging-not-listed", family: id, severity: .warning,
    summary: "settings of an output that is not asked for",
    why: "An output is made when `output_protocols` lists it. Settings alone make none.",
    citation: Source.reference("output_protocols and packaging", strength: .inferred),
    bad: [
      Example(body: "tenbyte.create", """
        {"output_protocols": ["hls"], "packaging": {"hls": {"segment_format": "fmp4"}, ⟦"dash"⟧: {"segment_format": "fmp4"}}}
        """)
    ],
    good: [
      Example(body: "tenbyte.create", """
        {"output_protocols": ["hls", "dash"], "packaging": {"hls": {"segment_format": "fmp4"}, "dash": {"segment_format": "fmp4"}}}
        """)
    ]
  ) { body, report in
    guard let outputs = body.root["output_protocols"], !outputs.isUnread, !outputs.items.contains(where: \.isUnread) else { return }
    let names = outputs.items.compactMap(\.text)
    let isAudio = body.root["mode"]?.text == MediaKind.audio.rawValue
    for entry in body.root["packaging"]?.node.entries ?? [] where ["hls", "dash"].contains(entry.key.value) && !names.contains(entry.key.value) {
      if isAudio, entry.key.value == "dash" {
        report.flag(
          entry.key.place, "`packaging.dash` is set, and Tenbyte does not allow DASH for mode audio", severity: .error, help: "remove `packaging.dash`",
          citation: Source.reference("packaging: dash is not allowed for mode audio"))
        continue
      }
      report.flag(
        entry.key.place, "`packaging.\(entry.key.value)` is set, and `output_protocols` does not list `\(entry.key.value)`; no such output is made",
        help: "list it, or take its settings away")
    }
  }
}
