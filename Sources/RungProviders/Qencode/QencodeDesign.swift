internal import RungSpec

extension Qencode {
  package static func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    guard wish.encoding != .passthrough else {
      return .obstacles([LadderObstacle("Qencode always transcodes", help: "remove `--encoding`", citation: Source.reference("params.mode: auto"))])
    }
    var terms = LadderTerms(.own("Qencode generates the ladder; its API cannot change it"), facts(for: ()))
    terms.sections = [SpecLine("packaging", "{hls: {}}", "Qencode sets the segments itself")]
    var open: [String] = []
    if wish.codec != .h264 { open.append("the codec") }
    if wish.cap != nil { open.append("the cap") }
    if wish.rungs != nil { open.append("the number of renditions") }
    if let last = open.popLast() {
      terms.remarks.append(
        "Qencode generates the ladder itself: \(open.isEmpty ? last : open.joined(separator: ", ") + " and " + last) cannot be guaranteed")
    }
    return .terms(terms)
  }
}
