internal import RungSpec

extension IVS {
  package static func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    guard wish.encoding != .passthrough else {
      return .obstacles([
        LadderObstacle(
          "with multitrack input Amazon IVS tells the encoder which renditions to send", help: "remove `--encoding`",
          citation: Source.multitrack("GetClientConfiguration"))
      ])
    }
    var terms = LadderTerms(
      .own("the type of the channel determines the renditions; no request changes them"),
      published[1])
    // RTMP would need a channel that is open to it.
    terms.pushProtocol = .rtmps
    terms.sections = [SpecLine("packaging", "{hls: {}}", "Amazon IVS sets the segments itself")]
    var open: [String] = []
    if wish.codec != .h264 { open.append("the codec") }
    if wish.cap != nil { open.append("the cap") }
    if wish.rungs != nil { open.append("the number of renditions") }
    if let last = open.popLast() {
      terms.remarks.append(
        "Amazon IVS makes the renditions itself: \(open.isEmpty ? last : open.joined(separator: ", ") + " and " + last) cannot be guaranteed")
    }
    return .terms(terms)
  }
}
