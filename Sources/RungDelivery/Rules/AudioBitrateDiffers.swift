internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let audioBitrateDiffers = Rule<Verification>(
    "audio-bitrate-differs", family: family, severity: .warning,
    summary: "a rendition has another audio bitrate than the spec sets",
    why: "In low renditions audio is a large part of what viewers load.",
    bad: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264"}, {"index": 1, "codec_type": "audio", "codec_name": "aac", "bit_rate": ⟦"256000"⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: ⟦128k⟧}}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264"}, {"index": 1, "codec_type": "audio", "codec_name": "aac", "bit_rate": ⟦"64000"⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: ⟦128k⟧}}
          """, severity: .note),
    ],
    good: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264"}, {"index": 1, "codec_type": "audio", "codec_name": "aac", "bit_rate": "131072"}]}
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
      guard let found = pair.delivered.audio?.bitrate, let asked = pair.asked.held(pair.asked.audio?.value.bitrate) else { continue }
      let ratio = Double(found.value.bitsPerSecond) / Double(asked.value.bitsPerSecond)
      // AAC of silence or of a single tone takes less than it may.
      guard ratio > 1.3 || ratio < 0.55 else { continue }
      report.flag(
        pair, at: found.place, "has audio of \(found.value.measured)", asked: asked.place, "is set to \(asked.value.prose)", severity: ratio > 1 ? .warning : .note,
        help: ["set the rate of the audio encoder (FFmpeg: `-b:a \(asked.value.bitsPerSecond)`)", "set \(.audioBitrate) to what is meant"])
    }
  }
}
