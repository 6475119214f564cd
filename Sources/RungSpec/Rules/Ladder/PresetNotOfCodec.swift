internal import RungSource

extension LadderRules {
  static let presetNotOfCodec = Rule<Ladder>(
    "preset-not-of-codec", family: "ladder", severity: .warning,
    summary: "an x264 preset for a codec whose encoders have none of that name",
    why: "`veryfast` and its kin are words of x264 and x265. Encoders of AV1 and VP9 count their speeds in numbers, each in its own way; what a provider makes of the word is not known.",
    citation: Standard.practice("SVT-AV1 presets are -1 to 13, libvpx counts cpu-used"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: av1, encoder_preset: ⟦veryfast⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {encoder_preset: veryfast}
          renditions:
            - {name: 1080p, codec: h265}
            - {name: 720p, codec: h264}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, PresetOfCodec)? in
        guard let preset = rendition.encoderPreset, let codec = rendition.codec, codec.value != .h264, codec.value != .h265 else { return nil }
        return (preset.place, PresetOfCodec(preset: preset.value, codec: codec.value))
      },
      say: { found in
        FaultText(
          message: "`\(found.fault.preset.rawValue)` is a preset of x264 and x265, and \(found.whose) is \(CodecVocabulary.name(of: found.fault.codec))",
          notes: found.first.codec.map { [MessageNote("the codec stands here", at: $0.place.span)] } ?? [],
          help: "delete `encoder_preset` there, and let the provider choose the speed")
      })
  }

  private struct PresetOfCodec: Equatable {
    let preset: EncoderPreset
    let codec: VideoCodec
  }
}
