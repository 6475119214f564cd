internal import RungSource

extension AppleHLSRules {
  static let stereoAacMissing = Rule<Stream>(
    "stereo-aac-missing", family: family, severity: .error,
    summary: "AAC audio, but no stereo",
    why: "Every HLS player supports stereo AAC. With surround or mono alone, some viewers hear nothing, or one channel.",
    citation: Standard.apple("2.3 (MUST): stereo AAC, HE-AAC v1 or HE-AAC v2 is present"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          defaults: {audio: {codec: aac, channels: ⟦6⟧, bitrate: 320k}}
          renditions:
            - {name: 720p, resolution: 1280x720}
        """,
        mended: """
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          defaults: {audio: {codec: aac, channels: 2, bitrate: 320k}}
          renditions:
            - {name: 720p, resolution: 1280x720}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, audio: {codec: aac, channels: 6, bitrate: 320k}}
            - {name: 360p, resolution: 640x360, audio: {codec: aac, channels: 2, bitrate: 96k}}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.ladder, !ladder.renditions.isEmpty else { return }
    var first: Located<Int>?
    var places: Set<SourceSpan> = []
    for rendition in ladder.renditions {
      // A value that is not set may be AAC, or stereo.
      guard let audio = rendition.value.audio?.value, let codec = audio.codec?.value else { return }
      guard codec == .aac || codec == .heAAC else { continue }
      guard let channels = audio.channels, channels.value != 2 else { return }
      places.insert(channels.place.span)
      if first == nil { first = channels }
    }
    guard let first else { return }
    report.flag(
      first.place, "AAC audio has \(first.value == 1 ? "1 channel" : "\(first.value) channels") in every variant; Apple requires stereo AAC in at least one",
      help: Help(
        "set \(.audioChannels, "2") in at least one \(term: .rendition)", fix: places.count == 1 ? .replace(first.place.span, with: "2", .unsafe) : nil))
  }
}
