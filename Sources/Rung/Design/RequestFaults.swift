internal import RungProviders
internal import RungSpec

/// What no provider has a part in.
enum RequestFaults {
  static func of(_ request: LadderRequest, fps: FrameRate) -> [LadderObstacle] {
    var found: [LadderObstacle] = []
    let source = request.source
    if source.width % 2 != 0 || source.height % 2 != 0 {
      let even = Resolution(width: max(2, source.width / 2 * 2), height: max(2, source.height / 2 * 2))
      found.append(
        LadderObstacle(
          "source resolution \(source.text) has an odd side; encoders require even sides for 4:2:0 video",
          help: "let the encoder send \(even.text)"))
    }
    if request.sourceRate < FrameRate(1) || request.sourceRate > FrameRate(300) {
      found.append(LadderObstacle("source frame rate is \(request.sourceRate.text) fps; allowed: 1 to 300"))
    } else if fps > request.sourceRate {
      found.append(
        LadderObstacle(
          "frame rate \(fps.text) fps is above the source's \(request.sourceRate.text) fps; frames would only be repeated",
          help: "set `--fps \(request.sourceRate.value.text)`, or remove `--fps`"))
    } else if fps < FrameRate(1) || !isFraction(fps, of: request.sourceRate) {
      let half = Designer.half(request.sourceRate).map { " or \($0.value.text)" } ?? ""
      found.append(
        LadderObstacle(
          "frame rate \(fps.text) fps is not a whole fraction of the source's \(request.sourceRate.text) fps; motion would stutter",
          help: "write `--fps \(request.sourceRate.value.text)`\(half)"))
    }
    if request.halvesLowRungs == true, fps <= FrameRate(30) {
      found.append(
        LadderObstacle("half of \(fps.text) fps is too low for motion; frame rates above 30 can be halved", help: "remove `--halve-low-rungs`"))
    }
    if let count = request.rungs, count < 1 { found.append(LadderObstacle("`--rungs` is \(count); a ladder has at least one rendition")) }
    return found
  }

  static func isFraction(_ rate: FrameRate, of whole: FrameRate) -> Bool { whole.value.divided(by: rate.value)?.whole != nil }
}
