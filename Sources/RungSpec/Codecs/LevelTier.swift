

/// Two classes of bitrate that HEVC and AV1 levels from 4 up have. H.264 has none.
package enum LevelTier: String, Choice {
  case main, high
  package static let noun = "a tier"

  /// "the Main tier".
  package var text: String { self == .main ? "the Main tier" : "the High tier" }
}
