internal import RungSource
internal import RungSpec

extension MediaLive {
  static let audioSelectorNotDefined = Rule<ParsedBody>(
    "audio-selector-not-defined", family: id, severity: .error,
    summary: "an audio description refers to an audio selector that no input has",
    why: "An audio description takes its audio from a selector of the channel's inputs.",
    citation: Source.medialive("AudioDescription.AudioSelectorName: the name of the AudioSelector used as the source"),
    bad: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "InputAttachments": [{"InputSettings": {"AudioSelectors": [{"Name": "english"}]}}], "EncoderSettings": {
          "AudioDescriptions": [{"Name": "audio1", "AudioSelectorName": ⟦"englisch"⟧}]
        }}
        """)
    ],
    good: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "InputAttachments": [{"InputSettings": {"AudioSelectors": [{"Name": "english"}]}}], "EncoderSettings": {
          "AudioDescriptions": [{"Name": "audio1", "AudioSelectorName": "english"}]
        }}
        """),
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"AudioDescriptions": [{"Name": "audio1", "AudioSelectorName": "default"}]}}
        """)
    ]
  ) { body, report in
    let selectors = (body.root["InputAttachments"]?.items ?? []).compactMap { $0["InputSettings"]?["AudioSelectors"] }
    guard !selectors.contains(where: { $0.isUnread || $0.items.contains { $0["Name"]?.isUnread ?? true } }) else { return }
    let names = selectors.flatMap { $0.items.compactMap { $0["Name"]?.text } }
    // An input without selectors has its first audio.
    guard !names.isEmpty else { return }
    for audio in body.root["EncoderSettings"]?["AudioDescriptions"]?.items ?? [] {
      guard let selector = audio["AudioSelectorName"], let name = selector.text, !names.contains(name) else { continue }
      let near = Similarity.meant(by: name, among: names)
      report.flag(selector.place, "`\(name)` is no audio selector of an input\(expecting(names))", help: near.help ?? "add the selector to the input")
    }
  }
}
