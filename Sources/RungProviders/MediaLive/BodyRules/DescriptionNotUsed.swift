internal import RungSource
internal import RungSpec

extension MediaLive {
  static let descriptionNotUsed = Rule<ParsedBody>(
    "description-not-used", family: id, severity: .warning,
    summary: "a description that no output refers to",
    why: "A description is encoded for the outputs that name it; without one it is configured for nothing.",
    citation: Source.medialive("VideoDescription.Name: outputs will use this name to uniquely identify this description", strength: .inferred),
    bad: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {
          "VideoDescriptions": [{"Name": "video_720p"}, {"Name": ⟦"video_480p"⟧}],
          "OutputGroups": [{"Outputs": [{"VideoDescriptionName": "video_720p", "OutputSettings": {"MediaPackageOutputSettings": {}}}]}]
        }}
        """)
    ],
    good: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {
          "VideoDescriptions": [{"Name": "video_720p"}],
          "OutputGroups": [{"Outputs": [{"VideoDescriptionName": "video_720p", "OutputSettings": {"MediaPackageOutputSettings": {}}}]}]
        }}
        """)
    ]
  ) { body, report in
    guard let encoder = body.root["EncoderSettings"], encoder.isMapping, encoder["OutputGroups"]?.isUnread == false else { return }
    for kind in MediaLiveDescriptions.kinds {
      let references = kind.references(in: encoder)
      // What could not be read may have been the reference.
      guard !references.contains(where: { $0.text == nil }) else { continue }
      let used = Set(references.compactMap(\.text))
      for name in kind.defined(in: encoder).parts {
        guard let text = name.text, !used.contains(text) else { continue }
        report.flag(name.place, "no output uses the \(kind.noun) description `\(text)`", help: ["remove the description", "name it in an output"])
      }
    }
  }
}
