internal import RungSource

/// A rendition and a stated level that does not carry it, though another would.
struct LevelShortfall {
  let label: String
  let level: VideoLevel
  let needed: VideoLevel
  let load: VideoLoad
  /// The one that the level is judged in.
  let tier: LevelTier
  /// As many references as the level has room for, where fewer of them are all that it takes.
  let fittingRefFrames: Int?
  /// False when something that counts is not stated, so that the level that suffices may be a higher one.
  let isWholeStory: Bool
  private let stated: LevelTier?

  init?(_ rendition: Rendition) {
    // Where no tier is stated, what the High tier allows is not too much.
    guard let written = rendition.level?.value, let codec = rendition.codec?.value, let level = VideoLevel.named(written, of: codec),
      let load = rendition.leastLoad
    else { return nil }
    let stated = rendition.statedTier
    let tier = stated ?? .high
    // A High tier that the level does not have is a fault of its own (ladder/tier-below-level-4).
    guard stated != .high || level.hasHighTier, level.isExceeded(by: load, tier: tier),
      let needed = VideoLevel.lowest(of: codec, for: load, stated: stated)
    else { return nil }
    self.stated = stated
    self.tier = tier
    label = rendition.label
    self.level = level
    self.needed = needed
    self.load = load
    isWholeStory = rendition.openForLevel(of: codec).isEmpty
    fittingRefFrames = rendition.refFrames == nil ? nil : Self.fewer(load, level, tier)
  }

  var help: Help {
    let lowest = "write `level: \"\(needed.name)\"`, the lowest that suffices\(isWholeStory ? "" : " for what is stated")"
    switch stated {
    case nil: return needed.isExceeded(by: load) ? "\(lowest) (in the High tier)" : Help(lowest)
    case .high: return "\(lowest) in the High tier"
    case .main: return "\(lowest) in the Main tier\(level.isExceeded(by: load, tier: .high) ? "" : ", or `tier: high`")"
    }
  }

  private static func fewer(_ load: VideoLoad, _ level: VideoLevel, _ tier: LevelTier) -> Int? {
    var fitting = load
    while fitting.refFrames > 1 {
      fitting.refFrames -= 1
      if !level.isExceeded(by: fitting, tier: tier) { return fitting.refFrames }
    }
    return nil
  }
}
