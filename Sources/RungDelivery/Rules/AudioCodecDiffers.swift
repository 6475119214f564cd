internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let audioCodecDiffers = Rule<Verification>(
    "audio-codec-differs", family: family, severity: .error,
    summary: "a rendition has another audio codec than the spec sets",
    why: "Devices that decode AAC may not decode the other codec, and HLS players need one in every variant.",
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720,CODECS="⟦avc1.64001f,ac-3⟧"
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k, audio: {codec: ⟦aac⟧, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264"}, {"index": 1, "codec_type": "audio", "codec_name": ⟦"mp2"⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k, audio: {codec: ⟦aac⟧, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
          """),
    ],
    good: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720,CODECS="avc1.64001f,mp4a.40.2"
          720p/index.m3u8
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
      guard let audio = pair.delivered.audio, let asked = pair.asked.held(pair.asked.audio?.value.codec) else { continue }
      let help: Help = ["choose the audio encoder of the output (FFmpeg: `-c:a \(asked.value.encoder)`)", "set \(.audioCodec) to what is meant"]
      if let found = audio.codec, found.value != asked.value {
        report.flag(pair, at: found.place, "has `\(found.value.rawValue)` audio", asked: asked.place, "is set to `\(asked.value.rawValue)`", help: help)
      } else if audio.codec == nil, let other = audio.otherCodec {
        report.flag(pair, at: other.place, "has `\(other.value)` audio", asked: asked.place, "is set to `\(asked.value.rawValue)`", help: help)
      }
    }
  }
}

extension AudioCodec {
  /// FFmpeg's encoder of it.
  fileprivate var encoder: String {
    switch self {
    case .aac: "aac"
    case .heAAC: "libfdk_aac -profile:a aac_he"
    case .opus: "libopus"
    case .mp3: "libmp3lame"
    case .ac3: "ac3"
    case .eac3: "eac3"
    }
  }
}
