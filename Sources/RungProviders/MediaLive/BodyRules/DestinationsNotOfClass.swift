internal import RungSource
internal import RungSpec

extension MediaLive {
  static let destinationsNotOfClass = Rule<ParsedBody>(
    "destinations-not-of-class", family: id, severity: .error,
    summary: "more or fewer destinations than the channel has pipelines",
    why: "A STANDARD channel has two pipelines, and each sends to a destination of its own; a SINGLE_PIPELINE channel has one.",
    citation: Source.medialive("OutputDestination.Settings: one destination for each redundant encoder"),
    replaces: ["medialive/output-without-destination"],
    bad: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "ChannelClass": "STANDARD", "Destinations": [{"Id": "origin", "Settings": ⟦[{"Url": "https://a.example.com/live"}]⟧}]}
        """),
      Example(body: "medialive.create-channel", """
        {"Name": "news", "ChannelClass": "SINGLE_PIPELINE", "Destinations": [
          {"Id": "origin", "Settings": ⟦[{"Url": "https://a.example.com/live"}, {"Url": "https://b.example.com/live"}]⟧}
        ]}
        """)
    ],
    good: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "ChannelClass": "STANDARD", "Destinations": [
          {"Id": "origin", "Settings": [{"Url": "https://a.example.com/live"}, {"Url": "https://b.example.com/live"}]}
        ]}
        """),
      Example(body: "medialive.create-channel", """
        {"Name": "news", "ChannelClass": "SINGLE_PIPELINE", "Destinations": [{"Id": "origin", "Settings": [{"Url": "https://a.example.com/live"}]}]}
        """)
    ]
  ) { body, report in
    guard let pipelines = body.root["ChannelClass"]?.text.map({ $0 == standard ? 2 : 1 }) else { return }
    for destination in body.root["Destinations"]?.items ?? [] {
      for key in ["Settings", "SrtSettings", "MediaConnectRouterSettings"] {
        guard let settings = destination[key], !settings.isUnread, !settings.items.isEmpty, settings.items.count != pipelines else { continue }
        report.flag(
          settings.place, "the destination has \(settings.items.count) of `\(key)`; a \(pipelines == 2 ? "STANDARD" : "SINGLE_PIPELINE") channel requires \(pipelines)",
          help: pipelines == 2 ? "add that of the second pipeline" : "keep the first")
      }
    }
  }
}
