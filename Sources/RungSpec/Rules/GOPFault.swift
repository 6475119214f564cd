internal import RungSource

/// GOP in frames, keyframe interval in time, and a frame rate that do not fit together: the same arithmetic for a
/// rendition and for the contribution encoder.
struct GOPFault: Equatable {
  let gop: Int?
  let interval: Seconds
  let fps: FrameRate
  /// fps × interval, in frames.
  let frames: Rational
  /// How far keyframes are better apart, in seconds, where the interval itself is unusual.
  var usual: Rational?

  /// Both are given, and they say different things.
  static func mismatch(gop: Located<Int>?, interval: Located<Seconds>?, fps: Located<FrameRate>?) -> (SourcePlace, GOPFault)? {
    guard let gop, let interval, let fps, let frames = fps.value.value.times(interval.value.value), frames != Rational(gop.value)
    else { return nil }
    return (gop.place, GOPFault(gop: gop.value, interval: interval.value, fps: fps.value, frames: frames))
  }

  /// The interval alone is given, and no keyframe can fall on it.
  static func notWhole(
    gop: Located<Int>?, interval: Located<Seconds>?, fps: Located<FrameRate>?, usual: @autoclosure () -> Rational = Rational(2)
  ) -> (SourcePlace, GOPFault)? {
    guard gop == nil, let interval, let fps, let frames = fps.value.value.times(interval.value.value),
      frames.whole == nil || !frames.isPositive
    else { return nil }
    return (
      interval.place,
      GOPFault(gop: nil, interval: interval.value, fps: fps.value, frames: frames, usual: interval.value.isUsualInterval ? nil : usual()))
  }

  /// - Parameter rates: those of all renditions that follow the value; nil where it is one's own.
  func mismatchWording(_ whose: String, gop place: SourcePlace, interval other: SourcePlace?, rates: Set<FrameRate>? = nil) -> FaultText {
    let count = gop ?? 0
    var wording = FaultText(
      message: "the GOP of \(whose) is \(count) frames, and \(fps.text) fps × \(interval.text) is \(frames.roundedText) frames",
      notes: other.map { [MessageNote("the keyframe interval stands here", at: $0.span)] } ?? [])
    if let rates, rates.count > 1 {
      // So many frames last as long at one of the rates only.
      wording.help = interval.isWhole(at: rates) ? "remove `gop`" : "remove `keyframe_interval`"
      return wording
    }
    guard let time = Rational(count).divided(by: fps.value).map({ Seconds($0) }) else { return wording }
    if let whole = frames.whole, whole > 0, !interval.isFurtherFromUsual(than: time) {
      wording.help = "write `gop: \(whole)`, or leave one of the two away"
      wording.fix = .replace(place.span, with: String(whole), .unsafe)
    } else if frames.whole == nil, !time.isUsualInterval, interval.isUsualInterval, let nearest = frames.rounded,
      let mended = Rational(nearest).divided(by: fps.value).map({ Seconds($0) })
    {
      // The time is meant, and only frames come out whole at such a rate.
      guard mended.isDecimal, let other else {
        wording.help = "write `gop: \(nearest)` and remove `keyframe_interval`"
        return wording
      }
      wording.help = "write `gop: \(nearest)` and `keyframe_interval: \(mended.text)`"
      wording.fix = FixIt(
        "write `gop: \(nearest)` and `keyframe_interval: \(mended.text)`", .unsafe,
        edits: [.init(place.span, String(nearest)), .init(other.span, mended.text)])
    } else if let other, time.isDecimal {
      wording.help = "write `keyframe_interval: \(time.text)`, or leave it away"
      wording.fix = .replace(other.span, with: time.text, .unsafe)
    } else {
      wording.help = "remove `keyframe_interval`"
    }
    return wording
  }

  /// - Parameter rates: those of all renditions that follow the value; nil where it is one's own.
  func notWholeWording(_ whose: String, interval place: SourcePlace, fps other: SourcePlace?, rates: Set<FrameRate>? = nil) -> FaultText {
    let nearest = Swift.max(1, (usual.map { fps.value.times($0) } ?? frames)?.rounded ?? 1)
    let mended = Rational(nearest).divided(by: fps.value).map { Seconds($0) }.flatMap { $0.isDecimal ? $0 : nil }
    var wording = FaultText(
      message:
        "\(fps.text) fps × \(interval.text) is \(frames.roundedText) frames for \(whose); a GOP is a whole number of frames",
      notes: other.map { [MessageNote("the frame rate stands here", at: $0.span)] } ?? [])
    if let rates, rates.count > 1, mended?.isWhole(at: rates) != true {
      wording.help = "remove it, and give each rendition a `gop` of its own"
      return wording
    }
    let inFrames: Message = "remove `keyframe_interval` and add `gop: \(nearest)`"
    // A length that no decimal says exactly cannot be written as an interval.
    wording.help = [mended.map { "write `keyframe_interval: \($0.text)`" }, inFrames]
    wording.fix = mended.map { .replace(place.span, with: $0.text, .unsafe) }
    return wording
  }
}

