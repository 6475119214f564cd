internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let packagingNotListed = Rule<ParsedBody>(
    "packaging-not-listed", family: id, severity: .warning,
    summary: "an output has settings and is not listed",
    why: "Tenbyte creates the outputs that `output_protocols` lists. Settings alone create none.",
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
          entry.key.place, "`packaging.dash` is set with mode `audio`; Tenbyte supports HLS only", severity: .error, help: "remove `packaging.dash`",
          citation: Source.reference("packaging: dash is not allowed for mode audio"))
        continue
      }
      report.flag(
        entry.key.place, "`packaging.\(entry.key.value)` is set, but `output_protocols` does not list `\(entry.key.value)`",
        help: ["add `\(entry.key.value)` to `output_protocols`", "remove `packaging.\(entry.key.value)`"])
    }
  }
}
