/// Two classes of bitrate that levels from 4 on have in HEVC and AV1. H.264 has none.
package enum LevelTier: String, Choice {
  case main, high
  package static let noun = "a tier"

  /// "the Main tier".
  package var text: String { self == .main ? "the Main tier" : "the High tier" }
}

/// What a level limits.
package enum LevelLimit: String, Sendable, Hashable {
  /// Samples (or macroblocks) in a frame.
  case frameSize = "frame_size"
  /// The longer side of a frame.
  case side
  /// Samples (or macroblocks) a second.
  case rate
  /// Decoded pictures that are kept.
  case pictures = "dpb"
  case bitrate, buffer

  /// In the order in which they are spoken of.
  static let all: [LevelLimit] = [.frameSize, .side, .rate, .pictures, .bitrate, .buffer]

  package var text: String {
    switch self {
    case .frameSize: "frame size"
    case .side: "side"
    case .rate: "frame rate"
    case .pictures: "kept pictures"
    case .bitrate: "bitrate"
    case .buffer: "buffer"
    }
  }
}

/// A limit of a level that a load goes beyond.
package struct LevelExcess: Sendable, Hashable {
  package let limit: LevelLimit
  /// What was found and what the level allows, in words.
  package let text: String

  init(_ limit: LevelLimit, _ text: String) {
    self.limit = limit
    self.text = text
  }
}
