internal import RungSpec

extension DeliveredSegments {
  /// The rates of the segments whose sizes are known. One of a fraction of a second that is much shorter than the others holds little but its
  /// keyframe, and is left out.
  var measuredRates: [(rate: Bitrate, segment: Segment)] {
    let longest = items.map(\.duration).max()?.value.approximation ?? 0
    return items.filter { $0.duration >= Seconds(1) || $0.duration.value.approximation * 2 >= longest }.compactMap { segment in segment.rate.map { ($0, segment) } }
  }

  /// The segment that takes the most; nil where no size is known.
  var measuredPeak: (rate: Bitrate, segment: Segment)? { measuredRates.max { $0.rate < $1.rate } }

  /// Of all together; nil where the size of one is not known.
  var measuredAverage: Bitrate? {
    var (bytes, time) = (0.0, 0.0)
    for segment in items where !segment.isGap {
      guard let own = segment.bytes else { return nil }
      bytes += Double(own)
      time += segment.duration.value.approximation
    }
    return time > 0 && bytes * 8 / time < 1e12 ? Bitrate(bitsPerSecond: Int64((bytes * 8 / time).rounded())) : nil
  }

  /// Whether it is the first of the list: that of a stream begins before its first keyframe at some encoders.
  func isFirst(_ segment: Segment) -> Bool { items.first?.place == segment.place }
}

extension DeliveredRendition {
  /// What a player loads at most, audio of its own playlist included; nil where that is not at hand.
  var measuredPeak: (rate: Bitrate, segment: DeliveredSegments.Segment)? {
    guard let peak = segments?.measuredPeak, let audio = hasAudioApart ? audioSegments?.measuredPeak?.rate : Bitrate(bitsPerSecond: 0) else { return nil }
    return (peak.rate.plus(audio), peak.segment)
  }

  /// The same on average.
  var measuredAverage: Bitrate? {
    guard let average = segments?.measuredAverage, let audio = hasAudioApart ? audioSegments?.measuredAverage : Bitrate(bitsPerSecond: 0) else { return nil }
    return average.plus(audio)
  }
}

extension Bitrate {
  /// Of measured rates, which are below 10¹².
  fileprivate func plus(_ other: Bitrate) -> Bitrate { Bitrate(bitsPerSecond: bitsPerSecond + other.bitsPerSecond) }
}

extension DeliveredSegments.Segment {
  /// Bits per second, with audio and container; nil where its size is not known.
  var rate: Bitrate? {
    guard let bytes, duration > Seconds(0) else { return nil }
    // Rounded up, as a BANDWIDTH has to be.
    guard bytes < 1 << 50, let rate = Rational(bytes * 8).divided(by: duration.value)?.roundedUp, rate < 1_000_000_000_000 else { return nil }
    return Bitrate(bitsPerSecond: Int64(rate))
  }
}
