package import RungSource

/// A published ladder to look at one's own beside.
package struct ReferenceLadder: Sendable {
  package struct Step: Sendable, Hashable {
    package let resolution: Resolution
    /// The average that is asked for.
    package let bitrate: Bitrate
  }

  /// As the end of a sentence: "Apple's H.264 ladder".
  package let title: String
  package let citation: Citation
  /// Lowest first.
  package let steps: [Step]

  /// Nil for a codec for which none is known.
  package static func published(for codec: VideoCodec) -> ReferenceLadder? {
    switch codec {
    case .h264: appleH264
    case .h265: appleHEVC
    case .av1, .vp8, .vp9: nil
    }
  }

  private static let apple = Citation(
    "HLS Authoring Specification for Apple Devices", "1.25", url: "https://developer.apple.com/documentation/http-live-streaming/hls-authoring-specification-for-apple-devices",
    checked: "2026-11-20")

  private static let appleH264 = ReferenceLadder(
    title: "Apple's H.264 ladder", citation: apple,
    steps: steps([
      (416, 234, 145), (640, 360, 365), (768, 432, 730), (768, 432, 1100), (960, 540, 2000), (1280, 720, 3000), (1280, 720, 4500),
      (1920, 1080, 6000), (1920, 1080, 7800),
    ]))

  /// At 30 frames per second, in standard dynamic range.
  private static let appleHEVC = ReferenceLadder(
    title: "Apple's HEVC ladder", citation: apple,
    steps: steps([
      (640, 360, 145), (768, 432, 300), (960, 540, 600), (960, 540, 900), (960, 540, 1600), (1280, 720, 2400), (1280, 720, 3400),
      (1920, 1080, 4500), (1920, 1080, 5800), (2560, 1440, 8100), (3840, 2160, 11600), (3840, 2160, 16800),
    ]))

  private static func steps(_ rows: [(width: Int, height: Int, kilobits: Int64)]) -> [Step] {
    rows.map { Step(resolution: Resolution(width: $0.width, height: $0.height), bitrate: Bitrate(kilobits: $0.kilobits)) }
  }
}