extension Rendition {
  /// Whether its interval is no whole number of frames, which ladder/gop-not-whole mends first.
  var hasBrokenGOP: Bool { GOPFault.notWhole(gop: gop, interval: keyframeInterval, fps: fps) != nil }
}

extension Ladder {
  /// How far keyframes of the rendition at an index are best apart, in seconds: the longest of one to two, or else the shortest of
  /// two to four, that divides every segment that is asked for, and two where none does. All that mends an unusual interval mends it to this.
  func usualLength(at index: Int) -> Rational {
    let sharing = renditions[index].value.keyframeInterval.map { interval in rates(at: interval.place) { $0.keyframeInterval?.place }.count } ?? 0
    guard let fps = renditions[index].value.fps?.value, sharing <= 1, !askedSegments.isEmpty,
      let least = fps.value.roundedUp, let most = fps.value.times(Rational(4))?.roundedDown, least <= most, most < 1 << 12,
      let two = fps.value.times(Rational(2))?.rounded
    else { return Rational(2) }
    let totals = askedSegments.compactMap { $0.value.times(fps.value)?.whole }
    guard totals.count == askedSegments.count else { return Rational(2) }
    let dividing = (least...most).filter { frames in totals.allSatisfy { $0 % frames == 0 } }
    // At most two seconds rather than more.
    let nearest = dividing.filter { $0 <= two }.max() ?? dividing.min()
    return nearest.flatMap { Rational($0).divided(by: fps.value) } ?? Rational(2)
  }

  /// For the rendition at an index, in the unit that it or the defaults state.
  func keyframeMend(at index: Int) -> KeyframeMend {
    KeyframeMend(
      near: usualLength(at: index), at: renditions[index].value.fps?.value, states: states("gop", at: index), interval: states("keyframe_interval", at: index))
  }

  /// What to type for another frame rate: the rate, and a keyframe interval where the stated one is not whole at it.
  func words(_ rate: FrameRate, at place: SourcePlace) -> String {
    let typed = "`fps: \(rate.text)`"
    let odd = renditions.indices.first { index in
      let rendition = renditions[index].value
      guard rendition.fps?.place.span == place.span, states("keyframe_interval", at: index), !states("gop", at: index) else { return false }
      return rendition.keyframeInterval.map { $0.value.value.times(rate.value)?.whole == nil } ?? false
    }
    guard let odd, let interval = renditions[odd].value.keyframeInterval?.value else { return typed }
    let mend = KeyframeMend(near: interval.value, at: rate, states: false, interval: true)
    return "\(typed) and \(mend.text.map { "`keyframe_interval: \($0)`" } ?? mend.help)"
  }

  /// The frame rates of the renditions that have a value from one place.
  func rates(at place: SourcePlace, _ value: (Rendition) -> SourcePlace?) -> Set<FrameRate> {
    Set(renditions.filter { value($0.value)?.span == place.span }.compactMap { $0.value.fps?.value })
  }
}

extension Seconds {
  /// Keyframes that nobody wonders at.
  var isUsualInterval: Bool { self >= Seconds(1) && self <= Seconds(4) }

  /// Of two keyframe intervals the one that is further from the two seconds that everybody has.
  fileprivate func isFurtherFromUsual(than other: Seconds) -> Bool {
    func distance(_ time: Seconds) -> Rational { (time > Seconds(2) ? time.value.minus(Rational(2)) : Rational(2).minus(time.value)) ?? Rational(.max) }
    return distance(self) > distance(other)
  }

  fileprivate func isWhole(at rates: Set<FrameRate>) -> Bool { rates.allSatisfy { value.times($0.value)?.whole != nil } }
}

extension Seconds {
  /// False for a length such as 1001/30000 s that has no short decimal form.
  var isDecimal: Bool { !text.utf8.contains(UInt8(ascii: "/")) }
}
