internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let pixelAspectDiffers = Rule<Verification>(
    "pixel-aspect-differs", family: family, severity: .warning,
    summary: "pixels of a rendition are not square",
    why: "Players that read the shape of pixels show another picture than those that do not.",
    bad: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "width": 1280, "height": 720, "sample_aspect_ratio": ⟦"4:3"⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: ⟦1280x720⟧, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
          """),
    ],
    good: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "width": 720, "height": 576, "sample_aspect_ratio": "64:45"}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [mkio]
          encoding: passthrough
          ingest: {video: {resolution: 720x576, fps: 25, codec: h264, sample_aspect_ratio: "64:45"}}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "width": 1280, "height": 720, "sample_aspect_ratio": "1:1"}]}
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
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "width": 854, "height": 480, "sample_aspect_ratio": "1280:1281"}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 854x480, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
          """),
    ]
  ) { verification, report in
    for pair in verification.pairs {
      // A size that was rounded to even numbers has pixels that are nearly square.
      let wanted = pair.asked.sampleAspectRatio?.value ?? SampleAspectRatio(Rational(1))
      guard let found = pair.delivered.pixelAspect, let asked = pair.asked.size, abs(found.value.approximation / wanted.value.approximation - 1) > 0.02 else { continue }
      let shape = wanted.value == Rational(1) ? "square pixels" : "pixels of \(wanted.text)"
      report.flag(
        pair, at: found.place, "has pixels of \(found.value.numerator):\(found.value.denominator)", asked: asked.place, "is set to \(asked.value.text) in \(shape)",
        help: "scale to \(shape) (FFmpeg: `-vf scale=\(asked.value.width):\(asked.value.height),setsar=\(wanted.value == Rational(1) ? "1" : "\(wanted.value.numerator)/\(wanted.value.denominator)")`)")
    }
  }
}
