internal import RungSource
internal import RungSpec

extension MediaLive {
  static let gopSizeNotOfUnits = Rule<ParsedBody>(
    "gop-size-not-of-units", family: id, severity: .error,
    summary: "a GOP size that its units do not allow",
    why: "A GOP in frames is a whole number, at least 1; a GOP in seconds is more than 0.",
    citation: Source.medialive("H264Settings.GopSize: if gopSizeUnits is frames, gopSize must be an integer and must be greater than or equal to 1"),
    bad: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"VideoDescriptions": [
          {"Name": "v", "CodecSettings": {"H264Settings": {"GopSize": ⟦59.94⟧, "GopSizeUnits": "FRAMES"}}}
        ]}}
        """),
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"VideoDescriptions": [
          {"Name": "v", "CodecSettings": {"H264Settings": {"GopSize": ⟦0⟧, "GopSizeUnits": "SECONDS"}}}
        ]}}
        """)
    ],
    good: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"VideoDescriptions": [
          {"Name": "v", "CodecSettings": {"H264Settings": {"GopSize": 60, "GopSizeUnits": "FRAMES"}}}
        ]}}
        """),
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"VideoDescriptions": [
          {"Name": "v", "CodecSettings": {"H264Settings": {"GopSize": 1, "GopSizeUnits": "FRAMES"}}}
        ]}}
        """),
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"VideoDescriptions": [
          {"Name": "v", "CodecSettings": {"H264Settings": {"GopSize": 2.002, "GopSizeUnits": "SECONDS"}}}
        ]}}
        """)
    ]
  ) { body, report in
    for settings in MediaLiveDescriptions.video(in: body.root) {
      guard let size = settings["GopSize"], !size.isUnread, let value = size.node.scalar.flatMap({ Rational(decimal: $0.text) }), let units = settings["GopSizeUnits"]?.text
      else { continue }
      if units == "FRAMES", !(value.whole.map { $0 >= 1 } ?? false) {
        report.flag(size.place, "`GopSize` is \(value.text) frames; expected a whole number, at least 1", help: ["write whole frames", "set `GopSizeUnits` to `SECONDS`"])
      } else if units == "SECONDS", !value.isPositive {
        report.flag(size.place, "`GopSize` is \(value.text) seconds; expected more than 0", help: "write the keyframe interval")
      }
    }
  }
}
