internal import RungSpec

extension LiveKit {
  package static func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    guard wish.encoding != .passthrough else {
      return .obstacles([
        LadderObstacle(
          "LiveKit passes on only what comes over WHIP; the encoder then makes the layers, and nothing is told to LiveKit",
          help: "leave `--encoding` away", citation: Source.validation("enable_transcoding"))
      ])
    }
    var terms = LadderTerms(
      .yours([]), facts(for: Decision(input: nil, because: nil, transcodes: true, order: [])))
    terms.leastRungs = 2
    terms.takesHalvedRungs = false
    terms.wholeFrameRates = true
    terms.sound.codec = .opus
    // Opus is sent at 48 kHz whatever is asked for, and one sound serves every layer: the preset's.
    terms.sound.sampleRate = nil
    terms.sound.bitrate = Bitrate(kilobits: 96)
    terms.sound.low = nil
    return .terms(terms)
  }
}
