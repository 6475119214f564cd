internal import RungSource

extension LadderRules {
  static let presetNotOfCodec = Rule<Ladder>(
    "preset-not-of-codec", family: "ladder", severity: .warning,
    summary: "an encoder preset that the encoders of the codec do not have",
    why: "`veryfast` and the like are presets of x264 and x265. AV1 and VP9 encoders number their speeds, each in its own way; how a provider maps the name is not known.",
    citation: Standard.practice("SVT-AV1 presets are 0 to 13, libvpx counts cpu-used: in real time 0 to 8"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: av1, encoder_preset: ⟦veryfast⟧}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: h264, encoder_preset: ⟦8⟧}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: vp9, encoder_preset: ⟦9⟧}
        """),
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
            - {name: 540p, codec: av1, encoder_preset: 13}
            - {name: 360p, codec: vp9, encoder_preset: 8}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, PresetOfCodec)? in
        guard let codec = rendition.codec?.value else { return nil }
        if let speed = rendition.encoderSpeed {
          guard speed.value > (codec.fastestPreset ?? -1) else { return nil }
          return (speed.place, PresetOfCodec(preset: "\(speed.value)", codec: codec))
        }
        guard let preset = rendition.encoderPreset, codec.fastestPreset != nil else { return nil }
        return (preset.place, PresetOfCodec(preset: preset.value.rawValue, codec: codec))
      },
      say: { found in
        let codec = CodecVocabulary.name(of: found.fault.codec)
        let notes = found.first.codec.map { [MessageNote("the codec is set here", at: $0.place.span)] } ?? []
        guard let fastest = found.fault.codec.fastestPreset else {
          return FaultText(
            message: "\(.encoderPreset, found.fault.preset) of \(found.whose) is a number; presets of \(codec) have names", notes: notes,
            help: "set \(.encoderPreset, "veryfast"), for example")
        }
        let isNamed = found.first.encoderPreset != nil
        return FaultText(
          message: isNamed
            ? "\(.encoderPreset, found.fault.preset) of \(found.whose) exists in x264 and x265 only; its codec is \(codec)"
            : "\(.encoderPreset, found.fault.preset) of \(found.whose) does not exist for \(codec); allowed: 0 to \(fastest)",
          notes: notes, help: isNamed ? ["remove \(.encoderPreset) there", "set a number, 0 to \(fastest)"] : "set \(.encoderPreset, "\(fastest)")")
      })
  }

  private struct PresetOfCodec: Equatable {
    let preset: String
    let codec: VideoCodec
  }
}

extension VideoCodec {
  /// The highest number of a preset; nil where presets have names.
  fileprivate var fastestPreset: Int? {
    switch self {
    case .h264, .h265: nil
    case .av1: 13
    case .vp8, .vp9: 8
    }
  }
}
