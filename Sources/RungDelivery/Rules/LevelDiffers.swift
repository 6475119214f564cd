internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let levelDiffers = Rule<Verification>(
    "level-differs", family: family, severity: .error,
    summary: "a rendition has another codec level than the spec sets",
    why: "A device refuses a stream of a level above its own, whatever is in it.",
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720,CODECS="⟦avc1.640029⟧"
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, level: ⟦"3.1"⟧, bitrate: 2500k}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "profile": "High", "level": ⟦30⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, level: ⟦"3.1"⟧, bitrate: 2500k}
          """, severity: .note),
    ],
    good: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720,CODECS="avc1.64001f"
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, level: "3.1", bitrate: 2500k}
          """),
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720,CODECS="hvc1.1.6.L90.90"
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h265, level: "3.1", bitrate: 2500k}
          """),
    ]
  ) { verification, report in
    for pair in verification.pairs {
      guard let found = pair.delivered.codec, let asked = pair.asked.level, found.value.codec == pair.asked.codec?.value, let level = found.value.level, level != asked.value else { continue }
      let levels = CodecVocabulary.levels(of: found.value.codec)
      guard let order = levels.firstIndex(of: asked.value) else { continue }
      let isAbove = levels.firstIndex(of: level).map { $0 > order } ?? true
      // A device of the level that was asked for plays a lower one. x265 and SVT-AV1 write the lowest that fits; x264 writes the one that it is given.
      guard isAbove || found.value.codec == .h264 else { continue }
      report.flag(
        pair, at: pair.delivered.levelPlace ?? found.place, "has level \(level)", asked: asked.place, "is set to level \(asked.value)", severity: isAbove ? .error : .note,
        help: ["set the level of the encoder (FFmpeg: `-level:v \(asked.value)`)", "set \(.level, "\"\(level)\"") if that is meant"])
    }
  }
}
