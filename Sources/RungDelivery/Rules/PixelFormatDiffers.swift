internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let pixelFormatDiffers = Rule<Verification>(
    "pixel-format-differs", family: family, severity: .error,
    summary: "a rendition has another bit depth or chroma format than its profile",
    why: "Hardware decoders take 8 bit 4:2:0, and some 10 bit; anything else plays on computers only.",
    bad: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "pix_fmt": ⟦"yuv444p"⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: ⟦h264⟧, bitrate: 2500k}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "hevc", "pix_fmt": ⟦"yuv420p10le"⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h265, profile: ⟦main⟧, bitrate: 2500k}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "av1", "pix_fmt": ⟦"yuv420p"⟧}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: av1, bit_depth: ⟦10⟧, bitrate: 2500k}
          """),
    ],
    good: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "pix_fmt": "yuvj420p"}]}
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
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "hevc", "pix_fmt": "yuv420p10le"}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h265, profile: main10, bitrate: 2500k}
          """),
    ]
  ) { verification, report in
    for pair in verification.pairs {
      guard let found = pair.delivered.pixelFormat, let codec = pair.asked.codec, found.value.hasPrefix("yuv") else { continue }
      let depth = pair.asked.encodedBitDepth
      let stated = pair.asked.bitDepth?.place ?? pair.asked.profile?.place
      let is420 = found.value.drop { !$0.isNumber }.hasPrefix("420")
      // AV1's Main profile has both depths.
      let isTaken = is420 && (FFprobeReading.depth(found.value) == depth || (stated == nil && pair.asked.transfer == nil && codec.value == .av1))
      guard !isTaken else { continue }
      let cause = pair.asked.bitDepth != nil ? "bit depth" : pair.asked.profile != nil ? "profile" : pair.asked.transfer?.value.isHDR == true ? "transfer characteristics" : "codec"
      report.flag(
        pair, at: found.place, "has pixels in `\(found.value)`", asked: stated ?? (depth > 8 ? pair.asked.transfer?.place : nil) ?? codec.place, "is 4:2:0 in \(depth) bit by its \(cause)",
        help: "set the pixel format of the encoder (FFmpeg: `-pix_fmt \(depth == 8 ? "yuv420p" : "yuv420p10le")`)")
    }
  }
}
