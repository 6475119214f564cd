internal import RungSource
internal import RungSpec

extension Mux {
  package static func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    let source = Source.create("no field is a rendition", strength: .inferred)
    guard wish.encoding != .passthrough else {
      return .obstacles([LadderObstacle("Mux always encodes the renditions", help: "remove `--encoding`", citation: source)])
    }
    var terms = LadderTerms(.own("Mux encodes renditions of its own; its API sets the highest resolution only"), published[0])
    terms.sections = [SpecLine("packaging", "{hls: {}}", "Mux cuts the segments itself"), SpecLine("playback", "{policy: public}", "or authenticated")]
    var open: [String] = []
    if wish.codec != .h264 { open.append("the codec") }
    if wish.cap != nil { open.append("the cap") }
    if wish.rungs != nil { open.append("the number of renditions") }
    if let last = open.popLast() {
      terms.remarks.append("Mux encodes renditions of its own: \(open.isEmpty ? last : open.joined(separator: ", ") + " and " + last) cannot be guaranteed")
    }
    return .terms(terms)
  }
}
