internal import RungSource
internal import RungSpec

extension MediaLive {
  static let destinationNotUsed = Rule<ParsedBody>(
    "destination-not-used", family: id, severity: .warning,
    summary: "a destination that nothing refers to",
    why: "A destination is where the groups and outputs go that refer to it.",
    citation: Source.medialive("OutputDestination.Id: user-specified id; this is used in an output group or an output", strength: .inferred),
    bad: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "Destinations": [{"Id": "packager"}, {"Id": ⟦"archive"⟧}], "EncoderSettings": {"OutputGroups": [
          {"OutputGroupSettings": {"CmafIngestGroupSettings": {"Destination": {"DestinationRefId": "packager"}}}, "Outputs": []}
        ]}}
        """)
    ],
    good: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "Destinations": [{"Id": "packager"}], "EncoderSettings": {"OutputGroups": [
          {"OutputGroupSettings": {"CmafIngestGroupSettings": {"Destination": {"DestinationRefId": "packager"}}}, "Outputs": []}
        ]}}
        """)
    ]
  ) { body, report in
    let references = MediaLiveDescriptions.destinations(in: body.root)
    guard body.root["EncoderSettings"]?["OutputGroups"]?.isUnread == false, !references.contains(where: { $0.text == nil }) else { return }
    let used = Set(references.compactMap(\.text))
    for destination in body.root["Destinations"]?.items ?? [] {
      guard let id = destination["Id"], let text = id.text, !used.contains(text) else { continue }
      report.flag(id.place, "nothing uses the destination `\(text)`", help: "remove it")
    }
  }
}
