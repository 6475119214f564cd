/// The bitrate of a size: the anchor of the content, the share of the codec, and the power of ¾ of pixels × frames.
package struct BitrateModel: Sendable {
  package let content: ContentClass
  package let codec: VideoCodec
  /// bps at 1920x1080 and 30 frames per second.
  private let top: UInt64

  /// Nil for a codec without a known published ladder.
  package init?(_ content: ContentClass, _ codec: VideoCodec) {
    guard let share = codec.bitShare?.share, let bits = Rational(content.anchor.bitrate.bitsPerSecond, 1)?.times(share)?.rounded else { return nil }
    self.content = content
    self.codec = codec
    top = UInt64(bits)
  }

  /// Whole kilobits that read well.
  package func bitrate(of size: Resolution, at fps: FrameRate) -> Bitrate {
    let bits = PowerRule.scaled(
      top, by: [UInt64(size.width), UInt64(size.height), fps.value.numerator.magnitude],
      over: [1920, 1080, 30, fps.value.denominator.magnitude])
    let usual = Self.readable(Int64(bits), up: true)
    // The power of ¾ gives few frames more bits each, and very many fewer: within usual limits.
    return Density(codec, size, fps, usual)?.bounded ?? usual
  }

  /// To 50 kbps from 1 Mbps on, to 10 kbps below.
  ///
  /// - Parameter up: to the nearest, halves up; otherwise what is below.
  package static func readable(_ bits: Int64, up: Bool) -> Bitrate {
    let unit: Int64 = bits >= 1_000_000 ? 50000 : 10000
    return Bitrate(bitsPerSecond: Swift.max(unit, (bits + (up ? unit / 2 : 0)) / unit * unit))
  }

  /// Bits per pixel and frame at 1920x1080 and 30 frames per second.
  package var anchorBitsPerPixel: Rational { Rational(Int64(top), 1920 * 1080 * 30) ?? .zero }
}
