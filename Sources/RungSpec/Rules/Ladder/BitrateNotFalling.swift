internal import RungSource

extension LadderRules {
  static let bitrateNotFalling = Rule<Ladder>(
    "bitrate-not-falling", family: "ladder", severity: .warning,
    summary: "the bitrate of a smaller rendition is not below that of a larger one",
    why: "A player that runs out of bandwidth switches to a lower bitrate. A smaller rendition with the same bitrate never helps, and is chosen for the bandwidth that the better one was made for.",
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 3000k}
            - {name: 720p, resolution: 1280x720, bitrate: ⟦3000k⟧}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 3000k}
            - {name: 720p, resolution: 1280x720, bitrate: ⟦3500k⟧}
            - {name: 480p, resolution: 854x480, bitrate: 700k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 3000k}
            - {name: 720p, resolution: 1280x720, bitrate: 1500k}
        """),
      // More frames need more bits: which of these two is better is a matter of taste.
      Example("""
        rung: 1
        name: sport
        ladder:
          renditions:
            - {name: 1080p30, resolution: 1920x1080, fps: 30, bitrate: 4500k}
            - {name: 720p60, resolution: 1280x720, fps: 60, bitrate: 4500k}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p-hevc, codec: h265, resolution: 1920x1080, bitrate: 1500k}
            - {name: 720p, codec: h264, resolution: 1280x720, bitrate: 1500k}
        """),
    ]
  ) { ladder, report in
    guard ladder.media == .video, ladder.renditions.count > 1, !ladder.isStrictlyFalling else { return }
    // By size, so that each is compared with the cheapest of the larger ones: linear after the sort.
    var steps: [(index: Int, pixels: Int, rate: Bitrate)] = []
    for index in ladder.renditions.indices {
      guard let size = ladder.renditions[index].value.resolution?.value.pixels, let rate = ladder.renditions[index].value.bitrate?.value
      else { continue }
      steps.append((index, size, rate))
    }
    steps.sort { ($0.pixels, $0.index) > ($1.pixels, $1.index) }
    var cheapest: [Key: (index: Int, rate: Bitrate)] = [:]
    var pending: [(Key, Int, Bitrate)] = []
    var size = Int.max
    for step in steps {
      if step.pixels < size {
        for (key, index, rate) in pending where cheapest[key].map({ rate < $0.rate }) ?? true { cheapest[key] = (index, rate) }
        pending = []
        size = step.pixels
      }
      let rendition = ladder.renditions[step.index].value
      let key = Key(codec: rendition.codec?.value, fps: rendition.fps?.value)
      pending.append((key, step.index, step.rate))
      guard let larger = cheapest[key], step.rate >= larger.rate, let bitrate = rendition.bitrate else { continue }
      let other = ladder.renditions[larger.index].value
      report.flag(
        bitrate.place,
        "bitrate of \(rendition.reference) (\(bitrate.value.text)) is not below that of the larger \(other.reference) (\(larger.rate.text))",
        notes: other.bitrate.map { [MessageNote("the bitrate of the larger \(term: .rendition) is set here", at: $0.place.span)] } ?? [],
        help: ["set a lower \(.bitrate) here", "set a higher one for \(other.reference)"])
    }
  }

  /// Renditions are compared where nothing else explains the bitrate.
  private struct Key: Hashable {
    let codec: VideoCodec?
    let fps: FrameRate?
  }
}
