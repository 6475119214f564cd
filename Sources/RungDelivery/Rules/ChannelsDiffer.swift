internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let channelsDiffer = Rule<Verification>(
    "channels-differ", family: family, severity: .error,
    summary: "a rendition has another number of audio channels than the spec sets",
    why: "Stereo that became mono has lost half of the mix; surround that became stereo was mixed down by an encoder.",
    bad: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264"}, {"index": 1, "codec_type": "audio", "codec_name": "aac", "channels": ⟦1⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k, audio: {codec: aac, channels: ⟦2⟧, sample_rate: 48 kHz, bitrate: 128k}}
          """),
    ],
    good: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264"}, {"index": 1, "codec_type": "audio", "codec_name": "aac", "channels": 2}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
          """),
    ]
  ) { verification, report in
    for pair in verification.pairs {
      guard let found = pair.delivered.audio?.channels, let asked = pair.asked.held(pair.asked.audio?.value.channels), found.value != asked.value else { continue }
      report.flag(
        pair, at: found.place, "has \(found.value == 1 ? "1 audio channel" : "\(found.value) audio channels")", asked: asked.place, "is set to \(asked.value)",
        help: ["set the channels of the audio encoder (FFmpeg: `-ac \(asked.value)`)", "set \(.audioChannels, found.value) if that is meant"])
    }
  }
}
