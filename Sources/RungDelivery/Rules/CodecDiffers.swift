internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let codecDiffers = Rule<Verification>(
    "codec-differs", family: family, severity: .error,
    summary: "a rendition has another video codec than the spec sets",
    why: "Devices that decode one codec may not decode the other, and its bitrate was chosen for the one in the spec.",
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720,CODECS="⟦avc1.64001f,mp4a.40.2⟧"
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: ⟦h265⟧, bitrate: 2500k}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": ⟦"mpeg2video"⟧, "width": 1280, "height": 720}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: ⟦h264⟧, bitrate: 2500k}
          """),
    ],
    good: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720,CODECS="hvc1.1.6.L93.B01"
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h265, bitrate: 2500k}
          """),
    ]
  ) { verification, report in
    for pair in verification.pairs {
      guard let asked = pair.asked.codec else { continue }
      let name = CodecVocabulary.name(of: asked.value)
      let help: Help = ["choose the encoder of the output (FFmpeg: `-c:v`)", "set \(.codec) to what is meant"]
      if let found = pair.delivered.codec, found.value.codec != asked.value {
        report.flag(pair, at: found.place, "is \(CodecVocabulary.name(of: found.value.codec))", asked: asked.place, "is set to \(name)", help: help)
      } else if let other = pair.delivered.otherCodec {
        report.flag(pair, at: other.place, "is `\(other.value)`", asked: asked.place, "is set to \(name)", help: help)
      }
    }
  }
}
