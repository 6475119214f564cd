internal import RungSource
internal import RungSpec

extension MediaLive {
  static let unionNotOne = Rule<ParsedBody>(
    "union-not-one", family: id, severity: .error,
    summary: "settings of several kinds, or of none, where one kind is chosen",
    why: "A codec, a group and an output have settings of one kind: the member that is set chooses it.",
    citation: Source.medialive("EncoderSettings: VideoCodecSettings, AudioCodecSettings, OutputGroupSettings, OutputSettings", strength: .inferred),
    bad: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"VideoDescriptions": [
          {"Name": "v", "CodecSettings": ⟦{"H264Settings": {}, "H265Settings": {"FramerateNumerator": 25, "FramerateDenominator": 1}}⟧}
        ]}}
        """),
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"AudioDescriptions": [{"Name": "a", "AudioSelectorName": "default", "CodecSettings": ⟦{}⟧}]}}
        """)
    ],
    good: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"VideoDescriptions": [{"Name": "v", "CodecSettings": {"H264Settings": {}}}]}}
        """),
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"VideoDescriptions": [{"Name": "v"}]}}
        """)
    ]
  ) { body, report in
    for (union, name) in unions(of: body) {
      guard union.isMapping else { continue }
      let kinds = union.node.entries.map(\.key.value)
      guard kinds.count != 1 else { continue }
      report.flag(
        union.place, "`\(name)` has \(kinds.isEmpty ? "no settings" : kinds.map { "`\($0)`" }.joined(separator: " and ")); expected exactly one",
        help: kinds.isEmpty ? "set the one that is meant" : "keep the one that is meant, and remove the others")
    }
  }
}

extension MediaLive {
  /// Every object of which one member is set: those of the encodes and of the outputs.
  private static func unions(of body: ParsedBody) -> [(part: BodyPart, name: String)] {
    guard let encoder = body.root["EncoderSettings"] else { return [] }
    var found: [(BodyPart, String)] = []
    func add(_ part: BodyPart?, _ name: String) { if let part { found.append((part, name)) } }
    for video in encoder["VideoDescriptions"]?.items ?? [] {
      add(video["CodecSettings"], "CodecSettings")
      for codec in ["H264Settings", "H265Settings", "Av1Settings"] {
        add(video["CodecSettings"]?[codec]?["ColorSpaceSettings"], "ColorSpaceSettings")
        add(video["CodecSettings"]?[codec]?["FilterSettings"], "FilterSettings")
      }
    }
    for audio in encoder["AudioDescriptions"]?.items ?? [] { add(audio["CodecSettings"], "CodecSettings") }
    for group in encoder["OutputGroups"]?.items ?? [] {
      add(group["OutputGroupSettings"], "OutputGroupSettings")
      for output in group["Outputs"]?.items ?? [] {
        add(output["OutputSettings"], "OutputSettings")
        add(output["OutputSettings"]?["HlsOutputSettings"]?["HlsSettings"], "HlsSettings")
        add(output["OutputSettings"]?["ArchiveOutputSettings"]?["ContainerSettings"], "ContainerSettings")
      }
    }
    return found
  }
}
