internal import RungSource
internal import RungSpec

extension Cloudflare {
  package static func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    let source = Source.faq("Cloudflare decides on which bitrate, resolution, and codec")
    guard wish.encoding != .passthrough else {
      return .obstacles([LadderObstacle("Cloudflare Stream always encodes the renditions", help: "remove `--encoding`", citation: source)])
    }
    var terms = LadderTerms(.own("Cloudflare encodes renditions of its own; its API cannot change them"), published[0])
    terms.sections = [SpecLine("packaging", "{hls: {}}", "Cloudflare cuts the segments itself")]
    var open: [String] = []
    if wish.codec != .h264 { open.append("the codec") }
    if wish.cap != nil { open.append("the cap") }
    if wish.rungs != nil { open.append("the number of renditions") }
    if let last = open.popLast() {
      terms.remarks.append(
        "Cloudflare encodes renditions of its own: \(open.isEmpty ? last : open.joined(separator: ", ") + " and " + last) cannot be guaranteed")
    }
    return .terms(terms)
  }
}
