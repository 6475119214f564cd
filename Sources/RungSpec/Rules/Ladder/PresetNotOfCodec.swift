internal import RungSource

extension LadderRules {
  static let presetNotOfCodec = Rule<Ladder>(
    "preset-not-of-codec", family: "ladder", severity: .warning,
    summary: "an x264 preset for a codec whose encoders have no preset of that name",
    why: "`veryfast` and the like are presets of x264 and x265. AV1 and VP9 encoders number their speeds, each in its own way; how a provider maps the name is not known.",
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
          message: "\(.encoderPreset, found.fault.preset.rawValue) of \(found.whose) exists in x264 and x265 only; its codec is \(CodecVocabulary.name(of: found.fault.codec))",
          notes: found.first.codec.map { [MessageNote("the codec is set here", at: $0.place.span)] } ?? [],
          help: "remove \(.encoderPreset) there")
      })
  }

  private struct PresetOfCodec: Equatable {
    let preset: EncoderPreset
    let codec: VideoCodec
  }
}
