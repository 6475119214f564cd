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
      let profile = pair.asked.profile
      let depth = profile?.value == .main10 || profile?.value == .high10 ? 10 : 8
      let is420 = found.value.drop { !$0.isNumber }.hasPrefix("420")
      let isTaken = is420 && (FFprobeReading.depth(found.value) == depth || (profile == nil && codec.value == .av1))
      guard !isTaken else { continue }
      report.flag(
        pair, at: found.place, "has pixels in `\(found.value)`", asked: (profile ?? codec.map { _ in VideoProfile.main }).place, "is 4:2:0 in \(depth) bit by its \(profile == nil ? "codec" : "profile")",
        help: "set the pixel format of the encoder (FFmpeg: `-pix_fmt \(depth == 8 ? "yuv420p" : "yuv420p10le")`)")
    }
  }
}
