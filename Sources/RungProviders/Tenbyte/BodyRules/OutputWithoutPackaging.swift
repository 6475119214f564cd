internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let outputWithoutPackaging = Rule<ParsedBody>(
    "output-without-packaging", family: id, severity: .error,
    summary: "an output is listed without settings",
    why: "Each output protocol needs its settings under `packaging`. Without them the request is rejected.",
    citation: Source.reference("packaging: required for each of output_protocols"),
    replaces: ["tenbyte/packaging-missing"],
    bad: [
      Example(body: "tenbyte.create", """
        {"output_protocols": ["hls", ⟦"dash"⟧], "packaging": {"hls": {"segment_format": "fmp4"}}}
        """)
    ],
    good: [
      Example(body: "tenbyte.create", """
        {"output_protocols": ["hls"], "packaging": {"hls": {"segment_format": "fmp4"}}}
        """)
    ]
  ) { body, report in
    guard let packaging = body.root["packaging"], packaging.isMapping else { return }
    let isAudio = body.root["mode"]?.text == MediaKind.audio.rawValue
    for output in body.root["output_protocols"]?.items ?? [] {
      guard let name = output.text, name == "hls" || name == "dash", packaging[name] == nil else { continue }
      if isAudio, name == "dash" {
        report.flag(
          output.place, "`dash` is listed with mode `audio`; Tenbyte supports HLS only", help: "set `\"output_protocols\": [\"hls\"]`",
          citation: Source.reference("output_protocols: dash is not allowed for mode audio"))
        continue
      }
      report.flag(
        output.place, "`output_protocols` lists `\(name)`, but `packaging.\(name)` is not set",
        help: name == "dash" ? "add `\"dash\": {\"segment_format\": \"fmp4\"}` to `packaging`" : "add `packaging.\(name)` with its `segment_format`")
    }
  }
}
