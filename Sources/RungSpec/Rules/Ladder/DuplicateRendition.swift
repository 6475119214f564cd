internal import RungSource

extension LadderRules {
  static let duplicateRendition = Rule<Ladder>(
    "duplicate-rendition", family: "ladder", severity: .warning,
    summary: "two renditions have the same size, frame rate, codec and bitrate",
    why: "A player chooses between renditions by their bitrate. Two equal ones are encoded and paid for twice, and give viewers no choice.",
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, codec: h264}
          renditions:
            - {name: high, resolution: 1280x720, bitrate: 3000k}
            - ⟦{name: medium, resolution: 1280x720, bitrate: 3M}⟧
        """),
      Example("""
        rung: 1
        name: news
        media: audio
        ladder:
          renditions:
            - {name: high, audio: {codec: aac, channels: 2, bitrate: 128k}}
            - ⟦{name: medium, audio: {codec: aac, channels: 2, bitrate: 128k}}⟧
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, bitrate: 3000k}
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264}
            - {name: 720p-hevc, resolution: 1280x720, codec: h265}
        """),
      Example("""
        rung: 1
        name: news
        media: audio
        ladder: {preset: mkio-default1080p}
        """),
    ]
  ) { ladder, report in
    guard !ladder.isStrictlyFalling else { return }
    var first: [RenditionKey: Int] = [:]
    for index in ladder.renditions.indices {
      guard let key = RenditionKey(ladder.renditions[index].value, ladder.media) else { continue }
      guard let before = first[key] else {
        first[key] = index
        continue
      }
      let rendition = ladder.renditions[index]
      report.flag(
        rendition.place,
        "\(rendition.value.reference) is the same as \(ladder.renditions[before].value.reference): \(key.text)",
        notes: [MessageNote("the first one is here", at: ladder.renditions[before].place.span)],
        help: ["remove one of the two", "set another \(ladder.media == .audio ? SpecKey.audioBitrate : .bitrate)"])
    }
  }
}

/// What distinguishes renditions for viewers.
private struct RenditionKey: Hashable {
  let resolution: Resolution?
  let fps: FrameRate?
  let codec: VideoCodec?
  let audioCodec: AudioCodec?
  let channels: Int?
  let bitrate: Bitrate

  init?(_ rendition: Rendition, _ media: MediaKind) {
    switch media {
    case .video:
      guard let resolution = rendition.resolution?.value, let bitrate = rendition.bitrate?.value else { return nil }
      self.resolution = resolution
      self.bitrate = bitrate
      fps = rendition.fps?.value
      codec = rendition.codec?.value
      (audioCodec, channels) = (nil, nil)
    case .audio:
      // A video rendition in an audio ladder has a finding of its own; what it is without its video is not what its author compares.
      guard rendition.resolution == nil, let audio = rendition.audio?.value, let bitrate = audio.bitrate?.value else { return nil }
      self.bitrate = bitrate
      audioCodec = audio.codec?.value
      channels = audio.channels?.value
      (resolution, fps, codec) = (nil, nil, nil)
    }
  }

  var text: String {
    [resolution?.text, fps.map { "\($0.text) fps" }, codec?.rawValue, audioCodec?.rawValue, bitrate.text].compactMap { $0 }
      .joined(separator: ", ")
  }
}
