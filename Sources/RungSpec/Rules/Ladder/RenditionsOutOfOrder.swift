internal import RungSource

extension LadderRules {
  static let renditionsOutOfOrder = Rule<Ladder>(
    "renditions-out-of-order", family: "ladder", severity: .warning,
    summary: "the renditions are not ordered from highest to lowest",
    why: "Providers keep the order of the ladder, and many players start with the first entry of the playlist. A ladder ordered from highest to lowest is also easier to read.",
    citation: Standard.apple("1.32 (SHOULD): the first variant is what players start with"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 480p, resolution: 854x480, bitrate: 700k}
            - {name: 1080p, resolution: ⟦1920x1080⟧, bitrate: 3000k}
            - {name: 720p, resolution: 1280x720, bitrate: 1500k}
        """),
      Example("""
        rung: 1
        name: news
        media: audio
        ladder:
          renditions:
            - {name: low, audio: {bitrate: 64k}}
            - {name: high, audio: {bitrate: ⟦128k⟧}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 3000k}
            - {name: 720p60, resolution: 1280x720, bitrate: 2000k}
            - {name: 720p, resolution: 1280x720, bitrate: 1500k}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p-hevc, codec: h265, resolution: 1920x1080, bitrate: 2000k}
            - {name: 720p-hevc, codec: h265, resolution: 1280x720, bitrate: 1000k}
            - {name: 1080p, codec: h264, resolution: 1920x1080, bitrate: 3000k}
        """),
    ]
  ) { ladder, report in
    guard !ladder.isStrictlyFalling else { return }
    // A ladder for two codecs is two ladders, one after the other or interleaved.
    var last: [VideoCodec?: Int] = [:]
    for index in ladder.renditions.indices {
      let codec = ladder.media == .video ? ladder.renditions[index].value.codec?.value : nil
      defer { last[codec] = index }
      guard let before = last[codec], ladder.isBetter(index, than: before) else { continue }
      let rendition = ladder.renditions[index].value
      let isLarger = ladder.media == .video && rendition.resolution?.value.pixels != ladder.renditions[before].value.resolution?.value.pixels
      let place = isLarger ? rendition.resolution?.place : ladder.steppingBitrate(index)?.place
      let names = ladder.bestFirst.map { ladder.renditions[$0].value.name?.value ?? "\($0 + 1)" }
      report.flag(
        place ?? ladder.renditions[index].place,
        "\(rendition.reference) is listed after \(ladder.renditions[before].value.reference), which \(isLarger ? "is smaller" : "has a lower bitrate"); order \(term: .renditions) from highest to lowest",
        help: names.count <= 12 ? "move the \(term: .renditions) into the order \(names.joined(separator: ", "))" : "move the highest \(term: .rendition) to the top")
      // One move may put many into order: one finding is enough.
      return
    }
  }
}

extension Ladder {
  /// What distinguishes one step from the next: the video bitrate, or the audio bitrate of an audio ladder.
  func steppingBitrate(_ index: Int) -> Located<Bitrate>? {
    media == .video ? renditions[index].value.bitrate : renditions[index].value.audio?.value.bitrate
  }

  /// Larger, or of the same size with a higher bitrate. False where that is not known.
  fileprivate func isBetter(_ index: Int, than other: Int) -> Bool {
    if media == .video {
      guard let size = renditions[index].value.resolution?.value.pixels, let before = renditions[other].value.resolution?.value.pixels
      else { return false }
      if size != before { return size > before }
    }
    guard let rate = steppingBitrate(index)?.value, let before = steppingBitrate(other)?.value else { return false }
    return rate > before
  }

  fileprivate var bestFirst: [Int] {
    renditions.indices.sorted { left, right in
      let a = (renditions[left].value.resolution?.value.pixels ?? 0, steppingBitrate(left)?.value.bitsPerSecond ?? 0)
      let b = (renditions[right].value.resolution?.value.pixels ?? 0, steppingBitrate(right)?.value.bitsPerSecond ?? 0)
      return a == b ? left < right : a > b
    }
  }
}
