internal import RungSource

extension AppleHLSRules {
  static let heAacAbove64k = Rule<Stream>(
    "he-aac-above-64k", family: family, severity: .warning,
    summary: "HE-AAC above 64 kbps",
    why: "HE-AAC synthesizes the upper half of the spectrum. Above 64 kbps plain AAC has better quality.",
    citation: Standard.apple("2.4 (SHOULD NOT): HE-AAC above 64 kbps"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, audio: {codec: ⟦he-aac⟧, channels: 2, bitrate: 96k}}
        """,
        mended: """
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, audio: {codec: aac, channels: 2, bitrate: 96k}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, audio: {codec: he-aac, channels: 2, bitrate: 64k}}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.ladder else { return }
    ladder.flagShared(
      &report, in: ladder.media,
      find: { rendition -> (SourcePlace, Bitrate)? in
        guard let audio = rendition.audio?.value, let codec = audio.codec, codec.value == .heAAC, let rate = audio.bitrate?.value,
          rate > Bitrate(kilobits: 64)
        else { return nil }
        return (codec.place, rate)
      },
      say: { found in
        FaultText(
          message: "audio of \(found.whose) is HE-AAC at \(found.fault.prose); Apple recommends HE-AAC up to 64 kbps only",
          help: .set(.audioCodec, "aac", at: found.place.span))
      })
  }
}
