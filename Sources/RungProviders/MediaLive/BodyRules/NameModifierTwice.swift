internal import RungSource
internal import RungSpec

extension MediaLive {
  static let nameModifierTwice = Rule<ParsedBody>(
    "name-modifier-twice", family: id, severity: .error,
    summary: "two outputs of a group have the same name modifier",
    why: "A name modifier ends the name of the output's files: two outputs with the same one write over each other.",
    citation: Source.medialive("ArchiveOutputSettings.NameModifier: required for multiple outputs of the same type"),
    bad: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"OutputGroups": [{"Outputs": [
          {"OutputSettings": {"CmafIngestOutputSettings": {"NameModifier": "_video"}}},
          {"OutputSettings": {"CmafIngestOutputSettings": {"NameModifier": ⟦"_video"⟧}}}
        ]}]}}
        """)
    ],
    good: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"OutputGroups": [{"Outputs": [
          {"OutputSettings": {"CmafIngestOutputSettings": {"NameModifier": "_720p"}}},
          {"OutputSettings": {"CmafIngestOutputSettings": {"NameModifier": "_480p"}}}
        ]}]}}
        """)
    ]
  ) { body, report in
    for group in body.root["EncoderSettings"]?["OutputGroups"]?.items ?? [] {
      var seen: [String: SourcePlace] = [:]
      for output in group["Outputs"]?.items ?? [] {
        guard let settings = output["OutputSettings"], settings.isMapping else { continue }
        for entry in settings.node.entries {
          guard let modifier = settings[entry.key.value]?["NameModifier"], let text = modifier.text else { continue }
          if let first = seen[text] {
            report.flag(
              modifier.place, "duplicate name modifier `\(text)` in one group", notes: [MessageNote("the first is here", at: first.span)],
              help: "set another `NameModifier`")
          } else {
            seen[text] = modifier.place
          }
        }
      }
    }
  }
}
