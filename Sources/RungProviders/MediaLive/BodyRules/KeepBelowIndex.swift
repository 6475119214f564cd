internal import RungSource
internal import RungSpec

extension MediaLive {
  static let keepBelowIndex = Rule<ParsedBody>(
    "keep-below-index", family: id, severity: .error,
    summary: "fewer segments are kept than the playlist has",
    why: "Segments that a playlist lists have to be there: `KeepSegments` is more than `IndexNSegments`.",
    citation: Source.medialive("HlsGroupSettings.KeepSegments: this number should be bigger than indexNSegments"),
    bad: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"OutputGroups": [
          {"OutputGroupSettings": {"HlsGroupSettings": {"Destination": {"DestinationRefId": "d"}, "IndexNSegments": 10, "KeepSegments": ⟦10⟧}}, "Outputs": []}
        ]}}
        """)
    ],
    good: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"OutputGroups": [
          {"OutputGroupSettings": {"HlsGroupSettings": {"Destination": {"DestinationRefId": "d"}, "IndexNSegments": 10, "KeepSegments": 21}}, "Outputs": []}
        ]}}
        """)
    ]
  ) { body, report in
    for group in body.root["EncoderSettings"]?["OutputGroups"]?.items ?? [] {
      guard let settings = group["OutputGroupSettings"]?["HlsGroupSettings"], let index = settings["IndexNSegments"]?.integer, let keep = settings["KeepSegments"],
        let kept = keep.integer, kept <= index
      else { continue }
      report.flag(
        keep.place, "`KeepSegments` is \(kept); it must be more than `IndexNSegments` \(index)",
        help: "set `KeepSegments` to \(2 * Int128(index) + 1), as is recommended")
    }
  }
}
