internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let notShown = Rule<Verification>(
    "not-shown", family: family, severity: .note,
    summary: "values of the spec that nothing of what was delivered shows",
    why: "What is not shown is not compared. A playlist names sizes and codecs; keyframes, B-frames and bitrates are in the packets that ffprobe lists.",
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720
          ⟦720p/index.m3u8⟧
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: ⟦720p⟧, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
          """)
    ],
    good: [
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "width": 1280, "height": 720, "r_frame_rate": "25/1", "bit_rate": "2500000"}]}
          """,
        of: """
          rung: 1
          name: news
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, codec: h264, bitrate: 2500k}
          """)
    ]
  ) { verification, report in
    guard let asked = verification.asked else { return }
    let pairs = Dictionary(grouping: verification.pairs, by: \.asked.index)
    for rendition in asked.renditions {
      let shown = (pairs[rendition.index] ?? []).map(\.delivered)
      guard let first = shown.first else { continue }
      let keys = rendition.keys(notShownBy: shown)
      guard !keys.isEmpty else { continue }
      report.flag(
        first.namePlace ?? first.place, "not shown of \(rendition.reference): \(Message(joining: keys.map { "\($0)" }, with: ", "))",
        notes: [MessageNote("asked for here", at: rendition.place.span)],
        help: "add `--probe NAME=FILE` with what `ffprobe -v error -of json -show_streams -show_format -show_packets FILE` prints of a segment")
    }
  }
}

extension AskedRendition {
  /// Of the values that are asked for.
  fileprivate func keys(notShownBy shown: [DeliveredRendition]) -> [SpecKey] {
    var keys: [SpecKey] = []
    func look<Asked, Shown>(_ key: SpecKey, _ asked: Located<Asked>?, _ find: (DeliveredRendition) -> Shown?) {
      if asked != nil, !shown.contains(where: { find($0) != nil }) { keys.append(key) }
    }
    look(.resolution, size) { $0.size }
    look(.fps, fps) { $0.fps }
    look(.codec, codec) { $0.codec?.value.codec.rawValue ?? $0.otherCodec?.value }
    look(.profile, profile) { $0.codec?.value.profileName }
    look(.level, level) { $0.codec?.value.level }
    look(.gop, gop) { $0.frames }
    look(.bitrate, bitrate) { $0.videoBitrate ?? $0.averageBandwidth ?? $0.bandwidth }
    look(.bframes, bframes) { $0.hasBFrames.map { _ in true } ?? $0.frames.map { _ in true } }
    if whole.codec?.value == .h264 { look(.refFrames, referenceFrames) { $0.referenceFrames } }
    let sound = audio?.value
    look(.audioCodec, held(sound?.codec)) { $0.audio?.codec.map { _ in true } ?? $0.audio?.otherCodec.map { _ in true } }
    look(.audioChannels, held(sound?.channels)) { $0.audio?.channels }
    look(.audioSampleRate, held(sound?.sampleRate)) { $0.audio?.sampleRate }
    return keys
  }
}
