internal import RungSource

extension AppleHLSRules {
  static let videoCodecNotListed = Rule<Stream>(
    "video-codec-not-listed", family: family, severity: .error,
    summary: "a video codec that is not on Apple's list",
    why: "Apple's players take H.264, HEVC, Dolby Vision and AV1. A variant in another codec is passed over, and a stream of nothing else does not play.",
    citation: Standard.apple("1.1 and 1.2 (MUST): H.264, HEVC, Dolby Vision or AV1"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: ⟦vp9⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264}
            - {name: 720p-hevc, resolution: 1280x720, codec: h265}
            - {name: 720p-av1, resolution: 1280x720, codec: av1}
        """)
    ]
  ) { stream, report in
    stream.ladder?.flagShared(
      &report,
      find: { rendition -> (Place, VideoCodec)? in
        guard let codec = rendition.codec, ![.h264, .h265, .av1].contains(codec.value) else { return nil }
        return (codec.place, codec.value)
      },
      say: { found in
        Wording(
          message: "\(found.whose) is `\(found.fault.rawValue)`; Apple's players take `h264`, `h265` or `av1`", help: "write `codec: h264`")
      })
  }
}
