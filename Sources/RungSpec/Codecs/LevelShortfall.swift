internal import RungSource

/// A rendition and a level that is too low for it, though a higher one is not.
struct LevelShortfall {
  let label: Message
  let level: VideoLevel
  let needed: VideoLevel
  let load: VideoLoad
  /// The tier that the level is checked in.
  let tier: LevelTier
  /// The most reference frames that the level allows, where fewer of them are sufficient.
  let fittingRefFrames: Int?
  /// False when a value that counts is not set, so that a higher level may be needed.
  let isWholeStory: Bool
  private let stated: LevelTier?

  init?(_ rendition: Rendition) {
    // Where no tier is set, the limits of the High tier apply.
    guard let written = rendition.level?.value, let codec = rendition.codec?.value, let level = VideoLevel.named(written, of: codec),
      let load = rendition.leastLoad
    else { return nil }
    let stated = rendition.statedTier
    let tier = stated ?? .high
    // A High tier that the level does not have is found by ladder/tier-below-level-4.
    guard stated != .high || level.hasHighTier, level.isExceeded(by: load, tier: tier),
      let needed = VideoLevel.lowest(of: codec, for: load, stated: stated)
    else { return nil }
    self.stated = stated
    self.tier = tier
    label = rendition.reference
    self.level = level
    self.needed = needed
    self.load = load
    isWholeStory = rendition.openForLevel(of: codec).isEmpty
    fittingRefFrames = rendition.refFrames == nil ? nil : Self.fewer(load, level, tier)
  }

  /// - Parameter place: of the level, for the edit; nil for the words alone.
  func help(_ keys: (level: SpecKey, tier: SpecKey), at place: SourcePlace?) -> Help {
    let tier = stated ?? (needed.isExceeded(by: load) ? .high : nil)
    let lowest: Message =
      "set \(keys.level, "\"\(needed.name)\""), the lowest level\(tier.map { " in \($0.text)" } ?? "") that \(isWholeStory ? "is sufficient" : "allows the values that are set")"
    let high: Message? = stated == .main && !level.isExceeded(by: load, tier: .high) ? "set \(keys.tier, "high")" : nil
    return Help([lowest, high], fix: place.map { .replace($0.span, with: "\"\(needed.name)\"", .unsafe) })
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
