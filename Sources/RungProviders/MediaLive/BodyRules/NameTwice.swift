internal import RungSource
internal import RungSpec

extension MediaLive {
  static let nameTwice = Rule<ParsedBody>(
    "name-twice", family: id, severity: .error,
    summary: "two descriptions, audio selectors or destinations have the same name",
    why: "Outputs refer to descriptions by name, descriptions to audio selectors, and groups to destinations: a name stands for one of them.",
    citation: Source.medialive("VideoDescription.Name: description names should be unique within this Live Event"),
    replaces: ["ladder/duplicate-rendition-name"],
    bad: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"VideoDescriptions": [{"Name": "video"}, {"Name": ⟦"video"⟧}]}}
        """),
      Example(body: "medialive.create-channel", """
        {"Name": "news", "InputAttachments": [{"InputSettings": {"AudioSelectors": [{"Name": "default"}, {"Name": ⟦"default"⟧}]}}]}
        """),
      Example(body: "medialive.create-channel", """
        {"Name": "news", "Destinations": [{"Id": "packager"}, {"Id": ⟦"packager"⟧}]}
        """)
    ],
    good: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"VideoDescriptions": [{"Name": "video1"}, {"Name": "video2"}]}}
        """)
    ]
  ) { body, report in
    let encoder = body.root["EncoderSettings"]
    let descriptions = ["VideoDescriptions", "AudioDescriptions", "CaptionDescriptions"].flatMap { encoder?[$0]?.items ?? [] }
    var lists = [("description", descriptions.map { $0["Name"] }), ("destination", (body.root["Destinations"]?.items ?? []).map { $0["Id"] })]
    for attachment in body.root["InputAttachments"]?.items ?? [] {
      lists.append(("audio selector", (attachment["InputSettings"]?["AudioSelectors"]?.items ?? []).map { $0["Name"] }))
    }
    for (noun, names) in lists {
      var seen: [String: SourcePlace] = [:]
      for name in names.compactMap({ $0 }) {
        guard let text = name.text else { continue }
        if let first = seen[text] {
          report.flag(name.place, "duplicate \(noun) name `\(text)`", notes: [MessageNote("the first is here", at: first.span)], help: "rename one of the two")
        } else {
          seen[text] = name.place
        }
      }
    }
  }
}
