

/// Two classes of bitrate that levels from 4 on have in HEVC and AV1. H.264 has none.
package enum LevelTier: String, Choice {
  case main, high
  package static let noun = "a tier"

  /// "the Main tier".
  package var text: String { self == .main ? "the Main tier" : "the High tier" }
}
