internal import RungSource

extension LadderRules {
  static let audioWithoutBitrate = Rule<Ladder>(
    "audio-without-bitrate", family: "ladder", severity: .error,
    summary: "a rendition of an audio ladder without a bitrate",
    why: "Only the bitrate distinguishes the renditions of an audio ladder. Without it the encoder has no target, and a player nothing to choose by.",
    bad: [
      Example("""
        rung: 1
        name: radio
        media: audio
        ladder:
          renditions:
            - ⟦{name: high, audio: {codec: aac, channels: 2}}⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: radio
        media: audio
        ladder:
          defaults: {audio: {bitrate: 128k}}
          renditions:
            - {name: high, audio: {codec: aac, channels: 2}}
        """),
      // A bitrate in the wrong place or without its unit has a finding of its own.
      Example("""
        rung: 1
        name: radio
        media: audio
        ladder:
          renditions:
            - {name: high, bitrate: 128k}
            - {name: low, audio: {bitrate: 64}}
        """),
    ]
  ) { ladder, report in
    guard ladder.media == .audio, ladder.source == .ladder else { return }
    for index in ladder.renditions.indices {
      let rendition = ladder.renditions[index]
      guard rendition.value.audio?.value.bitrate == nil, rendition.value.bitrate == nil,
        !ladder.states("audio", "bitrate", at: index), !ladder.states("bitrate", at: index)
      else { continue }
      report.flag(
        rendition.place, "\(rendition.value.reference) has no audio bitrate; a rendition of an audio ladder requires one",
        help: "set \(.audio, "{bitrate: 128k}")")
    }
  }
}
