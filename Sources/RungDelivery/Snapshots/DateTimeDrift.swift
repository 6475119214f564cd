internal import RungSource
internal import RungSpec

/// Program date and time, reckoned on by the durations of segments.
struct DateTimeDrift {
  var place: SourcePlace
  var from: SourcePlace
  /// In milliseconds.
  private var off: Double

  var text: String { Self.text(off) }

  /// `+2 s`, `-0.4 s`.
  static func text(_ milliseconds: Double) -> String {
    let tenths = Swift.min(abs(milliseconds) / 100, 1e12).rounded()
    return "\(milliseconds < 0 ? "-" : "+")\(Rational(Int64(tenths), 10)?.text ?? "0") s"
  }

  /// The first that is off by more than a second, or jumps by more than half a one.
  static func first(in segments: [(duration: Seconds, time: Located<Int64>?, startsDiscontinuity: Bool)]) -> DateTimeDrift? {
    var origin: (time: Double, place: SourcePlace)?
    var last: (expected: Double, place: SourcePlace)?
    var elapsed = 0.0
    for segment in segments {
      if segment.startsDiscontinuity { (origin, last) = (nil, nil) }
      if let time = segment.time {
        let now = Double(time.value)
        if let last, abs(now - last.expected) > 500 { return DateTimeDrift(place: time.place, from: last.place, off: now - last.expected) }
        if let origin, abs(now - origin.time - elapsed) > 1000 { return DateTimeDrift(place: time.place, from: origin.place, off: now - origin.time - elapsed) }
        if origin == nil { (origin, elapsed) = ((now, time.place), 0) }
        last = (now, time.place)
      }
      let length = segment.duration.value.approximation * 1000
      elapsed += length
      last = last.map { ($0.expected + length, $0.place) }
    }
    return nil
  }
}
