internal import RungSource
internal import RungSpec

extension MediaLive {
  static let descriptionNotDefined = Rule<ParsedBody>(
    "description-not-defined", family: id, severity: .error,
    summary: "an output refers to a description that the channel does not have",
    why: "An output names the video and audio descriptions that it is made of.",
    citation: Source.medialive("Output.VideoDescriptionName: the name of the VideoDescription used as the source for this output"),
    bad: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"VideoDescriptions": [{"Name": "video_720p"}], "OutputGroups": [
          {"Outputs": [{"VideoDescriptionName": ⟦"video_720"⟧, "OutputSettings": {"MediaPackageOutputSettings": {}}}]}
        ]}}
        """),
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"AudioDescriptions": [{"Name": "audio1", "AudioSelectorName": "default"}], "OutputGroups": [
          {"Outputs": [{"AudioDescriptionNames": ["audio1", ⟦"audio2"⟧], "OutputSettings": {"MediaPackageOutputSettings": {}}}]}
        ]}}
        """)
    ],
    good: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"VideoDescriptions": [{"Name": "video_720p"}], "OutputGroups": [
          {"Outputs": [{"VideoDescriptionName": "video_720p", "OutputSettings": {"MediaPackageOutputSettings": {}}}]}
        ]}}
        """)
    ]
  ) { body, report in
    guard let encoder = body.root["EncoderSettings"], encoder.isMapping else { return }
    for kind in MediaLiveDescriptions.kinds {
      let defined = kind.defined(in: encoder)
      guard let names = defined.names else { continue }
      for reference in kind.references(in: encoder) {
        guard let name = reference.text, !names.contains(name) else { continue }
        let near = Similarity.meant(by: name, among: names)
        report.flag(
          reference.place, "`\(name)` is no \(kind.noun) description of the channel\(names.isEmpty ? "" : expecting(names))",
          help: near.help ?? "add the description, or remove the name")
      }
    }
  }
}
