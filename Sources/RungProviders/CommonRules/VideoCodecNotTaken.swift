internal import RungSource
internal import RungSpec

extension CommonRules {
  static let videoCodecNotTaken = Rule<Measured>(
    "video-codec-not-taken", family: nil, severity: .error,
    summary: "a rendition has a video codec that the provider does not take",
    why: "Encoders and players know many codecs; a provider's API takes those on its list and refuses the request for any other.",
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
        "the video codec is `\(codec.value.rawValue)`; \(measured.facts.party) takes \(oneOf(allowed.map(\.rawValue)))",
        notes: measured.facts.notes(on: limit),
        help: near.map { "write `codec: \($0.rawValue)`" },
        fix: near.map { .replace(codec.place.span, with: $0.rawValue, .unsafe) }, citation: limit.citation)
    }
  }
}
