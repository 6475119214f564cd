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
        for field in videoFields { field.place(rendition.value).map { report.name($0) } }
      }
      let names = sized.compactMap { ladder.renditions[$0].value.name?.value }
      report.flag(
        ladder.place, "the ladder has video renditions\(names.isEmpty ? "" : " (\(names.map { "`\($0)`" }.joined(separator: ", ")))"); the stream has \(.media, "audio")",
        help: ["replace them with renditions of `audio` only", "set \(.media, "video")"])
      return
    }
    for field in videoFields {
      ladder.flagShared(
        &report, in: .audio,
        findAt: { index -> (SourcePlace, Bitrate?)? in
          let rendition = ladder.renditions[index].value
          // A GOP that follows from the interval, or the other way round, was not written.
          guard let place = field.place(rendition), ladder.states(field.name, at: index) else { return nil }
          return (place, field.name == "bitrate" ? rendition.bitrate?.value : nil)
        },
        say: { found in
          FaultText(
            message: "\(SpecKey("ladder.renditions.\(field.name)")) of \(found.whose) is a video setting; the stream has \(.media, "audio")",
            help: field.name == "bitrate"
              ? "remove \(.bitrate) and add \(.audio, "{bitrate: \(found.fault?.text ?? "128k")}"), if the audio bitrate is meant"
              : ["remove it", "set \(.media, "video")"])
        })
    }
  }

  private static let videoFields: [(name: String, place: @Sendable (Rendition) -> SourcePlace?)] = [
    ("resolution", { $0.resolution?.place }), ("fps", { $0.fps?.place }), ("gop", { $0.gop?.place }), ("keyframe_interval", { $0.keyframeInterval?.place }),
    ("bitrate", { $0.bitrate?.place }), ("max_bitrate", { $0.maxBitrate?.place }), ("buffer", { $0.buffer?.place }), ("crf", { $0.crf?.place }),
    ("codec", { $0.codec?.place }), ("profile", { $0.profile?.place }), ("level", { $0.level?.place }), ("tier", { $0.tier?.place }),
    ("encoder_preset", { $0.encoderPreset?.place }), ("rate_control", { $0.rateControl?.place }), ("bframes", { $0.bframes?.place }),
    ("ref_frames", { $0.refFrames?.place }), ("lookahead", { $0.lookahead?.place }),
  ]
}
