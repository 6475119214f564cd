package import RungSpec

/// What a preset of LiveKit's produces, and what its server computes where a layer has no bitrate.
package enum LiveKitLayers {
  package struct Layer: Sendable, Equatable {
    package let quality: LiveKitQuality
    package let size: Resolution
    /// bps
    package let bitrate: Int
  }

  package struct Ladder: Sendable {
    package let preset: LiveKitVideoPreset
    package let frameRate: Int
    /// Best first.
    package let layers: [Layer]
  }

  package static let presets: [Ladder] = [
    ladder(.p720x3, 1280, 720, 30, 1_900_000, 3),
    // Comments of the proto say 1980x1080; the server's table and the API reference say 1920x1080.
    ladder(.p1080x3, 1920, 1080, 30, 3_500_000, 3),
    ladder(.p540x2, 960, 540, 25, 1_000_000, 2),
    ladder(.p720x1, 1280, 720, 30, 1_900_000, 1),
    ladder(.p1080x1, 1920, 1080, 30, 3_500_000, 1),
    ladder(.p720x3HighMotion, 1280, 720, 30, 2_500_000, 3),
    ladder(.p1080x3HighMotion, 1920, 1080, 30, 4_500_000, 3),
    ladder(.p540x2HighMotion, 960, 540, 25, 1_300_000, 2),
    ladder(.p720x1HighMotion, 1280, 720, 30, 2_500_000, 1),
    ladder(.p1080x1HighMotion, 1920, 1080, 30, 4_500_000, 1),
  ]

  /// What `options` without a layer mean.
  package static let unstated = layers(below: Resolution(width: 1280, height: 720), 1_700_000, count: 3)
  /// What `options` without a frame rate mean.
  package static let unstatedFrameRate = 30

  /// The best layer and those below it: sides halved, fewer bits by the ``PowerRule`` of the pixels.
  package static func layers(below size: Resolution, _ bitrate: Int, count: Int) -> [Layer] {
    LiveKitQuality.of(count).enumerated().map { index, quality in
      let smaller = Resolution(width: size.width >> index, height: size.height >> index)
      return Layer(
        quality: quality, size: smaller,
        bitrate: PowerRule.scaled(UInt64(bitrate), by: [UInt64(smaller.pixels)], over: [UInt64(size.pixels)]))
    }
  }

  /// The bitrate of a layer that sets none, bps: 3.5 Mbps at 1920x1080 and 30 fps, scaled by pixels and by frames.
  package static func bitrate(of size: Resolution, frameRate: Int) -> Int {
    PowerRule.scaled(
      3_500_000, by: [UInt64(max(0, size.width)), UInt64(max(0, size.height)), UInt64(max(0, frameRate))], over: [1920, 1080, 30])
  }

  private static func ladder(
    _ preset: LiveKitVideoPreset, _ width: Int, _ height: Int, _ frameRate: Int, _ bitrate: Int, _ count: Int
  ) -> Ladder {
    Ladder(
      preset: preset, frameRate: frameRate, layers: layers(below: Resolution(width: width, height: height), bitrate, count: count))
  }
}
