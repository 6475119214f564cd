/// One row of a codec's table of levels.
protocol CodecLevel: Sendable, Hashable {
  /// Lowest first.
  static var all: [Self] { get }
  /// As specs write it: `3.1`, `4.0`, `1b`.
  var name: String { get }
  /// Its place in the table, from 0.
  var rank: Int { get }
  /// Whether a stream at this level can be of the High tier at all.
  var hasHighTier: Bool { get }

  func exceeds(_ load: VideoLoad, _ tier: LevelTier, _ limit: LevelLimit) -> Bool
  /// The load compared with what the level allows, in words.
  func comparison(_ load: VideoLoad, _ tier: LevelTier, _ limit: LevelLimit) -> String
  /// The most decoded pictures of this size that are buffered.
  func room(for load: VideoLoad) -> Int
}

extension CodecLevel {
  func isExceeded(by load: VideoLoad, _ tier: LevelTier) -> Bool {
    for limit in LevelLimit.all where exceeds(load, tier, limit) { return true }
    return false
  }

  /// Every limit that the load exceeds.
  func excesses(of load: VideoLoad, _ tier: LevelTier) -> [LevelExcess] {
    let isTooLarge = exceeds(load, tier, .frameSize)
    return LevelLimit.all.compactMap { limit in
      // A frame that is too large needs no finding about its sides and the picture buffer.
      if isTooLarge, limit == .side || limit == .pictures { return nil }
      return exceeds(load, tier, limit) ? LevelExcess(limit, comparison(load, tier, limit)) : nil
    }
  }

  static func lowest(for load: VideoLoad, _ tier: LevelTier) -> Self? { all.first { !$0.isExceeded(by: load, tier) } }

  static func lowestInHighTier(for load: VideoLoad) -> Self? { all.first { $0.hasHighTier && !$0.isExceeded(by: load, .high) } }
}
