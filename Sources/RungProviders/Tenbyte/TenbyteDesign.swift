internal import RungSpec

extension Tenbyte {
  package static func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    var terms = LadderTerms(.yours(.all), theFacts)
    terms.profile = (.main, Source.guide("Adding a Custom Rung: Main is recommended"))
    // HEVC in MPEG-TS is not played by Apple's players.
    terms.sections = [
      SpecLine(
        "packaging", "{hls: {segment_format: \(wish.codec == .h264 ? "mpegts" : "fmp4")}}",
        wish.codec == .h264 ? "an output is on when its key is here" : "Apple's players take HEVC from fMP4 only")
    ]
    return .terms(terms)
  }
}
