internal import RungProviders
internal import RungSpec

/// The lowest cap that a request has a ladder for.
enum LeastCap {
  /// What to say where a request has no ladder, and has one with a higher cap; nil where the cap is not the reason.
  static func obstacle(to request: LadderRequest) -> LadderObstacle? {
    guard let cap = request.maxBitrate, let least = least(request, above: cap) else { return nil }
    let lower = request.providers.isEmpty && request.codec == .h264 && request.content != .talkingHead ? ", or lower the bitrates with `--codec h265` or `--content talking-head`" : ""
    return LadderObstacle("no ladder fits the cap of \(cap.prose); the least that one fits is \(least.prose)", help: "set `--max-bitrate \(least.text)` or more\(lower)")
  }

  /// In whole kbps: with one less there is none.
  private static func least(_ request: LadderRequest, above cap: Bitrate) -> Bitrate? {
    func fits(_ kilobits: Int64) -> Bool {
      var request = request
      request.maxBitrate = Bitrate(kilobits: kilobits)
      return (try? Designer.solved(request)) != nil
    }
    let first = cap.bitsPerSecond / 1000
    var fails = first
    // No rendition of any size takes more.
    var found: Int64 = 10_000_000
    guard found > fails, fits(found) else { return nil }
    while found - fails > 1 {
      let middle = fails + (found - fails) / 2
      if fits(middle) { found = middle } else { fails = middle }
    }
    // A ladder of a fixed number of rungs may fit at a cap, and at a little more not: whatever is lower is tried, as far as that takes no time.
    return Bitrate(kilobits: (first + 1..<Swift.max(first + 1, Swift.min(found, first + 4000))).first(where: fits) ?? found)
  }
}
