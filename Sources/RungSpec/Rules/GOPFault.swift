internal import RungSource

/// GOP in frames, keyframe interval in time, and a frame rate that do not fit together: the same arithmetic for a
/// rendition and for the contribution encoder.
struct GOPFault: Equatable {
  let gop: Int?
  let interval: Seconds
  let fps: FrameRate
  /// fps × interval, in frames.
  let frames: Rational

  /// Both are given, and they say different things.
  static func mismatch(gop: Located<Int>?, interval: Located<Seconds>?, fps: Located<FrameRate>?) -> (Place, GOPFault)? {
    guard let gop, let interval, let fps, let frames = fps.value.value.times(interval.value.value), frames != Rational(gop.value)
    else { return nil }
    return (gop.place, GOPFault(gop: gop.value, interval: interval.value, fps: fps.value, frames: frames))
  }

  /// The interval alone is given, and no keyframe can fall on it.
  static func notWhole(gop: Located<Int>?, interval: Located<Seconds>?, fps: Located<FrameRate>?) -> (Place, GOPFault)? {
    guard gop == nil, let interval, let fps, let frames = fps.value.value.times(interval.value.value),
      frames.whole == nil || !frames.isPositive
    else { return nil }
    return (interval.place, GOPFault(gop: nil, interval: interval.value, fps: fps.value, frames: frames))
  }

  func mismatchWording(_ whose: String, gop place: Place, interval other: Place?) -> Wording {
    var wording = Wording(
      message: "the GOP of \(whose) is \(gop ?? 0) frames, and \(fps.text) fps × \(interval.text) is \(frames.roundedText) frames",
      notes: other.map { [Note("the keyframe interval stands here", at: $0.span)] } ?? [], help: "leave one of the two away")
    if let whole = frames.whole {
      wording.help = "write `gop: \(whole)`, or leave one of the two away"
      wording.fix = .replace(place.span, with: String(whole), .unsafe)
    } else if let other, let time = gop.flatMap({ Rational($0).divided(by: fps.value) }).map({ Seconds($0) }), time.isDecimal {
      // Only frames come out whole at such a rate, so that it is the time that gives way.
      wording.help = "write `keyframe_interval: \(time.text)`, or leave it away"
      wording.fix = .replace(other.span, with: time.text, .unsafe)
    }
    return wording
  }

  func notWholeWording(_ whose: String, interval place: Place, fps other: Place?) -> Wording {
    let nearest = Swift.max(1, frames.rounded ?? 1)
    let mended = Rational(nearest).divided(by: fps.value).map { Seconds($0) }
    return Wording(
      message:
        "\(fps.text) fps × \(interval.text) is \(frames.roundedText) frames for \(whose); a GOP is a whole number of frames",
      notes: other.map { [Note("the frame rate stands here", at: $0.span)] } ?? [],
      help: mended.map { "write `gop: \(nearest)` (\($0.text)), or `keyframe_interval: \($0.text)`" },
      // A length that no decimal says exactly cannot be written as an interval.
      fix: mended.flatMap { $0.isDecimal ? .replace(place.span, with: $0.text, .unsafe) : nil })
  }
}

extension Seconds {
  /// False for a length such as 1001/30000 s that has no short decimal form.
  var isDecimal: Bool { !text.utf8.contains(UInt8(ascii: "/")) }
}
