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

  /// - Parameter renditions: what is to be encoded at the level: a mend has to take it.
  func wording(_ whose: String, at place: SourcePlace, for renditions: [Rendition]) -> FaultText {
    let levels = CodecVocabulary.levels(of: codec)
    // Levels compare as text: one digit, a point, one digit.
    let below = levels.last { $0 < level } ?? levels.first
    let needed = renditions.lazy.compactMap { rendition in
      rendition.leastLoad.flatMap { VideoLevel.lowest(of: codec, for: $0, stated: rendition.statedTier ?? .main)?.name }
    }.max()
    let near = [below, needed].compactMap { $0 }.max()
    return FaultText(
      message:
        "\(CodecVocabulary.name(of: codec)) has no level \(level) (\(whose)); \(levels.isEmpty ? "it has no levels" : "expected \(oneOf(levels))")",
      help: near.map { "write `level: \"\($0)\"`" } ?? "delete `level`",
      fix: near.map { .replace(place.span, with: "\"\($0)\"", .unsafe) })
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

  /// - Parameter isAlone: false when the tier stands for others as well, which have one.
  func wording(_ whose: String, codec codecPlace: SourcePlace?, isAlone: Bool = true) -> FaultText {
    FaultText(
      message: "`tier: \(tier.rawValue)` is set for \(whose), and \(CodecVocabulary.name(of: codec)) has no tiers; HEVC and AV1 have them",
      notes: codecPlace.map { [MessageNote("the codec stands here", at: $0.span)] } ?? [],
      help: isAlone ? "delete `tier`" : "state `tier` in the renditions of HEVC and AV1, each for itself")
  }
}

/// The High tier of a level that has none.
struct HighTierFault: Equatable {
  let level: VideoLevel
  /// Where the level takes the bits in its one tier, that is what is meant.
  let isEnough: Bool
  /// The lowest level of the High tier that takes what is known of the stream.
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

  /// - Parameter isAlone: false when the tier stands for others as well, which may have it.
  func wording(_ whose: String, at place: SourcePlace, level levelPlace: SourcePlace?, isAlone: Bool = true) -> FaultText {
    FaultText(
      message: "\(CodecVocabulary.name(of: level.codec)) level \(level.name) has no High tier (\(whose)); levels from 4.0 on have one",
      notes: levelPlace.map { [MessageNote("the level stands here", at: $0.span)] } ?? [],
      help: isEnough ? "write `tier: main`, which takes it, or `level: \"\(needed)\"`" : "write `level: \"\(needed)\"`, the lowest that suffices",
      fix: isEnough
        ? (isAlone ? .replace(place.span, with: "main", .unsafe) : nil)
        : levelPlace.map { .replace($0.span, with: "\"\(needed)\"", .unsafe) })
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

  func wording(_ whose: String, at place: SourcePlace, codec codecPlace: SourcePlace?) -> FaultText {
    let allowed = CodecVocabulary.profiles(of: codec).map(\.rawValue)
    // The two names of one thing: ten bits.
    let meant: String? =
      switch (codec, profile) {
      case (.h264, .main10): "high10"
      case (.h265, .high10): "main10"
      default: nil
      }
    return FaultText(
      message:
        "`\(profile.rawValue)` is no profile of \(CodecVocabulary.name(of: codec)) (\(whose)); \(allowed.isEmpty ? "its profiles have no names here" : "expected \(oneOf(allowed))")",
      notes: codecPlace.map { [MessageNote("the codec stands here", at: $0.span)] } ?? [],
      help: meant.map { "write `\($0)`" } ?? (allowed.isEmpty ? "delete `profile`" : "write one of them, or delete `profile`"),
      fix: meant.map { .replace(place.span, with: $0, .unsafe) })
  }
}
