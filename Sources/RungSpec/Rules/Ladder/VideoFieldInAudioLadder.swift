internal import RungSource

extension LadderRules {
  static let videoFieldInAudioLadder = Rule<Ladder>(
    "video-field-in-audio-ladder", family: "ladder", severity: .error,
    summary: "a video setting in an audio ladder",
    why: "`media: audio` is audio-only. Video settings would be dropped, and a `bitrate` outside `audio` is the video bitrate, not the audio bitrate.",
    bad: [
      Example("""
        rung: 1
        name: radio
        media: audio
        ladder:
          renditions:
            - {name: high, bitrate: ⟦128k⟧}
        """),
      Example("""
        rung: 1
        name: radio
        media: audio
        ⟦ladder⟧:
          defaults: {resolution: 1280x720, fps: 25, keyframe_interval: 2s, audio: {codec: aac}}
          renditions:
            - {name: high, audio: {bitrate: 128k}}
            - {name: low, audio: {bitrate: 64k}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: radio
        media: audio
        ladder:
          renditions:
            - {name: high, audio: {bitrate: 128k}}
        """)
    ]
  ) { ladder, report in
    guard ladder.media == .audio, ladder.source == .ladder else { return }
    let sized = ladder.renditions.indices.filter { ladder.renditions[$0].value.resolution != nil }
    guard sized.isEmpty else {
      // A ladder of video, and not a setting too many: one finding instead of one for each setting.
      for rendition in ladder.renditions {
        for field in VideoField.allCases { field.place(in: rendition.value).map { report.name($0) } }
      }
      let names = sized.compactMap { ladder.renditions[$0].value.name?.value }
      report.flag(
        ladder.place, "the ladder has video renditions\(names.isEmpty ? "" : " (\(names.map { "`\($0)`" }.joined(separator: ", ")))"); the stream has \(.media, "audio")",
        help: ["replace them with renditions of `audio` only", "set \(.media, "video")"])
      return
    }
    for field in VideoField.allCases {
      ladder.flagShared(
        &report, in: .audio,
        findAt: { index -> (SourcePlace, Bitrate?)? in
          let rendition = ladder.renditions[index].value
          // A GOP that follows from the interval, or the other way round, was not written.
          guard let place = field.place(in: rendition), ladder.states(field.rawValue, at: index) else { return nil }
          return (place, field == .bitrate ? rendition.bitrate?.value : nil)
        },
        say: { found in
          FaultText(
            message: "\(SpecKey("ladder.renditions.\(field.rawValue)")) of \(found.whose) is a video setting; the stream has \(.media, "audio")",
            help: field == .bitrate
              ? "remove \(.bitrate) and add \(.audio, "{bitrate: \(found.fault?.text ?? "128k")}"), if the audio bitrate is meant"
              : ["remove it", "set \(.media, "video")"])
        })
    }
  }

  private enum VideoField: String, CaseIterable {
    case resolution, fps, gop, keyframeInterval = "keyframe_interval", bitrate, maxBitrate = "max_bitrate", buffer, crf, codec
    case profile, level, tier, encoderPreset = "encoder_preset", rateControl = "rate_control", bframes, refFrames = "ref_frames", lookahead

    func place(in rendition: Rendition) -> SourcePlace? {
      switch self {
      case .resolution: rendition.resolution?.place
      case .fps: rendition.fps?.place
      case .gop: rendition.gop?.place
      case .keyframeInterval: rendition.keyframeInterval?.place
      case .bitrate: rendition.bitrate?.place
      case .maxBitrate: rendition.maxBitrate?.place
      case .buffer: rendition.buffer?.place
      case .crf: rendition.crf?.place
      case .codec: rendition.codec?.place
      case .profile: rendition.profile?.place
      case .level: rendition.level?.place
      case .tier: rendition.tier?.place
      case .encoderPreset: rendition.encoderPreset?.place
      case .rateControl: rendition.rateControl?.place
      case .bframes: rendition.bframes?.place
      case .refFrames: rendition.refFrames?.place
      case .lookahead: rendition.lookahead?.place
      }
    }
  }
}
