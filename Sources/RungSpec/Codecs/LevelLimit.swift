/// What a level limits.
package enum LevelLimit: String, Sendable, Hashable {
  /// Samples (or macroblocks) in a frame.
  case frameSize = "frame_size"
  /// The longer side of a frame.
  case side
  /// Samples (or macroblocks) a second.
  case rate
  /// Decoded pictures that are buffered.
  case pictures = "dpb"
  case bitrate, buffer

  /// In the order in which they are reported.
  static let all: [LevelLimit] = [.frameSize, .side, .rate, .pictures, .bitrate, .buffer]

  package var text: String {
    switch self {
    case .frameSize: "frame size"
    case .side: "side"
    case .rate: "frame rate"
    case .pictures: "decoded picture buffer"
    case .bitrate: "bitrate"
    case .buffer: "buffer"
    }
  }
}
