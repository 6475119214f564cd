internal import RungSource
internal import RungSpec

extension MediaLive {
  package static func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    guard wish.encoding != .passthrough else {
      return .obstacles([
        LadderObstacle(
          "MediaLive encodes every output", help: "remove `--encoding`", citation: Source.medialive("VideoDescription.CodecSettings", strength: .inferred))
      ])
    }
    var terms = LadderTerms(.yours(.all), published[0])
    terms.pushProtocol = .rtmp
    return .terms(terms)
  }
}
