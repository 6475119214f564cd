internal import RungProviders
internal import RungSource
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
          "the source is \(source.text), with an odd side; video for delivery is 4:2:0, and encoders take even sides only",
          help: "have the encoder send \(even.text)"))
    }
    if request.sourceRate < FrameRate(1) || request.sourceRate > FrameRate(300) {
      found.append(LadderObstacle("the source has \(request.sourceRate.text) fps; expected 1 to 300"))
    } else if fps > request.sourceRate {
      found.append(
        LadderObstacle(
          "the ladder is to have \(fps.text) fps, and the source has \(request.sourceRate.text); frames would only be repeated",
          help: "write `--fps \(request.sourceRate.value.text)`, or leave it away"))
    } else if fps < FrameRate(1) || !isFraction(fps, of: request.sourceRate) {
      let half = Designer.half(request.sourceRate).map { " or \($0.value.text)" } ?? ""
      found.append(
        LadderObstacle(
          "the ladder is to have \(fps.text) fps, no whole fraction of the source's \(request.sourceRate.text); movement would stutter",
          help: "write `--fps \(request.sourceRate.value.text)`\(half)"))
    }
    if request.halvesLowRungs, fps <= FrameRate(30) {
      found.append(
        LadderObstacle("half of \(fps.text) fps is too few for movement; rates above 30 can be halved", help: "leave `--halve-low-rungs` away"))
    }
    if let count = request.rungs, count < 1 { found.append(LadderObstacle("\(count) rungs were asked for; a ladder has one at least")) }
    return found
  }

  static func isFraction(_ rate: FrameRate, of whole: FrameRate) -> Bool { whole.value.divided(by: rate.value)?.whole != nil }
}
