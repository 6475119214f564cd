internal import RungSpec

extension Tenbyte {
  package static func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    var terms = LadderTerms(.yours(.all), theFacts)
    terms.profile = (.main, Source.guide("Adding a Custom Rung: Main is recommended"))
    // Apple players do not play HEVC in MPEG-TS.
    terms.sections = [
      SpecLine(
        "packaging", "{hls: {segment_format: \(wish.codec == .h264 ? "mpegts" : "fmp4")}}",
        wish.codec == .h264 ? "an output is enabled by its key" : "Apple players support HEVC in fMP4 only")
    ]
    return .terms(terms)
  }
}
