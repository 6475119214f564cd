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

  func wording(_ whose: String, at place: Place) -> Wording {
    let levels = CodecVocabulary.levels(of: codec)
    // Levels compare as text: one digit, a point, one digit.
    let near = levels.last { $0 < level } ?? levels.first
    return Wording(
      message:
        "\(CodecVocabulary.name(of: codec)) has no level \(level) (\(whose)); \(levels.isEmpty ? "it has no levels" : "expected \(oneOf(levels))")",
      help: near.map { "the nearest below is `\"\($0)\"`" } ?? "delete `level`",
      fix: near.map { .replace(place.span, with: "\"\($0)\"", .unsafe) })
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

  func wording(_ whose: String, at place: Place, codec codecPlace: Place?) -> Wording {
    let allowed = CodecVocabulary.profiles(of: codec).map(\.rawValue)
    // The two names of one thing: ten bits.
    let meant: String? =
      switch (codec, profile) {
      case (.h264, .main10): "high10"
      case (.h265, .high10): "main10"
      default: nil
      }
    return Wording(
      message:
        "`\(profile.rawValue)` is no profile of \(CodecVocabulary.name(of: codec)) (\(whose)); \(allowed.isEmpty ? "its profiles have no names here" : "expected \(oneOf(allowed))")",
      notes: codecPlace.map { [Note("the codec stands here", at: $0.span)] } ?? [],
      help: meant.map { "write `\($0)`" } ?? (allowed.isEmpty ? "delete `profile`" : "write one of them, or delete `profile`"),
      fix: meant.map { .replace(place.span, with: $0, .unsafe) })
  }
}
