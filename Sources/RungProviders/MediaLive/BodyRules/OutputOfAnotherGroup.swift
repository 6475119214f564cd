internal import RungSource
internal import RungSpec

extension MediaLive {
  static let outputOfAnotherGroup = Rule<ParsedBody>(
    "output-of-another-group", family: id, severity: .error,
    summary: "an output with the settings of another kind of group",
    why: "The outputs of a group have the settings of its kind: those of a MediaPackage group `MediaPackageOutputSettings`, those of an HLS group `HlsOutputSettings`.",
    citation: Source.medialive("OutputSettings: output type-specific settings"),
    bad: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"OutputGroups": [{
          "OutputGroupSettings": {"MediaPackageGroupSettings": {"Destination": {"DestinationRefId": "d"}}},
          "Outputs": [{"OutputSettings": {⟦"HlsOutputSettings"⟧: {"HlsSettings": {"StandardHlsSettings": {"M3u8Settings": {}}}}}}]
        }]}}
        """)
    ],
    good: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"OutputGroups": [{
          "OutputGroupSettings": {"MediaPackageGroupSettings": {"Destination": {"DestinationRefId": "d"}}},
          "Outputs": [{"OutputSettings": {"MediaPackageOutputSettings": {}}}]
        }]}}
        """)
    ]
  ) { body, report in
    for group in body.root["EncoderSettings"]?["OutputGroups"]?.items ?? [] {
      let kinds = group["OutputGroupSettings"]?.node.entries.map(\.key.value) ?? []
      // Several kinds, or none, are a fault of their own.
      guard kinds.count == 1, let kind = kinds.first, kind.hasSuffix("GroupSettings") else { continue }
      let expected = String(kind.dropLast("GroupSettings".count)) + "OutputSettings"
      for output in group["Outputs"]?.items ?? [] {
        guard let settings = output["OutputSettings"], settings.isMapping, settings.node.entries.count == 1, let entry = settings.node.entries.first,
          entry.key.value != expected, model.object("OutputSettings").properties.contains(where: { $0.key == entry.key.value })
        else { continue }
        report.flag(entry.key.place, "`\(entry.key.value)` is in a group with `\(kind)`, whose outputs have `\(expected)`", help: "use `\(expected)`")
      }
    }
  }
}
