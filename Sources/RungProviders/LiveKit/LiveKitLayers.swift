package import RungSpec

/// What a preset of LiveKit's makes, and what its server computes where a layer says no bitrate.
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

  /// The best layer and those below it: sides halved, fewer bits by ``scaled(_:by:over:)`` of the pixels.
  package static func layers(below size: Resolution, _ bitrate: Int, count: Int) -> [Layer] {
    LiveKitQuality.of(count).enumerated().map { index, quality in
      let smaller = Resolution(width: size.width >> index, height: size.height >> index)
      return Layer(
        quality: quality, size: smaller,
        bitrate: scaled(UInt64(bitrate), by: [UInt64(smaller.pixels)], over: [UInt64(size.pixels)]))
    }
  }

  /// The bitrate of a layer that says none, bps: 3.5 Mbps at 1920x1080 and 30 fps, scaled by pixels and by frames.
  package static func bitrate(of size: Resolution, frameRate: Int) -> Int {
    scaled(
      3_500_000, by: [UInt64(max(0, size.width)), UInt64(max(0, size.height)), UInt64(max(0, frameRate))], over: [1920, 1080, 30])
  }

  /// ⌊top × (numerator ÷ denominator)^¾⌋, up to what a uint32 holds. Each of the two is a product of its factors.
  ///
  /// b ≤ top × r^¾ where b⁴ ≤ top⁴ × r³: whole numbers throughout, so that no rounding of a logarithm decides.
  package static func scaled(_ top: UInt64, by numerator: [UInt64], over denominator: [UInt64]) -> Int {
    let right = WideNumber(product: repeated(top, 4) + numerator + numerator + numerator)
    let cubed = denominator + denominator + denominator
    var fits: UInt64 = 0
    var exceeds = UInt64(UInt32.max) + 1
    while exceeds - fits > 1 {
      let middle = (fits + exceeds) / 2
      if WideNumber(product: repeated(middle, 4) + cubed) <= right { fits = middle } else { exceeds = middle }
    }
    return Int(fits)
  }

  private static func repeated(_ factor: UInt64, _ count: Int) -> [UInt64] { Array(repeating: factor, count: count) }

  private static func ladder(
    _ preset: LiveKitVideoPreset, _ width: Int, _ height: Int, _ frameRate: Int, _ bitrate: Int, _ count: Int
  ) -> Ladder {
    Ladder(
      preset: preset, frameRate: frameRate, layers: layers(below: Resolution(width: width, height: height), bitrate, count: count))
  }
}

/// A natural number of any size: no more than products and their comparison need.
private struct WideNumber: Comparable {
  /// Least significant first, the last one not zero.
  private var words: [UInt64] = [1]

  init(product factors: [UInt64]) {
    for factor in factors {
      var carry: UInt64 = 0
      for index in words.indices {
        let (high, low) = words[index].multipliedFullWidth(by: factor)
        let (sum, overflow) = low.addingReportingOverflow(carry)
        words[index] = sum
        // high is at most 2⁶⁴ − 2, so that one more fits.
        carry = high + (overflow ? 1 : 0)
      }
      if carry > 0 { words.append(carry) }
      while words.last == 0 { words.removeLast() }
    }
  }

  static func < (left: WideNumber, right: WideNumber) -> Bool {
    if left.words.count != right.words.count { return left.words.count < right.words.count }
    for (a, b) in zip(left.words.reversed(), right.words.reversed()) where a != b { return a < b }
    return false
  }
}
