internal import RungSource
internal import RungSpec

extension MediaLive {
  static let destinationNotDefined = Rule<ParsedBody>(
    "destination-not-defined", family: id, severity: .error,
    summary: "a group or an output refers to a destination that the channel does not have",
    why: "Groups and outputs refer to destinations of the channel by their ids.",
    citation: Source.medialive("OutputDestination.Id: user-specified id; this is used in an output group or an output"),
    bad: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "Destinations": [{"Id": "packager"}], "EncoderSettings": {"OutputGroups": [
          {"OutputGroupSettings": {"CmafIngestGroupSettings": {"Destination": {"DestinationRefId": ⟦"packger"⟧}}}, "Outputs": []}
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
    guard let destinations = body.root["Destinations"].map(\.items) ?? (body.kind == "create-channel" ? [] : nil), !destinations.contains(where: { $0["Id"]?.isUnread == true }),
      body.root["Destinations"]?.isUnread != true
    else { return }
    let ids = destinations.compactMap { $0["Id"]?.text }
    for reference in MediaLiveDescriptions.destinations(in: body.root) {
      guard let id = reference.text, !ids.contains(id) else { continue }
      let near = Similarity.meant(by: id, among: ids)
      report.flag(reference.place, "`\(id)` is no destination of the channel\(ids.isEmpty ? "" : expecting(ids))", help: near.help ?? "add it under `Destinations`")
    }
  }
}
