internal import RungSource

/// A buffer and the rate that fills it.
struct VBV: Equatable {
  let buffer: BufferSize
  /// The maximum, or the target where x264 uses it as the maximum.
  let rate: Bitrate
  let target: Bitrate?
  let fps: FrameRate?

  /// Nil when the buffer or every rate is missing, and for codecs whose encoders have no such buffer.
  init?(_ rendition: Rendition) {
    guard rendition.enforcesMaximum, let buffer = rendition.buffer?.value, let rate = (rendition.maxBitrate ?? rendition.bitrate)?.value else { return nil }
    self.buffer = buffer
    self.rate = rate
    target = rendition.bitrate?.value
    fps = rendition.fps?.value
  }

  var bitsPerFrame: Rational? {
    guard let fps else { return nil }
    return Rational(rate.bitsPerSecond, 1)?.divided(by: fps.value)
  }

  var isBelowOneFrame: Bool {
    guard let bitsPerFrame, let buffer = Rational(buffer.bits, 1) else { return false }
    return buffer < bitsPerFrame
  }

  /// How long the buffer takes to fill.
  func time(at rate: Bitrate) -> String {
    Rational(buffer.bits, rate.bitsPerSecond).map { "\($0.roundedText) s" } ?? "no time"
  }
}
