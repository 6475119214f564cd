internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let scanDiffers = Rule<Verification>(
    "scan-differs", family: family, severity: .error,
    summary: "a rendition is interlaced",
    why: "HLS and DASH players show progressive video. Fields that were not deinterlaced are seen as combs on every edge that moves.",
    bad: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "field_order": ⟦"tt"⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: ⟦25⟧, gop: 50, codec: h264, bitrate: 2500k}
          """),
    ],
    good: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "field_order": "tt"}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [mkio]
          encoding: passthrough
          ingest: {video: {resolution: 720x576, fps: 25, codec: h264, interlaced: true}}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "field_order": "progressive"}]}
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
      guard let found = pair.delivered.scan, found.value != "progressive", pair.asked.interlaced?.value != true, let asked = pair.asked.fps else { continue }
      report.flag(
        pair, at: found.place, "is interlaced (`\(found.value)`)", asked: asked.place, "is progressive, as all that a spec describes",
        help: "deinterlace before scaling (FFmpeg: `-vf bwdif`), and remove `-flags +ildct+ilme` and `interlaced=1`")
    }
  }
}
