internal import RungSource

extension Rendition {
  /// What the rendition asks of a decoder at the least: what is not stated is taken at its least, so that nothing is found
  /// that might not be there. Nil when the size is not known.
  package var leastLoad: VideoLoad? { load(refFrames: 1, bframes: 0) }

  /// The same with what a stated preset implies. A stated level limits the references of the preset, and says all there is
  /// to say.
  var impliedLoad: VideoLoad? {
    guard level == nil, let preset = encoderPreset?.value, let codec = codec?.value, let settings = PresetSettings.of(preset, codec) else {
      return leastLoad
    }
    var load = load(refFrames: settings.refFrames, bframes: settings.bframes)
    load?.codingUnit = settings.smallestUnit
    return load
  }

  /// What it asks of a decoder when what is not stated is left to the encoder that most have: x264, x265, SVT-AV1. Nil when
  /// the frame rate or every bitrate is open.
  package var usualLoad: VideoLoad? {
    guard fps != nil, maxBitrate != nil || bitrate != nil, let codec = codec?.value else { return nil }
    // The presets from `medium` on up: three references, and three (x264) or four (x265) B-frames.
    guard var load = load(refFrames: 3, bframes: 3) else { return nil }
    if codec == .h264 {
      // Without a maximum x264 reckons with twice the target.
      if maxBitrate == nil, let bitrate { load.bitrate = bitrate.value.doubled }
      // The smaller factor, so that no profile needs more than is said.
      if load.profile == nil { load.profile = .main }
    }
    return load
  }

  /// Nil as well for a codec that has no tiers: that is a fault of its own (ladder/tier-not-of-codec).
  package var statedTier: LevelTier? {
    guard let tier = tier?.value, let codec = codec?.value, CodecVocabulary.hasTiers(codec) else { return nil }
    return tier
  }

  private func load(refFrames: Int, bframes: Int) -> VideoLoad? {
    guard let resolution else { return nil }
    return VideoLoad(
      resolution.value, fps: fps?.value, profile: profile?.value, bitrate: (maxBitrate ?? bitrate)?.value, buffer: buffer?.value,
      refFrames: self.refFrames?.value ?? refFrames, bframes: self.bframes?.value ?? bframes, isIntraOnly: gop?.value == 1)
  }

  /// Where the value stands that a limit of a level is about; the size where it is not stated.
  func place(of limit: LevelLimit) -> SourcePlace? {
    let own: SourcePlace? =
      switch limit {
      case .frameSize, .side: nil
      case .rate: fps?.place
      case .pictures: refFrames?.place
      case .bitrate: (maxBitrate ?? bitrate)?.place
      case .buffer: buffer?.place
      }
    return own ?? resolution?.place
  }
}

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

  var help: String {
    let lowest = "write `level: \"\(needed.name)\"`, the lowest that suffices\(isWholeStory ? "" : " for what is stated")"
    switch stated {
    case nil: return lowest + (needed.isExceeded(by: load) ? " (in the High tier)" : "")
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
