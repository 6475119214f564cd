internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let sampleRateDiffers = Rule<Verification>(
    "sample-rate-differs", family: family, severity: .error,
    summary: "a rendition has another audio sample rate than the spec sets",
    why: "Renditions with different sample rates click or pause where players switch between them.",
    bad: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264"}, {"index": 1, "codec_type": "audio", "codec_name": "aac", "sample_rate": ⟦"44100"⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k, audio: {codec: aac, channels: 2, sample_rate: ⟦48 kHz⟧, bitrate: 128k}}
          """),
    ],
    good: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264"}, {"index": 1, "codec_type": "audio", "codec_name": "aac", "sample_rate": "48000"}]}
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
      guard let found = pair.delivered.audio?.sampleRate, let asked = pair.asked.held(pair.asked.audio?.value.sampleRate), found.value != asked.value else { continue }
      report.flag(
        pair, at: found.place, "has audio of \(found.value.text)", asked: asked.place, "is set to \(asked.value.text)",
        help: ["set the rate of the audio encoder (FFmpeg: `-ar \(asked.value.hertz)`)", "set \(.audioSampleRate, found.value.text) if that is meant"])
    }
  }
}
