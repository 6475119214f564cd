internal import RungSpec

extension LiveKit {
  package static func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    guard wish.encoding != .passthrough else {
      return .obstacles([
        LadderObstacle(
          "LiveKit supports passthrough over WHIP only; the encoder then encodes the layers, and no request sets them",
          help: "remove `--encoding`", citation: Source.validation("enable_transcoding"))
      ])
    }
    var terms = LadderTerms(
      .yours([]), facts(for: Decision(input: nil, because: nil, transcodes: true, order: [])))
    terms.leastRungs = 2
    terms.takesHalvedRungs = false
    terms.wholeFrameRates = true
    terms.sound.codec = .opus
    // Opus is always sent at 48 kHz, and all layers have the same audio: the preset's.
    terms.sound.sampleRate = nil
    terms.sound.bitrate = Bitrate(kilobits: 96)
    terms.sound.low = nil
    return .terms(terms)
  }
}
