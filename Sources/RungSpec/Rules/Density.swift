internal import RungSource

/// Bits for each pixel of each frame, compared with what is usual for a codec. The bounds are well outside of what published
/// ladders have: Apple's H.264 ladder has 0.048 (1080p60) to 0.16, its HEVC ladder 0.021 to 0.1.
package struct Density: Equatable {
  let codec: VideoCodec
  let size: Resolution
  let fps: FrameRate
  let bitrate: Bitrate
  let bits: Rational
  let usual: (low: Rational, high: Rational)

  /// Nil when something is not known.
  init?(_ rendition: Rendition) {
    guard let codec = rendition.codec?.value, let size = rendition.resolution?.value, let fps = rendition.fps?.value,
      let bitrate = rendition.bitrate?.value, let bits = rendition.bitsPerPixel, let usual = Self.bounds[codec]
    else { return nil }
    (self.codec, self.size, self.fps, self.bitrate, self.bits, self.usual) = (codec, size, fps, bitrate, bits, usual)
  }

  package init?(_ codec: VideoCodec, _ size: Resolution, _ fps: FrameRate, _ bitrate: Bitrate) {
    guard let usual = Self.bounds[codec], let pixels = Rational(size.pixels).times(fps.value),
      let bits = Rational(bitrate.bitsPerSecond, 1)?.divided(by: pixels)
    else { return nil }
    (self.codec, self.size, self.fps, self.bitrate, self.bits, self.usual) = (codec, size, fps, bitrate, bits, usual)
  }

  /// More than viewers can see. Small frames have a floor under their bitrate.
  package var isHigh: Bool { bits > usual.high && size.pixels > 100_000 }

  /// The nearest bitrate that is neither too high nor too low.
  package var bounded: Bitrate {
    if isHigh { return needed(usual.high).map { Bitrate(kilobits: Swift.max(1, $0.bitsPerSecond / 1000 - 1)) } ?? bitrate }
    return bits < usual.low ? needed(usual.low) ?? bitrate : bitrate
  }

  package static func == (left: Density, right: Density) -> Bool {
    (left.codec, left.size, left.fps, left.bitrate) == (right.codec, right.size, right.fps, right.bitrate)
  }

  var name: String { CodecVocabulary.name(of: codec) }

  /// Three decimals, or "less than 0.001".
  package var text: String {
    let text = bits.roundedText
    return text == "0" ? "less than 0.001" : text
  }

  /// The bitrate for so many bits a pixel, in whole kbit/s.
  func needed(_ bits: Rational) -> Bitrate? {
    guard let pixels = Rational(size.pixels).times(fps.value), let rate = pixels.times(bits), let thousandth = Rational(1, 1000),
      let kilobits = rate.times(thousandth)?.roundedUp
    else { return nil }
    return Bitrate(kilobits: Int64(kilobits))
  }

  private static let bounds: [VideoCodec: (low: Rational, high: Rational)] = {
    var bounds: [VideoCodec: (low: Rational, high: Rational)] = [:]
    let thousandths: [(VideoCodec, Int64, Int64)] = [(.h264, 20, 500), (.h265, 12, 350), (.av1, 10, 300), (.vp8, 20, 500), (.vp9, 12, 350)]
    for (codec, low, high) in thousandths {
      if let low = Rational(low, 1000), let high = Rational(high, 1000) { bounds[codec] = (low, high) }
    }
    return bounds
  }()
}
