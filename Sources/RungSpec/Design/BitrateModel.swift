/// The bitrate of a size and a frame rate: the curve of the codec and the content, and what frames cost.
package struct BitrateModel: Sendable {
  package let content: ContentClass
  package let codec: VideoCodec
  package let curve: BitrateCurve

  package init(_ content: ContentClass, _ codec: VideoCodec) {
    (self.content, self.codec) = (content, codec)
    curve = BitrateCurve.of(codec, content)
  }

  /// Whole kilobits that read well.
  package func bitrate(of size: Resolution, at fps: FrameRate) -> Bitrate {
    let bits = BinaryLogarithm.of(curve.bitrate(of: size).bitsPerSecond) + Self.frameShare(fps)
    let usual = Self.readable(BinaryLogarithm.number(Swift.max(0, bits)), up: true)
    // Many frames take less than their share, and few more: within usual limits.
    return Density(codec, size, fps, usual)?.bounded ?? usual
  }

  /// The logarithm of what frames cost: published ladders have the same bitrates at 24, 25 and 30 frames per second (Google's, YouTube's, Tenbyte's),
  /// and 1.2 to 1.7 times as much at 60 (Twitch 1.33 and 1.5, Google 1.5 at 1080 lines, shaka-streamer 1.25 to 1.56). The square root of the
  /// frames is 1.41 for twice as many.
  private static func frameShare(_ fps: FrameRate) -> Int {
    let base = fps > FrameRate(30) ? 30 : fps < FrameRate(24) ? 24 : 0
    guard base > 0 else { return 0 }
    return (BinaryLogarithm.of(fps.value.numerator) - BinaryLogarithm.of(fps.value.denominator) - BinaryLogarithm.of(Int64(base))) / 2
  }

  /// To 50 kbps from 1 Mbps on, to 10 kbps below.
  ///
  /// - Parameter up: to the nearest, halves up; otherwise what is below.
  package static func readable(_ bits: Int64, up: Bool) -> Bitrate {
    let unit: Int64 = bits >= 1_000_000 ? 50000 : 10000
    return Bitrate(bitsPerSecond: Swift.max(unit, (bits + (up ? unit / 2 : 0)) / unit * unit))
  }
}
