internal import RungSource

extension Rendition {
  /// The most that its pictures take over a stretch of time, in bits a second: the maximum, and what the buffer lets through
  /// beyond it once, which is maximum × time + buffer bits. Nil where no maximum bounds them, and beyond 64 bits.
  ///
  /// The arithmetic of a leaky bucket (Rec. ITU-T H.264, annex C): a decoder's buffer that is full at the first picture and
  /// empty at the last has let through its size besides what came in.
  package func mostBits(over time: Seconds) -> Bitrate? {
    let rate = EncodedRate(self)
    guard let most = rate.ceiling?.value, let buffer = rate.buffer, time > Seconds(0),
      let burst = Rational(buffer.bits, 1)?.divided(by: time.value)?.roundedUp
    else { return nil }
    let (sum, overflow) = most.bitsPerSecond.addingReportingOverflow(Int64(burst))
    return overflow ? nil : Bitrate(bitsPerSecond: sum)
  }

  /// Whether the encoder that most have enforces a maximum: x264 and x265 do, SVT-AV1 and libvpx do not.
  package var enforcesMaximum: Bool {
    switch codec?.value {
    case .h264, .h265, nil: true
    case .av1, .vp8, .vp9: false
    }
  }
}
