internal import RungSource

extension LadderRules {
  static let audioWithoutBitrate = Rule<Ladder>(
    "audio-without-bitrate", family: "ladder", severity: .error,
    summary: "a rendition of an audio ladder without a bitrate",
    why: "The bitrate is all that tells the steps of an audio ladder apart. Without it there is nothing to encode to, and nothing for a player to choose by.",
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
      // A bitrate in the wrong place or without its unit is a fault of its own.
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
        rendition.place, "\(rendition.value.label) has no audio bitrate; a step of an audio ladder is its bitrate",
        help: "write `audio: {bitrate: 128k}`")
    }
  }
}
