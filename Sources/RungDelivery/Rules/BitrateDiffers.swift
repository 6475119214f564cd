internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let bitrateDiffers = Rule<Verification>(
    "bitrate-differs", family: family, severity: .error,
    summary: "a rendition takes more bits than the spec sets",
    why: "Viewers for whom the rendition was meant cannot load it in time, and the traffic costs what nobody planned.",
    bad: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "bit_rate": ⟦"5200000"⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: ⟦2500k⟧}
          """),
    ],
    good: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "bit_rate": "2600000"}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "bit_rate": "1100000"}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
          """),
    ]
  ) { verification, report in
    for pair in verification.pairs {
      guard let found = pair.delivered.videoBitrate, let asked = pair.asked.bitrate, pair.asked.whole.isByTarget else { continue }
      let time = Rational(Int64(Swift.min(Swift.max(pair.delivered.frames?.duration ?? 0, 1), 1e12) * 1000), 1000).map { Seconds($0) } ?? Seconds(1)
      let target = Double(asked.value.bitsPerSecond)
      // Of a short file the buffer is a large part; without one, encoders need some seconds to find the target.
      let isLong = pair.delivered.frames.map { $0.duration > 30 } ?? true
      let most = pair.asked.most(over: time).map { Swift.max(Double($0.value.bitsPerSecond), target) * 1.05 } ?? target * (isLong ? 1.2 : 1.5)
      guard Double(found.value.bitsPerSecond) > most else { continue }
      report.flag(
        pair, at: found.place, "has \(found.value.measured) of video", asked: asked.place, "is set to \(asked.value.prose)",
        help: ["set the rate of the encoder (FFmpeg: `-b:v \(asked.value.bitsPerSecond)`)", "set \(.bitrate) to what is meant"])
    }
  }
}

extension Rendition {
  /// Whether the encoder aims at a bitrate.
  fileprivate var isByTarget: Bool { EncodedRate(self).target != nil }
}
