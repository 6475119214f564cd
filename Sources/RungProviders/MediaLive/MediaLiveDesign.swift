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
    // VBR is of H.264 only, and AV1 has no profile to set.
    var settings = RenditionSettings.all
    if wish.codec != .h264 { settings.remove(.rateControl) }
    if wish.codec == .av1 { settings.remove(.profile) }
    var terms = LadderTerms(.yours(settings), published[0])
    // SRT takes a passphrase, which is made by hand.
    terms.facts.pushProtocols = .published([.rtmp], Source.medialive("InputType: RTMP_PUSH"))
    terms.pushProtocol = .rtmp
    terms.ingest = [SpecLine("allow", "[203.0.113.0/24]", "the addresses that may push: set your encoder's")]
    return .terms(terms)
  }
}
