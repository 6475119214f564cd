internal import RungSource

/// A level that the codec does not have: the same words for a rendition and for the contribution encoder.
struct LevelNameFault: Equatable {
  let level: String
  let codec: VideoCodec

  init?(_ level: String, of codec: VideoCodec) {
    guard !CodecVocabulary.levels(of: codec).contains(level) else { return nil }
    self.level = level
    self.codec = codec
  }

  /// - Parameter renditions: what is encoded at the level: the suggested one must allow it.
  func wording(_ whose: Message, key: SpecKey, at place: SourcePlace, for renditions: [Rendition]) -> FaultText {
    let name = CodecVocabulary.name(of: codec)
    let levels = CodecVocabulary.levels(of: codec)
    // Levels compare as text: one digit, a point, one digit.
    let below = levels.last { $0 < level } ?? levels.first
    let needed = renditions.lazy.compactMap { rendition in
      rendition.leastLoad.flatMap { VideoLevel.lowest(of: codec, for: $0, stated: rendition.statedTier ?? .main)?.name }
    }.max()
    guard let near = [below, needed].compactMap({ $0 }).max() else {
      return FaultText(message: "level \(level) is set for \(whose), but \(name) has no levels", help: "remove \(key)")
    }
    return FaultText(
      message: "\(name) has no level \(level) (\(whose))\(levels.count > 8 ? "" : "; expected \(oneOf(levels))")",
      help: .set(key, "\"\(near)\"", at: place.span))
  }
}

/// A tier of a codec that has none.
struct TierNameFault: Equatable {
  let tier: LevelTier
  let codec: VideoCodec

  init?(_ tier: LevelTier, of codec: VideoCodec) {
    guard !CodecVocabulary.hasTiers(codec) else { return nil }
    self.tier = tier
    self.codec = codec
  }

  /// - Parameter isAlone: false when other renditions share the value, whose codecs have tiers.
  func wording(_ whose: Message, key: SpecKey, codec codecPlace: SourcePlace?, isAlone: Bool = true) -> FaultText {
    FaultText(
      message: "\(key, tier.rawValue) is set for \(whose), but \(CodecVocabulary.name(of: codec)) has no tiers; only HEVC and AV1 have them",
      notes: codecPlace.map { [MessageNote("the codec is set here", at: $0.span)] } ?? [],
      help: isAlone ? "remove \(key)" : "set \(key) in each HEVC and AV1 rendition only")
  }
}

/// The High tier of a level that has none.
struct HighTierFault: Equatable {
  let level: VideoLevel
  /// Where the level allows the bitrate in its one tier, that is what is meant.
  let isEnough: Bool
  /// The lowest level of the High tier that allows what is known of the stream.
  let needed: String

  init?(_ rendition: Rendition) {
    guard rendition.statedTier == .high, let written = rendition.level?.value, let codec = rendition.codec?.value,
      let level = VideoLevel.named(written, of: codec), !level.hasHighTier
    else { return nil }
    let load = rendition.leastLoad
    self.level = level
    isEnough = load.map { !level.isExceeded(by: $0) } ?? true
    needed = load.flatMap { VideoLevel.lowest(of: codec, for: $0, stated: .high)?.name } ?? "4.0"
  }

  /// - Parameters:
  ///   - keys: those of the tier and the level.
  ///   - isAlone: false when other renditions share the tier, whose levels may have it.
  func wording(
    _ whose: Message, keys: (tier: SpecKey, level: SpecKey), at place: SourcePlace, level levelPlace: SourcePlace?, isAlone: Bool = true
  ) -> FaultText {
    let fix: FixIt? =
      isEnough
      ? (isAlone ? .replace(place.span, with: "main", .unsafe) : nil)
      : levelPlace.map { .replace($0.span, with: "\"\(needed)\"", .unsafe) }
    return FaultText(
      message: "\(CodecVocabulary.name(of: level.codec)) level \(level.name) has no High tier (\(whose)); levels 4.0 and above have one",
      notes: levelPlace.map { [MessageNote("the level is set here", at: $0.span)] } ?? [],
      help: isEnough
        ? Help(["set \(keys.tier, "main"), which is sufficient", "set \(keys.level, "\"\(needed)\"")"], fix: fix)
        : Help("set \(keys.level, "\"\(needed)\""), the lowest level that is sufficient", fix: fix))
  }
}

/// A profile that the codec does not have.
struct ProfileNameFault: Equatable {
  let profile: VideoProfile
  let codec: VideoCodec

  init?(_ profile: VideoProfile, of codec: VideoCodec) {
    guard !CodecVocabulary.profiles(of: codec).contains(profile) else { return nil }
    self.profile = profile
    self.codec = codec
  }

  func wording(_ whose: Message, key: SpecKey, at place: SourcePlace, codec codecPlace: SourcePlace?) -> FaultText {
    let allowed = CodecVocabulary.profiles(of: codec).map(\.rawValue)
    // Two names for ten bits.
    let meant: String? =
      switch (codec, profile) {
      case (.h264, .main10): "high10"
      case (.h265, .high10): "main10"
      default: nil
      }
    return FaultText(
      message:
        "`\(profile.rawValue)` is not a profile of \(CodecVocabulary.name(of: codec)) (\(whose)); \(allowed.isEmpty ? "specs have no names for its profiles" : "expected \(oneOf(allowed))")",
      notes: codecPlace.map { [MessageNote("the codec is set here", at: $0.span)] } ?? [],
      help: meant.map { .set(key, $0, at: place.span) } ?? (allowed.isEmpty ? "remove \(key)" : ["use one of them", "remove \(key)"]))
  }
}
