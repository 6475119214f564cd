internal import RungSpec

extension Qencode {
  package static func ladderTerms(for wish: LadderWish) -> LadderAnswer {
    guard wish.encoding != .passthrough else {
      return .obstacles([LadderObstacle("Qencode always transcodes", help: "leave `--encoding` away", citation: Source.reference("params.mode: auto"))])
    }
    var terms = LadderTerms(.own("Qencode makes its ladder itself, and no request says what of"), facts(for: ()))
    terms.sections = [SpecLine("packaging", "{hls: {}}", "Qencode makes the segments itself")]
    var open: [String] = []
    if wish.codec != .h264 { open.append("the codec") }
    if wish.cap != nil { open.append("the cap") }
    if wish.rungs != nil { open.append("the number of rungs") }
    if let last = open.popLast() {
      terms.remarks.append(
        "Qencode makes its ladder itself: \(open.isEmpty ? last : open.joined(separator: ", ") + " and " + last) cannot be promised there")
    }
    return .terms(terms)
  }
}
