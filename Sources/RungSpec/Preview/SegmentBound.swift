internal import RungSource

extension Rendition {
  /// The highest video bitrate over a span of time, in bits per second: the maximum, and the buffer once: maximum × time +
  /// buffer bits. Nil where there is no maximum, and above 64 bits.
  ///
  /// The arithmetic of a leaky bucket (Rec. ITU-T H.264, annex C): a decoder's buffer that is full at the first frame and
  /// empty at the last has delivered its size in addition to the input.
  package func mostBits(over time: Seconds) -> Bitrate? {
    let rate = EncodedRate(self)
    guard let most = rate.ceiling?.value, let buffer = rate.buffer, time > Seconds(0),
      let burst = Rational(buffer.bits, 1)?.divided(by: time.value)?.roundedUp
    else { return nil }
    let (sum, overflow) = most.bitsPerSecond.addingReportingOverflow(Int64(burst))
    return overflow ? nil : Bitrate(bitsPerSecond: sum)
  }

  /// Whether the usual encoder enforces a maximum: x264 and x265 do, SVT-AV1 and libvpx do not.
  package var enforcesMaximum: Bool {
    switch codec?.value {
    case .h264, .h265, nil: true
    case .av1, .vp8, .vp9: false
    }
  }
}
