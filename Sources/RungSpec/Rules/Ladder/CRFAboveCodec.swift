internal import RungSource

extension LadderRules {
  static let crfAboveCodec = Rule<Ladder>(
    "crf-above-codec", family: "ladder", severity: .error,
    summary: "a constant rate factor above the scale of the codec",
    why: "The factor follows the codec's scale of quantizers: x264 and x265 end at 51, libvpx and SVT-AV1 at 63. There is no coarser quantizer.",
    citation: Citation("x265 documentation", "command line options, --crf <0..51.0>", url: "https://x265.readthedocs.io/en/stable/cli.html"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, crf: ⟦55⟧}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h265, crf: ⟦51.5⟧}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {crf: ⟦60⟧}
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: av1}
            - {name: 720p, resolution: 1280x720, codec: h265}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: av1, crf: 63}
            - {name: 720p, resolution: 1280x720, codec: vp9, crf: 60}
            - {name: 480p, resolution: 854x480, codec: h264, crf: 51}
            - {name: 360p, resolution: 640x360, codec: h264, crf: 23.5}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, VideoCodec)? in
        guard let factor = rendition.crf, let codec = rendition.codec?.value, codec == .h264 || codec == .h265, factor.value.value > Rational(51) else { return nil }
        return (factor.place, codec)
      },
      say: { found in
        FaultText(
          message: "\(.crf, found.first.crf?.value.text ?? "") of \(found.whose) is out of range for \(CodecVocabulary.name(of: found.fault)); allowed: 0 to 51",
          notes: found.first.codec.map { [MessageNote("the codec is set here", at: $0.place.span)] } ?? [],
          help: "set \(.crf, "51") or less")
      })
  }
}
