internal import RungSource
internal import RungSpec

extension CommonRules {
  static let videoCodecNotTaken = Rule<Measured>(
    "video-codec-not-taken", family: nil, severity: .error,
    summary: "the video codec of a rendition is not supported by the provider",
    why: "Encoders and players support many codecs; a provider's API allows those on its list and rejects a request with any other.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          defaults: {codec: ⟦vp9⟧}
          renditions:
            - {name: 720p, resolution: 1280x720}
            - {name: 480p, resolution: 854x480}
        """,
        mended: """
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          defaults: {codec: h264}
          renditions:
            - {name: 720p, resolution: 1280x720}
            - {name: 480p, resolution: 854x480}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, codec: h265}
        """)
    ]
  ) { measured, report in
    let limit = measured.facts.videoCodecs
    guard let allowed = limit.value else { return }
    for codec in measured.video(\.codec) where !allowed.contains(codec.value) {
      // H.264 plays wherever a stream plays at all.
      let near = allowed.contains(.h264) ? VideoCodec.h264 : allowed.first
      report.flag(
        codec.place,
        "video codec `\(codec.value.rawValue)` is not supported by \(measured.facts.party); allowed: \(oneOf(allowed.map(\.rawValue)))",
        notes: measured.facts.notes(on: limit, measured.facts.codecAdvice), help: near.map { Help.set(.codec, $0.rawValue, at: codec.place.span) },
        citation: limit.citation)
    }
  }
}
