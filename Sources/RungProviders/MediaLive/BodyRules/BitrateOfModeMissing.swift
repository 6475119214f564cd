internal import RungSource
internal import RungSpec

extension MediaLive {
  static let bitrateOfModeMissing = Rule<ParsedBody>(
    "bitrate-of-mode-missing", family: id, severity: .error,
    summary: "a rate control mode without the bitrate that it needs",
    why: "CBR and VBR need `Bitrate`; QVBR needs `MaxBitrate`, and chooses the quality within it.",
    citation: Source.medialive("H264Settings.Bitrate: required when the rate control mode is VBR or CBR; H264Settings.QvbrQualityLevel: in Max bitrate enter the maximum"),
    replaces: ["ladder/capped-crf-without-max", "ladder/capped-crf-without-crf"],
    bad: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"VideoDescriptions": [
          {"Name": "v", "CodecSettings": {"H264Settings": {"RateControlMode": ⟦"QVBR"⟧, "QvbrQualityLevel": 8}}}
        ]}}
        """),
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"VideoDescriptions": [
          {"Name": "v", "CodecSettings": {"H264Settings": {"RateControlMode": ⟦"CBR"⟧}}}
        ]}}
        """)
    ],
    good: [
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"VideoDescriptions": [
          {"Name": "v", "CodecSettings": {"H264Settings": {"RateControlMode": "QVBR", "MaxBitrate": 5000000}}}
        ]}}
        """),
      Example(body: "medialive.create-channel", """
        {"Name": "news", "EncoderSettings": {"VideoDescriptions": [
          {"Name": "v", "CodecSettings": {"H264Settings": {"RateControlMode": "CBR", "Bitrate": 5000000}}}
        ]}}
        """)
    ]
  ) { body, report in
    for settings in MediaLiveDescriptions.video(in: body.root) {
      guard let mode = settings["RateControlMode"], let word = mode.text, let key = ["QVBR": "MaxBitrate", "CBR": "Bitrate", "VBR": "Bitrate"][word], settings[key] == nil
      else { continue }
      report.flag(mode.place, "\(word) requires `\(key)`, which is not set", help: "set `\(key)`, in bits per second")
    }
  }
}
