internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let referenceFramesDiffer = Rule<Verification>(
    "reference-frames-differ", family: family, severity: .warning,
    summary: "a rendition has more reference frames than the spec sets",
    why: "Each reference frame takes memory of the decoder; a level allows few of them at large sizes.",
    bad: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "refs": ⟦8⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, ref_frames: ⟦3⟧, bitrate: 2500k}
          """),
    ],
    good: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "refs": 3}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, ref_frames: 3, bitrate: 2500k}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "has_b_frames": 2, "refs": 4}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, ref_frames: 2, bitrate: 2500k}
          """),
    ]
  ) { verification, report in
    for pair in verification.pairs {
      guard let found = pair.delivered.referenceFrames, let asked = pair.asked.referenceFrames else { continue }
      // x264 states four where B-frames are references of others, whatever it is given.
      let most = pair.delivered.hasBFrames?.value == true ? Swift.max(asked.value, 4) : asked.value
      guard found.value > most else { continue }
      report.flag(
        pair, at: found.place, "has \(found.value) reference frames", asked: asked.place, "is set to \(asked.value)",
        help: ["set `-refs \(asked.value)` behind the preset of the encoder, which may set its own", "set \(.refFrames, found.value) if that is meant"])
    }
  }
}
